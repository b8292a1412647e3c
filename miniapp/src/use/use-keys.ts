/** The keyboard is a browser's; a phone has none to listen to. */

export type Keys = Record<string, () => void>;

export function useKeys(_keys: Keys, _active = true): void {}
