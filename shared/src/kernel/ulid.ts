/** ULIDs: 48 bits of time and 80 of chance in Crockford's base 32; the caller brings clock and chance. */

export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * One ULID.
 * @param now milliseconds since 1970
 * @param chance 16 random bytes, of which 5 bits each are used
 */
export function ulid(now: number, chance: ArrayLike<number>): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++) {
    time = CROCKFORD.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i++) tail += CROCKFORD.charAt((chance[i] ?? 0) & 31);
  return time + tail;
}
