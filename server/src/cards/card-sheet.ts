/** The sheet of A4 on which cards are printed: eight to a page with cut marks, and above each, cut away, whose door it is for. */
import type { Readable } from 'node:stream';
import type { Pen } from '../platform/pdf/pen';
import { MM, pdfOf, type DrawPage } from '../platform/pdf/pdf-file';
import { CARD_HEIGHT, CARD_WIDTH, drawCard, type CardFace, type GridFace } from './card-face';

export interface SheetCard extends CardFace {
  /** Building and door: on the slip that is cut away, never on the card that may get lost. */
  address: string;
}

export const CARDS_A_PAGE = 8;
const COLUMNS = 2;
const ROWS = CARDS_A_PAGE / COLUMNS;
const LEFT = (210 * MM - COLUMNS * CARD_WIDTH) / 2;
/** Above each card, with the address. */
const SLIP = 5.5 * MM;
const PITCH = CARD_HEIGHT + SLIP;
const TOP = (297 * MM - ROWS * PITCH) / 2;
const MARK = 3 * MM;

/** The upper left corner of the card at place `i` of a page, in points. */
export const placeOnSheet = (i: number): { x: number; y: number } => ({
  x: LEFT + (i % COLUMNS) * CARD_WIDTH,
  y: TOP + SLIP + Math.floor(i / COLUMNS) * PITCH,
});

/** Short lines outside the cards, along which they are cut. */
function drawCutMarks(doc: PDFKit.PDFDocument): void {
  doc.lineWidth(0.4).strokeColor('#777777');
  for (let row = 0; row < ROWS; row++) {
    const { y } = placeOnSheet(row * COLUMNS);
    for (let column = 0; column <= COLUMNS; column++) {
      const x = LEFT + column * CARD_WIDTH;
      doc.moveTo(x, y - MARK).lineTo(x, y - 0.5 * MM);
      doc.moveTo(x, y + CARD_HEIGHT + 0.5 * MM).lineTo(x, y + CARD_HEIGHT + MARK);
    }
    for (const edge of [y, y + CARD_HEIGHT]) {
      doc.moveTo(LEFT - MARK - MM, edge).lineTo(LEFT - MM, edge);
      doc.moveTo(LEFT + COLUMNS * CARD_WIDTH + MM, edge).lineTo(LEFT + COLUMNS * CARD_WIDTH + MM + MARK, edge);
    }
  }
  doc.stroke();
}

function drawSheet(doc: PDFKit.PDFDocument, pen: Pen, grid: GridFace, cards: readonly SheetCard[]): void {
  drawCutMarks(doc);
  for (const [i, card] of cards.entries()) {
    const at = placeOnSheet(i);
    const slip = { x: at.x + 4 * MM, y: at.y - 4 * MM, width: CARD_WIDTH - 8 * MM };
    pen.write(`${grid.grid.zh} · ${card.address}`, slip, { size: 7.5, least: 5, colour: '#5C534B' });
    drawCard(doc, pen, at, grid, card);
  }
}

function* sheets(grid: GridFace, cards: readonly SheetCard[]): Generator<DrawPage> {
  for (let from = 0; from < cards.length; from += CARDS_A_PAGE) {
    const eight = cards.slice(from, from + CARDS_A_PAGE);
    yield (doc, pen) => drawSheet(doc, pen, grid, eight);
  }
}

/** All cards in their order, as the stream of one PDF. */
export const cardSheet = (title: string, grid: GridFace, cards: readonly SheetCard[]): Promise<Readable> =>
  pdfOf({ title, language: 'zh-CN' }, sheets(grid, cards));
