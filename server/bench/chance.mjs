// Chance that repeats itself: the same seed chooses the same tickets and cards.
import { randomBytes } from 'node:crypto';

/** mulberry32. */
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { pick: (list) => list[Math.floor(next() * list.length)] };
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The ten first characters of an id of that instant. */
export function idHead(at = Date.now()) {
  let head = '';
  for (let rest = at; head.length < 10; rest = Math.floor(rest / 32)) head = crockford[rest % 32] + head;
  return head;
}

export const newId = () => idHead() + Array.from(randomBytes(16), (byte) => crockford[byte & 31]).join('');
