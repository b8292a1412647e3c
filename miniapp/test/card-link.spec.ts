/** Only our own card's link is ever followed. */
import { hostOf, tokenInLink, tokenInPath, tokenInQ } from '../src/platform/card-link';
import { initialOf } from '../src/ui/avatar';

const TOKEN = '0123456789ABCDEFGHJKMN';
const HOST = 'grid.example';

describe('a card link', () => {
  it('is read from path, link and q', () => {
    expect(tokenInPath(`/c/${TOKEN}`)).toBe(TOKEN);
    expect(tokenInLink(`https://${HOST}/c/${TOKEN}`, HOST)).toBe(TOKEN);
    expect(tokenInQ(encodeURIComponent(`https://${HOST}/c/${TOKEN}`), HOST)).toBe(TOKEN);
    expect(hostOf('http://127.0.0.1:3000')).toBe('127.0.0.1:3000');
  });

  it.each([
    `https://evil.example/c/${TOKEN}`,
    `https://${HOST}.evil.example/c/${TOKEN}`,
    `https://${HOST}@evil.example/c/${TOKEN}`,
    `https://${HOST}/c/${TOKEN}/x`,
    `https://${HOST}/c/${TOKEN}?to=evil`,
    `https://${HOST}/d/${TOKEN}`,
    `https://${HOST}/c/${TOKEN.toLowerCase()}`,
    `https://${HOST}/c/${TOKEN.slice(1)}`,
    `javascript:alert(1)//https://${HOST}/c/${TOKEN}`,
    '',
  ])('is not %s', (link) => {
    expect(tokenInLink(link, HOST)).toBeNull();
    expect(tokenInQ(encodeURIComponent(link), HOST)).toBeNull();
  });

  it('survives a q that cannot be decoded', () => expect(tokenInQ('%E0%A4%A', HOST)).toBeNull());
});

describe('the first sign of a name', () => {
  it.each([
    ['央金', '央'],
    ['སྐྱིད་པ', 'སྐྱི'],
    ['𠮷野', '𠮷'],
    ['', ''],
  ])('of %s is %s', (name, first) => expect(initialOf(name)).toBe(first));
});
