/** Shapes Tibetan as browsers do, by HarfBuzz: which glyphs a text becomes, and where each stands. */
import harfbuzz, { type Glyph, type Owned } from 'harfbuzzjs';

/** What pdfkit asks of a font for a run of text, in units of the font. */
export interface ShapedRun {
  glyphs: { id: number; advanceWidth: number; codePoints: number[] }[];
  positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[];
  advanceWidth: number;
}

export interface Shaper {
  shape(text: string): ShapedRun;
  /** Gives back what HarfBuzz holds outside the heap of this process. */
  close(): void;
}

const codesOf = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);

/** The characters that each glyph stands for: one each where their numbers match, else all at the cluster's first glyph. */
function charactersOf(text: string, glyphs: readonly Glyph[]): number[][] {
  const starts = [...new Set(glyphs.map((glyph) => glyph.cl))].sort((a, b) => a - b);
  const told = new Map<number, number[][]>();
  for (const [i, start] of starts.entries()) {
    const codes = codesOf(text.slice(start, starts[i + 1] ?? text.length));
    const count = glyphs.filter((glyph) => glyph.cl === start).length;
    told.set(start, count === codes.length ? codes.map((code) => [code]) : [codes]);
  }
  return glyphs.map((glyph) => told.get(glyph.cl)?.shift() ?? []);
}

/** @param widthOf the advance that the font itself gives a glyph, which the file repeats */
export async function shaperFor(data: Uint8Array, widthOf: (glyph: number) => number): Promise<Shaper> {
  const hb = await harfbuzz;
  const held: Owned[] = [];
  const keep = <T extends Owned>(one: T): T => {
    held.unshift(one);
    return one;
  };
  const font = keep(hb.createFont(keep(hb.createFace(keep(hb.createBlob(data)), 0))));
  return {
    shape(text) {
      const buffer = hb.createBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      hb.shape(font, buffer);
      const glyphs = buffer.json();
      buffer.destroy();
      const characters = charactersOf(text, glyphs);
      return {
        glyphs: glyphs.map(({ g }, i) => ({ id: g, advanceWidth: widthOf(g), codePoints: characters[i] ?? [] })),
        positions: glyphs.map(({ ax, ay, dx, dy }) => ({ xAdvance: ax, yAdvance: ay, xOffset: dx, yOffset: dy })),
        advanceWidth: glyphs.reduce((sum, { ax }) => sum + ax, 0),
      };
    },
    close: () => held.forEach((one) => one.destroy()),
  };
}
