// Functions that run inside the page: what is too small to read or to tap, and what sticks out at the side.

/** Texts smaller than `least` px. */
export function smallTexts(/** @type {number} */ least) {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: holder, textContent } = node;
    if (!holder || !textContent?.trim() || !holder.checkVisibility({ visibilityProperty: true })) continue;
    if (holder.closest('script, style, noscript, [aria-live].announcer')) continue;
    const size = Number.parseFloat(getComputedStyle(holder).fontSize);
    const { width } = holder.getBoundingClientRect();
    if (width > 1 && size < least - 0.01)
      found.add(`${size}px "${textContent.trim().slice(0, 20)}" .${holder.className}`);
  }
  return [...found];
}

/** Things to tap that are smaller than `least` px in either direction. */
export function smallTargets(/** @type {number} */ least) {
  const tappable =
    'button, a[href], input, textarea, select, [role=button], [role=radio], [role=tab], [role=switch], [role=link]';
  return [...document.querySelectorAll(tappable)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || Math.min(width, height) >= least - 0.5) return [];
    return [
      `${Math.round(width)}×${Math.round(height)} "${(element.textContent ?? '').trim().slice(0, 20)}" .${element.className}`,
    ];
  });
}

/** Elements that reach over the right edge of the screen, unless they lie in a strip that scrolls by itself. */
export function sticksOut() {
  const edge = document.documentElement.clientWidth;
  const scrolls = (/** @type {Element | null} */ element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement)
      if (!at.classList.contains('taro_page') && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const out = [...document.querySelectorAll('body *')].filter((element) => {
    const { right, width, left } = element.getBoundingClientRect();
    const shown = width > 1 && element.checkVisibility({ visibilityProperty: true });
    return shown && (right > edge + 1 || left < -1) && !scrolls(element.parentElement);
  });
  const page = document.scrollingElement;
  const scroll =
    page && page.scrollWidth > page.clientWidth + 1 ? [`the page scrolls sideways to ${page.scrollWidth}`] : [];
  return [
    ...scroll,
    ...out
      .slice(0, 6)
      .map((element) => `.${element.getAttribute('class')} "${(element.textContent ?? '').slice(0, 20)}"`),
  ];
}

/** Violations of WCAG 2.2 A and AA, as axe-core names them. */
export async function violations() {
  const options = {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
    resultTypes: ['violations'],
  };
  const { violations: found } = await /** @type {any} */ (globalThis).axe.run(document, options);
  return found.flatMap((/** @type {any} */ { id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(
        (/** @type {any} */ node) => `${id}: ${node.html.slice(0, 140)} ${(node.any[0]?.message ?? '').slice(0, 120)}`,
      ),
  );
}
