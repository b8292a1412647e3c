/** The card's token: 20 random characters of Crockford's alphabet and two that check them. */
import { CROCKFORD } from '../kernel/ulid';

const BODY = 20;
/** Largest prime below 32 x 32: every single wrong character and every swap of neighbours changes the remainder. */
const MODULUS = 1021;

function checkOf(body: string): string {
  let rest = 0;
  for (const char of body) rest = (rest * 32 + CROCKFORD.indexOf(char)) % MODULUS;
  return CROCKFORD.charAt(rest >> 5) + CROCKFORD.charAt(rest & 31);
}

/** A token from 20 random bytes, of which 5 bits each are used. */
export function cardToken(chance: ArrayLike<number>): string {
  let body = '';
  for (let i = 0; i < BODY; i++) body += CROCKFORD.charAt((chance[i] ?? 0) & 31);
  return body + checkOf(body);
}

/** The token in canonical capitals (O read as 0, I and L as 1), or null when it cannot be one. */
export function readCardToken(text: string): string | null {
  const token = text.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{22}$/.test(token)) return null;
  return checkOf(token.slice(0, BODY)) === token.slice(BODY) ? token : null;
}

/** The token in a card's link `https://HOST/c/TOKEN`, whatever the host; null for any other address. */
export function cardTokenInLink(link: string): string | null {
  const match = /^https?:\/\/[^/?#]+\/c\/([0-9A-Za-z]{22})\/?$/.exec(link);
  return match?.[1] ? readCardToken(match[1]) : null;
}
