/** A PDF as a stream: titled, in a language, drawn page by page so that others are served in between. */
import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { Pen } from './pen';
import { giveFonts } from './printed-fonts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

export interface PdfHead {
  title: string;
  /** Of most of the text. */
  language: string;
}

export type DrawPage = (doc: PDFKit.PDFDocument, pen: Pen) => void;

/** One document is drawn at a time: each holds its fonts, 25 MB, until it is. */
let turn: Promise<void> = Promise.resolve();

/** Draws each page on A4 while the stream is read; a page that cannot be drawn ends the stream with its error. */
export async function pdfOf(head: PdfHead, pages: Iterable<DrawPage>): Promise<Readable> {
  // Read when somebody prints: it would take a tenth of every start.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: head.language,
    displayTitle: true,
    info: { Title: head.title, Creator: 'SevenGrid', Producer: 'SevenGrid' },
  });
  turn = turn
    .then(() => draw(doc, pages))
    .catch((error: unknown) => void doc.destroy(error instanceof Error ? error : new Error(String(error))));
  return doc;
}

async function draw(doc: PDFKit.PDFDocument, pages: Iterable<DrawPage>): Promise<void> {
  if (doc.destroyed) return;
  const release = await giveFonts(doc);
  try {
    const pen = new Pen(doc);
    for (const page of pages) {
      if (doc.destroyed) return;
      doc.addPage();
      page(doc, pen);
      await breathe();
    }
    doc.end();
  } finally {
    release();
  }
}
