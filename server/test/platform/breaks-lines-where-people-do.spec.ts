/** On paper lines end after a tsheg, a Han character or a word, never inside a syllable; long words shrink before they wrap. */
import fc from 'fast-check';
import { fitText, piecesOf, wrap, type Measure } from '../../src/platform/pdf/fit-text';

/** Every letter is as wide as its size, every line one and a half times as high. */
const PLAIN: Measure = { width: (text, size) => [...text].length * size, height: (_, size) => size * 1.5 };
const atMost = (letters: number) => (text: string) => [...text].length <= letters;

it('ends a line after a tsheg or shad, and keeps a syllable whole', () => {
  const words = 'བདེ་སྐྱིད་སྡེ་ཁུལ། ཨང་ཐུང་ཤོད།';
  expect(piecesOf(words)).toEqual(['བདེ་', 'སྐྱིད་', 'སྡེ་', 'ཁུལ། ', 'ཨང་', 'ཐུང་', 'ཤོད།']);
  for (const line of wrap(words, atMost(12))) expect(line).toMatch(/[་།]$/);
});

it('breaks no line after a tsheg that holds together, nor before a mark of Chinese', () => {
  expect(piecesOf('ཀ༌ཁ་ག')).toEqual(['ཀ༌ཁ་', 'ག']);
  expect(piecesOf('有事扫码，或打电话（白天）。')).toEqual([
    ...['有', '事', '扫', '码，', '或', '打', '电', '话', '（白', '天）。'],
  ]);
  expect(piecesOf('3号楼 unit 201')).toEqual(['3', '号', '楼 ', 'unit ', '201']);
});

it('loses and doubles no letter, whatever is written and however narrow the room', () => {
  const letter = fc.constantFrom(...'བདསྐྱིེ་།༌ 次仁，（）a1𬭎'.match(/./gu)!);
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (typed, width) => {
      const words = typed.join('').trim();
      const bare = (text: string): string => text.replace(/\s/g, '');
      expect(bare(wrap(words, atMost(width)).join(''))).toBe(bare(words));
    }),
  );
});

it('shrinks a little for one line, then wraps, and cuts only what does not fit at the smallest', () => {
  const room = { width: 100, height: 30, size: 20, least: 10 };
  expect(fitText('五个字一行', room, PLAIN)).toEqual({ size: 20, lines: ['五个字一行'] });
  expect(fitText('六个字的一行', room, PLAIN)).toEqual({ size: 16.5, lines: ['六个字的一行'] });
  expect(fitText('十二个字的话要写成两行了', room, PLAIN)).toEqual({
    size: 10,
    lines: ['十二个字的话要写成两', '行了'],
  });
  const long = fitText('这一句话无论如何也写不下因为它实在太长太长太长了', room, PLAIN);
  expect(long.lines).toHaveLength(2);
  expect(long.lines[1]).toMatch(/…$/);
  expect(long.lines.every((line) => PLAIN.width(line, long.size) <= room.width)).toBe(true);
});

it('writes nothing for nothing', () => {
  expect(fitText('  ', { width: 10, height: 10, size: 5, least: 5 }, PLAIN).lines).toEqual([]);
});
