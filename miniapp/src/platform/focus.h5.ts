/** Moves the keyboard's focus, for people who work at a desk without a mouse. */

export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

/** Brings an element into view. */
export function showElement(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}

/** Takes the focus away from whatever is typed into. */
export function blurAll(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
