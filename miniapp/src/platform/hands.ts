/** Hands on the phone: WeChat tells of touches only inside a page, so the shell of each page passes them on. */
import { touched } from './attention';

/** Called once at launch. */
export const watchHands = (): void => touched();
