/** Digits as people type them: Tibetan ones, those of a Chinese keyboard in full width, with spaces and dashes between. */

const TIBETAN_ZERO = 0x0f20;
const WIDE_ZERO = 0xff10;

/** Whatever its script, each digit as `0` to `9`; everything else stays. */
export const plainDigits = (typed: string): string =>
  typed
    .replace(/[༠-༩]/g, (digit) => String(digit.charCodeAt(0) - TIBETAN_ZERO))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - WIDE_ZERO));

/** A code read out in groups: plain digits, nothing between them. */
export const codeDigits = (typed: string): string => plainDigits(typed).replace(/[\s\-－—–−]/g, '');

/** A phone number as `Phone` wants it: without the spaces, dashes, brackets and country code that people write. */
export const phoneDigits = (typed: string): string =>
  codeDigits(typed)
    .replace(/[().·（）]/g, '')
    .replace(/^([+＋]|00)86/, '');
