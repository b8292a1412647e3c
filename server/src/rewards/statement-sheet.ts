/** A statement on paper, A4: its head, every line, the totals, who confirmed, and the proof that both confirmed. */
import type { StatementDetailView, StatementLineView } from '@sevengrid/shared/rewards/statements.views';
import type { FileToAnswer } from '../platform/http/answer-file';
import type { Pen } from '../platform/pdf/pen';
import { MM, pdfOf, type DrawPage } from '../platform/pdf/pdf-file';
import { STATEMENT_WORDS as W, both, wallText, yuan } from './statement-words';

const INK = '#241F1B';
const QUIET = '#5C534B';
const PRIMARY = '#0E6A66';
const LEFT = 18 * MM;
const WIDTH = 174 * MM;
const LINES_A_PAGE = 24;
const PITCH = 8.4 * MM;
const TABLE_TOP = 62 * MM;

/** Columns of the table: where each begins and how wide it is, in millimetres from the left edge of the text. */
const COLUMNS = [
  { key: 'time', x: 0, width: 33 },
  { key: 'item', x: 34, width: 72 },
  { key: 'points', x: 107, width: 18 },
  { key: 'value', x: 126, width: 23 },
  { key: 'bill', x: 150, width: 24 },
] as const;

type Texts = Readonly<Record<(typeof COLUMNS)[number]['key'], string>>;

function row(pen: Pen, y: number, texts: Texts, style: { bold?: boolean; colour?: string } = {}): void {
  for (const { key, x, width } of COLUMNS) {
    const align = key === 'time' || key === 'item' ? 'left' : 'right';
    const box = { x: LEFT + x * MM, y, width: width * MM, height: PITCH };
    pen.write(texts[key], box, { size: 9, least: 5.5, align, colour: INK, ...style });
  }
}

function textsOf(line: StatementLineView, tzOffset: number): Texts {
  const item = line.kind === 'undo' ? `${both(W.undo)} · ${line.title.zh}` : both(line.title);
  return {
    ...{ time: wallText(line.at, tzOffset), item, points: String(line.points), value: yuan(line.valueFen) },
    bill: line.billFen === null ? '' : yuan(line.billFen),
  };
}

function head(doc: PDFKit.PDFDocument, pen: Pen, view: StatementDetailView, page: string): void {
  pen.write(W.title.zh, { x: LEFT, y: 14 * MM, width: WIDTH }, { size: 19, bold: true, colour: PRIMARY });
  pen.write(W.title.bo, { x: LEFT, y: 22 * MM, width: WIDTH }, { size: 12, colour: PRIMARY });
  pen.write(page, { x: LEFT, y: 15 * MM, width: WIDTH }, { size: 9, align: 'right', colour: QUIET });
  const facts = [
    [W.merchant, both({ zh: view.merchant.name, bo: view.merchant.nameBo ?? undefined })],
    [W.community, both({ zh: view.community.name, bo: view.community.nameBo ?? undefined })],
    [W.month, view.month],
    [W.number, view.number],
  ] as const;
  facts.forEach(([label, text], i) => {
    const [x, y] = [LEFT + (i % 2) * 90 * MM, (33 + Math.floor(i / 2) * 9) * MM];
    pen.write(both(label), { x, y, width: 32 * MM }, { size: 8.5, least: 6, colour: QUIET });
    pen.write(
      text,
      { x: x + 33 * MM, y, width: 54 * MM, height: 8 * MM },
      { size: 10, least: 6, bold: true, colour: INK },
    );
  });
  const names = {
    time: both(W.time),
    item: both(W.item),
    points: both(W.points),
    value: both(W.value),
    bill: both(W.bill),
  };
  row(pen, TABLE_TOP - 9 * MM, names, { colour: QUIET });
  rule(doc, TABLE_TOP - 1 * MM);
}

const rule = (doc: PDFKit.PDFDocument, y: number): void =>
  void doc
    .lineWidth(0.6)
    .strokeColor(QUIET)
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .stroke();

/** Below the last line. */
function foot(doc: PDFKit.PDFDocument, pen: Pen, view: StatementDetailView, tzOffset: number, top: number): void {
  rule(doc, top);
  const total = `${both(W.total)} · ${view.quantity} ${W.pieces.zh}`;
  row(
    pen,
    top + 2 * MM,
    { time: '', item: total, points: String(view.points), value: yuan(view.valueFen), bill: '' },
    { bold: true },
  );
  const sides = [
    [W.confirmedMerchant, 'merchant'],
    [W.confirmedCommunity, 'community'],
  ] as const;
  sides.forEach(([label, side], i) => {
    const done = view.confirmations.find((one) => one.side === side);
    const text = done ? `${done.by ?? ''} ${wallText(done.at, tzOffset)}` : both(W.notYet);
    const y = top + (14 + i * 8) * MM;
    pen.write(both(label), { x: LEFT, y, width: 60 * MM }, { size: 9, least: 6, colour: QUIET });
    pen.write(text, { x: LEFT + 62 * MM, y, width: 110 * MM }, { size: 10, least: 6, colour: INK });
  });
  const proof = `${both(W.proof)} SHA-256 ${view.hash}`;
  pen.write(proof, { x: LEFT, y: top + 31 * MM, width: WIDTH }, { size: 7.5, least: 5, colour: QUIET });
}

function* pages(view: StatementDetailView, lines: readonly StatementLineView[], tzOffset: number): Generator<DrawPage> {
  const count = Math.ceil(lines.length / LINES_A_PAGE);
  for (let page = 0; page < count; page++) {
    const own = lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE);
    yield (doc, pen) => {
      head(doc, pen, view, `${page + 1} / ${count}`);
      own.forEach((line, i) => row(pen, TABLE_TOP + i * PITCH, textsOf(line, tzOffset)));
      if (page === count - 1) foot(doc, pen, view, tzOffset, TABLE_TOP + own.length * PITCH + MM);
    };
  }
}

export async function statementSheet(
  view: StatementDetailView,
  lines: readonly StatementLineView[],
  tzOffset: number,
): Promise<FileToAnswer> {
  const title = [W.title.zh, view.number, view.merchant.name].join(' · ');
  const content = await pdfOf({ title, language: 'zh-CN' }, pages(view, lines, tzOffset));
  return { type: 'application/pdf', name: `${view.number}.pdf`, content };
}
