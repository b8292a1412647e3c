/** Moves the keyboard's focus, for people who work at a desk without a mouse. */

export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** Brings an element into view. */
export function showElement(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}

/** The page from its top, where its content has become another. */
export function showTop(): void {
  const pages = [...document.querySelectorAll<HTMLElement>('[role="main"]')];
  pages.find((page) => page.getClientRects().length > 0)?.parentElement?.scrollIntoView({ block: 'start' });
}

/** Takes the focus away from whatever is typed into. */
export function blurAll(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const FOCUSABLE = 'input, textarea, button';

/** Brings the first field marked as wrong into view and puts the focus into it: in the dialog where one is open. */
export function showFirstWrong(): void {
  const seen = [...document.querySelectorAll<HTMLElement>('.is-wrong')].filter((of) => of.getClientRects().length > 0);
  const first = seen.find((of) => of.closest('[role="dialog"]')) ?? seen[0];
  if (!first) return;
  // The focus alone would leave the field's label under the bar.
  first.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
  // In large type a field may be higher than the screen: what is said about it must be seen.
  (first.querySelector('[role="alert"], .field-error') ?? first).scrollIntoView({ block: 'center' });
}
