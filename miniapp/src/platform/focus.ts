/** Moving the keyboard's focus is a browser's business; a phone has none to move. */

export function focusOn(_id: string): void {}

/** Brings an element into view. */
export function showElement(_id: string): void {}

/** Takes the focus away from whatever is typed into. */
export function blurAll(): void {}
