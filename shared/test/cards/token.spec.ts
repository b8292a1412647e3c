/** The card's token: check characters catch what fingers, eyes and scanners get wrong. */
import * as fc from 'fast-check';
import { cardToken, cardTokenInLink, readCardToken } from '@sevengrid/shared/cards/token';
import { CROCKFORD } from '@sevengrid/shared/kernel/ulid';

const chance = fc.uint8Array({ minLength: 20, maxLength: 20 });

describe('a card token', () => {
  it('reads back what it wrote', () => {
    fc.assert(fc.property(chance, (bytes) => readCardToken(cardToken(bytes)) === cardToken(bytes)));
  });

  it('forgives small letters and the letters that look like digits', () => {
    const token = cardToken(Array.from({ length: 20 }, (_, i) => i % 2));
    const asTyped = token.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    expect(readCardToken(` ${asTyped} `)).toBe(token);
  });

  it('refuses every single wrong character', () => {
    fc.assert(
      fc.property(chance, fc.nat(21), fc.integer({ min: 1, max: 31 }), (bytes, at, shift) => {
        const token = cardToken(bytes);
        const wrong = CROCKFORD.charAt((CROCKFORD.indexOf(token.charAt(at)) + shift) % 32);
        return readCardToken(token.slice(0, at) + wrong + token.slice(at + 1)) === null;
      }),
    );
  });

  it('refuses two neighbours changed over', () => {
    fc.assert(
      fc.property(chance, fc.nat(18), (bytes, at) => {
        const token = cardToken(bytes);
        const swapped = token.slice(0, at) + token.charAt(at + 1) + token.charAt(at) + token.slice(at + 2);
        return swapped === token || readCardToken(swapped) === null;
      }),
    );
  });

  it.each([
    ['https://card.example.org/c/', true],
    ['http://localhost:3000/c/', true],
    ['https://card.example.org/x/', false],
    ['https://card.example.org/c/c/', false],
    ['javascript:/c/', false],
  ])('is found in a link under %s: %s', (prefix, found) => {
    const token = cardToken([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4]);
    expect(cardTokenInLink(prefix + token)).toBe(found ? token : null);
  });
});
