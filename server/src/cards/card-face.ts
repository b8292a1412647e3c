/** Draws one contact card: whom to call, in figures that can be read across a kitchen, and the QR that opens its page. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { Box, Pen } from '../platform/pdf/pen';
import { MM } from '../platform/pdf/pdf-file';
import { qrModules } from './cards.views';
import { PRINTED, spokenCode, spokenPhone } from './printed-words';

/** What all cards of a grid have in common. */
export interface GridFace {
  community: Bilingual;
  grid: Bilingual;
  /** Public display names. */
  worker: string | null;
  backup: string | null;
  dutyPhone: string;
  officePhone: string;
  station: { name: Bilingual; hours: Bilingual } | null;
  emergencies: { name: Bilingual; phone: string }[];
}

export interface CardFace {
  url: string;
  shortCode: string;
}

export const CARD_WIDTH = 96 * MM;
export const CARD_HEIGHT = 64 * MM;

const PRIMARY = '#0E6A66';
const INK = '#241F1B';
const QUIET = '#5C534B';

/** Millimetres from the upper left corner of the card. */
const PAD = 3;
const BAND = 10.5;
const QR = { side: 27, top: 11.7 };
/** Beside the QR. */
const COLUMN = 96 - 2 * PAD - QR.side - 2;
const PEOPLE = { top: 11.3, grid: 6.4, person: 5.8 };
const DUTY = { top: 29.6, number: 32.7 };
const CODE = { top: 38.3, number: 41 };
const FOOT = { how: 44.3, howBo: 47.4, places: 52.2, numbers: 55.6, names: 58.5 };
/** White around a QR that readers need, in modules. */
const QUIET_ZONE = 4;

const both = ({ zh, bo }: Bilingual): string => (bo ? `${zh} ${bo}` : zh);

type At = (box: { x?: number; y: number; width?: number; height?: number }) => Box;

/** @param corner the upper left one of the card, in points */
export function drawCard(
  doc: PDFKit.PDFDocument,
  pen: Pen,
  corner: { x: number; y: number },
  grid: GridFace,
  card: CardFace,
): void {
  const at: At = ({ x = PAD, y, width = 96 - PAD - x, height }) => ({
    ...{ x: corner.x + x * MM, y: corner.y + y * MM, width: width * MM },
    ...(height === undefined ? {} : { height: height * MM }),
  });
  doc.rect(corner.x, corner.y, CARD_WIDTH, BAND * MM).fill(PRIMARY);
  writeBand(pen, at, grid);
  writePeople(pen, at, grid);
  const right = { x: 96 - PAD - QR.side, width: QR.side };
  drawQr(doc, at({ ...right, y: QR.top }), card.url);
  pen.write(both(PRINTED.shortCode), at({ ...right, y: CODE.top }), { size: 7, colour: QUIET, align: 'centre' });
  const code = { size: 18, bold: true, colour: INK, align: 'centre' } as const;
  pen.write(spokenCode(card.shortCode), at({ ...right, y: CODE.number }), code);
  writeFoot(pen, at, grid);
}

function writeBand(pen: Pen, at: At, { community }: GridFace): void {
  const left = { width: 52 };
  const right = { x: 56 };
  const white = { colour: 'white' };
  pen.write(PRINTED.title.zh, at({ ...left, y: 1 }), { ...white, size: 11.5, bold: true });
  pen.write(PRINTED.title.bo, at({ ...left, y: 4.9 }), { ...white, size: 8, least: 6 });
  const name = { ...white, least: 5, align: 'right' } as const;
  pen.write(community.zh, at({ ...right, y: 1.1, height: 4.2 }), { ...name, size: 9.5 });
  pen.write(community.bo ?? '', at({ ...right, y: 4.9, height: 5.4 }), { ...name, size: 8 });
}

function writePeople(pen: Pen, at: At, grid: GridFace): void {
  const place = { y: PEOPLE.top, width: COLUMN, height: PEOPLE.grid };
  pen.write(both(grid.grid), at(place), { size: 12, least: 5, bold: true, colour: INK });
  const people = [
    [PRINTED.worker, grid.worker],
    [PRINTED.backup, grid.backup],
  ] as const;
  let y = PEOPLE.top + PEOPLE.grid;
  for (const [label, name] of people) {
    if (!name) continue;
    const words = both(label);
    const x = PAD + pen.widthOf(words, 7.5) / MM + 1.4;
    pen.write(words, at({ y }), { size: 7.5, colour: QUIET });
    const beside = { x, y: y - 0.4, width: PAD + COLUMN - x, height: PEOPLE.person };
    pen.write(name, at(beside), { size: 11, least: 5, bold: true, colour: INK });
    y += PEOPLE.person;
  }
  pen.write(both(PRINTED.duty), at({ y: DUTY.top }), { size: 7.5, colour: INK });
  const number = { size: 25, least: 14, bold: true, colour: PRIMARY };
  pen.write(spokenPhone(grid.dutyPhone), at({ y: DUTY.number, width: COLUMN }), number);
}

/** As vectors: sharp at any size; black on white whatever the paper's colours. */
function drawQr(doc: PDFKit.PDFDocument, { x, y, width }: Box, url: string): void {
  const { size, isDark } = qrModules(url);
  const module = width / (size + 2 * QUIET_ZONE);
  doc.rect(x, y, width, width).fill('white');
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!isDark(row, from)) continue;
      let to = from;
      while (to < size && isDark(row, to)) to++;
      doc.rect(x + (from + QUIET_ZONE) * module, y + (row + QUIET_ZONE) * module, (to - from) * module, module);
      from = to;
    }
  }
  doc.fill('black');
}

function writeFoot(pen: Pen, at: At, grid: GridFace): void {
  pen.write(PRINTED.how.zh, at({ y: FOOT.how, width: COLUMN }), { size: 8, least: 6, colour: INK });
  pen.write(PRINTED.how.bo, at({ y: FOOT.howBo }), { size: 7.5, least: 5.5, colour: INK });
  const places = [
    `${PRINTED.office.zh} ${spokenPhone(grid.officePhone)}`,
    ...(grid.station ? [`${both(grid.station.name)} ${grid.station.hours.zh}`] : []),
  ];
  pen.write(places.join(' · '), at({ y: FOOT.places, height: 4 }), { size: 6.75, least: 4, colour: QUIET });
  writeNumbers(pen, at, grid);
}

/** The numbers for danger in one row, each over its Tibetan name, as wide as they need to be. */
function writeNumbers(pen: Pen, at: At, { emergencies }: GridFace): void {
  const all = emergencies.map(({ name, phone }) => ({ zh: `${spokenPhone(phone)} ${name.zh}`, bo: name.bo ?? '' }));
  const widths = all.map(({ zh, bo }) => Math.max(pen.widthOf(zh, 8, true), pen.widthOf(bo, 6.5)) / MM);
  const free = 96 - 2 * PAD - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.max(1, free / Math.max(1, all.length - 1));
  let x = PAD;
  for (const [i, { zh, bo }] of all.entries()) {
    const width = Math.min((widths[i] ?? 0) + 0.1, 96 - PAD - x);
    pen.write(zh, at({ x, y: FOOT.numbers, width }), { size: 8, least: 4, bold: true, colour: INK });
    pen.write(bo, at({ x, y: FOOT.names, width }), { size: 6.5, least: 4, colour: INK });
    x += width + gap;
  }
}
