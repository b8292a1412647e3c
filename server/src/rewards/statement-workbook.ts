/** A statement as a spreadsheet: the facts above, a row for each line, the totals below. */
import type { StatementDetailView, StatementLineView } from '@sevengrid/shared/rewards/statements.views';
import type { FileToAnswer } from '../platform/http/answer-file';
import { XLSX_TYPE, writeWorkbook } from '../platform/spreadsheets/write-workbook';
import type { CellText, StyledText } from '../platform/spreadsheets/write-sheet';
import { STATEMENT_WORDS as W, both, wallText, yuan } from './statement-words';

const head = (text: string): StyledText => ({ style: 'header', text });

function factsOf(view: StatementDetailView, tzOffset: number): CellText[][] {
  const confirmed = (side: 'merchant' | 'community'): string => {
    const done = view.confirmations.find((one) => one.side === side);
    return done ? `${done.by ?? ''} ${wallText(done.at, tzOffset)}`.trim() : both(W.notYet);
  };
  return [
    [head(both(W.number)), view.number],
    [head(both(W.month)), view.month],
    [head(both(W.merchant)), both({ zh: view.merchant.name, bo: view.merchant.nameBo ?? undefined })],
    [head(both(W.community)), both({ zh: view.community.name, bo: view.community.nameBo ?? undefined })],
    [head(both(W.confirmedMerchant)), confirmed('merchant')],
    [head(both(W.confirmedCommunity)), confirmed('community')],
    [head(`${both(W.proof)} SHA-256`), view.hash],
  ];
}

const rowOf = (line: StatementLineView, tzOffset: number): CellText[] => [
  ...[String(line.position), wallText(line.at, tzOffset)],
  `${line.kind === 'undo' ? `${both(W.undo)} · ` : ''}${both(line.title)}`,
  ...[String(line.points), yuan(line.valueFen), line.billFen === null ? '' : yuan(line.billFen), line.redemptionId],
];

export async function statementWorkbook(
  view: StatementDetailView,
  lines: readonly StatementLineView[],
  tzOffset: number,
): Promise<FileToAnswer> {
  const names = [W.time, W.item, W.points, W.value, W.bill].map((words) => head(both(words)));
  const total = ['', both(W.total), `${view.quantity} ${W.pieces.zh}`, String(view.points), yuan(view.valueFen)];
  const content = await writeWorkbook([
    { name: W.title.zh, widths: [44, 70], headRows: 0, rows: factsOf(view, tzOffset) },
    {
      name: both(W.item),
      widths: [8, 20, 44, 14, 16, 16, 30],
      headRows: 1,
      rows: [[head('#'), ...names, head('ID')], ...lines.map((line) => rowOf(line, tzOffset)), total],
    },
  ]);
  return { type: XLSX_TYPE, name: `${view.number}.xlsx`, content };
}
