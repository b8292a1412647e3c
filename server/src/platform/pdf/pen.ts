/** Writes words of both scripts into a PDF: each run in its font, fitted into its room, Tibetan to be found and copied as typed. */
import { fitText, type Fitted, type Measure } from './fit-text';
import type { FontName } from './printed-fonts';

export interface Style {
  /** Points; Tibetan is as large to the eye as Han at the same size. */
  size: number;
  /** The smallest size that may become of it; the same as `size` when left out. */
  least?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'centre' | 'right';
}

export interface Box {
  x: number;
  /** Top of the first line; points from the top of the page. */
  y: number;
  width: number;
  /** Of a single line at the full size, when left out. */
  height?: number;
}

const TIBETAN = /[\u0f00-\u0fff]/;
const RUNS = /[\u0f00-\u0fff]+|[^\u0f00-\u0fff]+/g;
/** Shares of the size: a line of Han letters, and one that leaves room for vowels above and stacks below. */
const HAN = { above: 0.95, height: 1.3 };
const STACKS = { above: 1.18, height: 1.9 };

const lineOf = (text: string): typeof HAN => (TIBETAN.test(text) ? STACKS : HAN);

export class Pen {
  constructor(private readonly doc: PDFKit.PDFDocument) {}

  /** Writes the words into the box, smaller or over several lines where they are long; answers the y below the last line. */
  write(words: string, box: Box, style: Style): number {
    const { size, lines } = this.fit(words, box, style);
    let y = box.y;
    for (const line of lines) {
      const { above, height } = lineOf(line);
      const free = box.width - this.widthOf(line, size, style.bold);
      const shift = style.align === 'right' ? free : style.align === 'centre' ? free / 2 : 0;
      this.line(line, box.x + shift, y + above * size, size, style);
      y += height * size;
    }
    return y;
  }

  widthOf(text: string, size: number, bold = false): number {
    let width = 0;
    for (const run of text.match(RUNS) ?? []) width += this.take(run, size, bold).widthOfString(run);
    return width;
  }

  private fit(words: string, { width, height }: Box, { size, least = size, bold }: Style): Fitted {
    const measure: Measure = {
      width: (text, at) => this.widthOf(text, at, bold),
      height: (text, at) => lineOf(text).height * at,
    };
    return fitText(words, { width, height: height ?? measure.height(words, size), size, least }, measure);
  }

  private take(run: string, size: number, bold: boolean): PDFKit.PDFDocument {
    const script = TIBETAN.test(run) ? 'tibetan' : 'han';
    const name: FontName = bold ? `${script}Bold` : script;
    return this.doc.font(name).fontSize(size);
  }

  private line(text: string, x: number, baseline: number, size: number, { bold = false, colour }: Style): void {
    this.doc.fillColor(colour ?? 'black');
    for (const run of text.match(RUNS) ?? []) {
      const doc = this.take(run, size, bold);
      // A stack is one drawn sign for several letters: the letters as typed go along, for search, copying and reading aloud.
      if (TIBETAN.test(run)) doc.markContent('Span', { lang: 'bo', actual: run });
      doc.text(run, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      if (TIBETAN.test(run)) doc.endMarkedContent();
      x += doc.widthOfString(run);
    }
  }
}
