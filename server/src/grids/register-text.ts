/** Texts of the register as people type them: made tidy for keeping, and made equal for finding. */
import { plainDigits } from '@sevengrid/shared/kernel/digits';

/** Spaces of every width, line breaks and marks that nobody sees. */
const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
/** Full-width letters, digits and signs of a Chinese keyboard. */
const WIDE = /[\uff01-\uff5e]/g;
/** A Tibetan name means the same with or without its last dot or stroke. */
const TIBETAN_END = /[\u0f0b\u0f0c\u0f0d\u0f0e\s]+$/;

const narrow = (text: string): string => text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** One space between words, none around, composed letters; what is meant is not touched. */
export const tidy = (text: string): string => text.normalize('NFC').replace(SPACES, ' ').trim();

/** The same for buildings and doors, whose digits and signs may be typed in full width. */
export const tidyPlace = (text: string): string => narrow(tidy(text));

/** Has characters that no register should keep: they cannot be seen, or are the ruins of a wrong encoding. */
export const isUnreadable = (text: string): boolean => UNSEEN.test(text.replace(SPACES, ' '));

/** Equal for what people take for the same place: `２单元 301` and `2单元301`. */
export const placeKey = (text: string): string =>
  plainDigits(narrow(tidy(text)))
    .replace(SPACES, '')
    .replace(TIBETAN_END, '')
    .toLowerCase();

/** Equal for what people take for the same name. */
export const nameKey = (text: string): string =>
  narrow(tidy(text)).replace(SPACES, '').replace(TIBETAN_END, '').toLowerCase();
