/** The fonts of what we print: Noto Sans for Han and digits, Noto Serif for Tibetan, each plain and bold. */
import { readFile } from 'node:fs/promises';
import { shaperFor, type ShapedRun, type Shaper } from './shaper';

const FILES = {
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  hanBold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  tibetan: '@expo-google-fonts/noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf',
  tibetanBold: '@expo-google-fonts/noto-serif-tibetan/700Bold/NotoSerifTibetan_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** Path of the file of a font, as its package carries it. */
export const fontFile = (name: FontName): string => require.resolve(FILES[name]);

/** The font inside pdfkit's, which pdfkit asks for the shape of every run of text. */
interface Inner {
  _font: { font: { layout(text: string): ShapedRun; getGlyph(id: number): { advanceWidth: number } } };
}

/**
 * Gives the document its fonts; the file will carry only the letters that are used.
 * fontkit, by which pdfkit shapes, gets some Tibetan stacks wrong, so these are asked of HarfBuzz.
 * Answers what gives the memory back once the document is drawn.
 */
export async function giveFonts(doc: PDFKit.PDFDocument): Promise<() => void> {
  const shapers: Shaper[] = [];
  for (const name of Object.keys(FILES) as FontName[]) {
    const data = await readFile(fontFile(name));
    doc.registerFont(name, data).font(name);
    if (!name.startsWith('tibetan')) continue;
    const { font } = (doc as unknown as Inner)._font;
    const shaper = await shaperFor(data, (glyph) => font.getGlyph(glyph).advanceWidth);
    font.layout = (text) => shaper.shape(text);
    shapers.push(shaper);
  }
  return () => shapers.forEach((shaper) => shaper.close());
}
