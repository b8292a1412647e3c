/** A drawn portrait from the first character of a name: no photo of anybody is needed. */
import { Box } from './elements';

const TINTS = 4;

/** The first character with its vowel signs and subjoined letters, so that no Tibetan stack is cut. */
export const initialOf = (name: string): string => /^.[\u0f71-\u0f84\u0f8d-\u0fbc]*/su.exec(name.trim())?.[0] ?? '';

const tintOf = (name: string): number => [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % TINTS;

export const Avatar = ({ name, size = 'middle' }: { name: string; size?: 'small' | 'middle' | 'large' }) => (
  <Box silent className={`avatar avatar-${size} avatar-tint-${tintOf(name)}`}>
    {initialOf(name)}
  </Box>
);
