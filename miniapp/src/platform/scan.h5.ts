/** A browser scans nothing itself: people use the phone's camera, which opens the card's link. */

export const canScan = false;

export const scanCode = (): Promise<string | null> => Promise.resolve(null);
