/** Tells the outside which page is shown; on WeChat our own bar does. */
export function announce(_title: string, _lang: 'zh' | 'bo'): void {}

/** Moves the reader's focus into what just opened and back when it closes; WeChat's screen readers do it themselves. */
export function holdFocus(_id: string): () => void {
  return () => undefined;
}
