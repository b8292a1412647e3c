/** Numbers and follow-codes of what was filed from this phone without an account: they find the ticket again. */
import { keep, keptUnder } from '../platform/storage';

/** Number → follow-code, the newest last. */
export const followCodes = (): Record<string, string> => keptUnder('followCodes') ?? {};

/** False when the phone has no room; the page shows the code anyway. */
export const keepFollowCode = (number: string, code: string): boolean =>
  keep('followCodes', { ...followCodes(), [number]: code });
