/** A browser has no capsule; the notch is CSS's business (`env(safe-area-inset-top)`). */
import type { SafeArea } from './safe-area';

const NONE: SafeArea = { top: 0, right: 0, bar: 52 };

export const safeArea = (): SafeArea => NONE;
