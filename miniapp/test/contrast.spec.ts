/** Every pair of colours that stand on each other can be read (WCAG 2.2 AA), by day and by night. */
import fs from 'node:fs';
import path from 'node:path';

const TOKENS = fs.readFileSync(path.resolve(__dirname, '../src/ui/style/tokens.scss'), 'utf8');
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Words need 4.5 to 1, edges of what one presses or fills in 3 to 1. */
const WORDS = 4.5;
const EDGES = 3;

const GROUNDS = ['ground', 'surface'];

const PAIRS: [colour: string, ground: string, least: number][] = [
  ...['ink', 'ink-2', 'ink-3', 'primary', 'madder', 'warn', 'gold'].flatMap((ink) =>
    GROUNDS.map((ground): [string, string, number] => [ink, ground, WORDS]),
  ),
  ['ink-2', 'sunken', WORDS],
  ['ink', 'sunken', WORDS],
  ['ink', 'primary-tint', WORDS],
  ['ink-2', 'primary-tint', WORDS],
  ['primary', 'primary-tint', WORDS],
  ['madder', 'madder-tint', WORDS],
  ['gold', 'gold-tint', WORDS],
  ['warn', 'warn-tint', WORDS],
  ['on-primary', 'primary', WORDS],
  ['on-primary', 'primary-press', WORDS],
  ['on-madder', 'madder', WORDS],
  ...GROUNDS.map((ground): [string, string, number] => ['edge', ground, EDGES]),
];

const coloursOf = (theme: Theme): Map<string, string> => {
  const mixin = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(TOKENS)?.[1] ?? '';
  return new Map([...mixin.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map(([, name = '', colour = '']) => [name, colour]));
};

/** Relative luminance of `#rgb` or `#rrggbb`. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&').slice(1) : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(THEMES)('in the %s theme', (theme) => {
  const colours = coloursOf(theme);

  it.each(PAIRS)('%s on %s is at least %d to 1', (colour, ground, least) => {
    expect(contrast(colours.get(colour) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(least);
  });

  it('has every colour the other theme has', () => {
    expect([...colours.keys()].sort()).toEqual([...coloursOf(theme === 'dark' ? 'light' : 'dark').keys()].sort());
  });
});
