/** Tells the browser which page is shown, in which language, and where the keyboard's focus belongs. */

export function announce(title: string, lang: 'zh' | 'bo'): void {
  document.title = title;
  document.documentElement.lang = lang;
}

const FOCUSABLE = 'button:not([disabled]), input, textarea, a[href], [tabindex="0"]';

/** Keeps Tab inside the element `id`; returns the way out, which gives the focus back to where it was. */
export function holdFocus(id: string): () => void {
  const box = document.getElementById(id);
  const before = document.activeElement;
  box?.focus();
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || !box) return;
    const all = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const [first, last] = [all[0], all[all.length - 1]];
    const at = document.activeElement;
    if (event.shiftKey && (at === first || at === box)) last?.focus();
    else if (!event.shiftKey && at === last) first?.focus();
    else return;
    event.preventDefault();
  };
  document.addEventListener('keydown', turn);
  return () => {
    document.removeEventListener('keydown', turn);
    if (before instanceof HTMLElement) before.focus();
  };
}
