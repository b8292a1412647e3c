/** The mini-program is on a phone: never wide. */
export const useWide = (): boolean => false;
