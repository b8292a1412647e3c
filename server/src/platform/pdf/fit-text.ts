/** Fits words into the room there is: smaller first, then over several lines, and cut only as the last resort. */

export interface Room {
  width: number;
  height: number;
  /** Size of the letters in points, and the smallest that may become of it. */
  size: number;
  least: number;
}

export interface Fitted {
  size: number;
  lines: string[];
}

/** How much paper a line of text takes at a size. */
export interface Measure {
  width(text: string, size: number): number;
  height(text: string, size: number): number;
}

const STEP = 0.25;
/** Words keep this share of their size before a second line is begun. */
const BEFORE_WRAPPING = 0.8;

/*
 * What stays together on a line: a Tibetan syllable with its tsheg or shad, a Han character with the marks around it,
 * a word of other letters or digits; each with the spaces after it.
 */
const PIECE =
  /(?:[\u0f00-\u0f0a\u0f0c\u0f15-\u0fff]*(?:[\u0f0b\u0f0d-\u0f14]\s*)+)|[\u0f00-\u0fff]+\s*|[（《「『“]*\p{Script=Han}[，。、；：！？）》」』”·]*\s*|(?:[^\s\u0f00-\u0fff\p{Script=Han}])+\s*|\s+/gu;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Parts after each of which a line may end. */
export const piecesOf = (words: string): string[] => words.match(PIECE) ?? [];

/** Lines no wider than `fits` allows; a piece that is wider alone is parted between letters. */
export function wrap(words: string, fits: (text: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  const add = (piece: string): void => {
    if (fits((line + piece).trimEnd())) line += piece;
    else {
      if (line !== '') lines.push(line.trimEnd());
      line = piece;
    }
  };
  for (const piece of piecesOf(words)) {
    if (fits(piece.trimEnd())) add(piece);
    else for (const { segment } of letters.segment(piece)) add(segment);
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** The first `count` lines, the last of them shortened by whole pieces to make room for an ellipsis. */
function cut(lines: readonly string[], count: number, fits: (text: string) => boolean): string[] {
  const kept = lines.slice(0, count);
  const pieces = piecesOf(kept.pop() ?? '');
  while (pieces.length > 1 && !fits(`${pieces.join('').trimEnd()}…`)) pieces.pop();
  return [...kept, `${pieces.join('').trimEnd()}…`];
}

export function fitText(words: string, { width, height, size, least }: Room, measure: Measure): Fitted {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text === '') return { size, lines: [] };
  const wrapped = (at: number): string[] => wrap(text, (part) => measure.width(part, at) <= width);
  const tall = (lines: readonly string[], at: number): number =>
    lines.reduce((sum, line) => sum + measure.height(line, at), 0);
  for (let at = size; at >= Math.max(least, size * BEFORE_WRAPPING); at -= STEP)
    if (measure.width(text, at) <= width && measure.height(text, at) <= height) return { size: at, lines: [text] };
  for (let at = size; at >= least; at -= STEP) {
    const lines = wrapped(at);
    if (tall(lines, at) <= height) return { size: at, lines };
  }
  const lines = wrapped(least);
  let count = lines.length;
  while (count > 1 && tall(lines.slice(0, count), least) > height) count--;
  return { size: least, lines: cut(lines, count, (part) => measure.width(part, least) <= width) };
}
