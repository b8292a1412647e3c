/** The register as a workbook: an empty one to fill in, one with what there is, one with what was wrong. */
import { ROW_PROBLEMS } from '@sevengrid/shared/grids/import-problems';
import {
  ERROR_COLUMN,
  NO,
  REGISTER,
  SHEETS,
  YES,
  columnsOf,
  sheetSpec,
  type SheetKind,
} from '@sevengrid/shared/grids/register-sheets';
import type { CellText, ChoiceList, SheetToWrite, StyledText } from '../platform/spreadsheets/write-sheet';
import { writeWorkbook } from '../platform/spreadsheets/write-workbook';
import type { CellStyle } from '../platform/spreadsheets/workbook-styles';

const CHOICES = '选项';
const HEAD_ROWS = 2;
const GRIDS = 1;
const YES_NO = 2;

const styled = (style: CellStyle, text: string): StyledText => ({ style, text });

/** General rules before those of each column. */
const RULES: readonly (readonly [string, string])[] = [
  ['怎么填', 'ཇི་ལྟར་འབྲི་དགོས།'],
  [
    '三张表：楼栋、住户、居民。先有楼，再有户，再有人。只改一部分时，只填要加或要改的行。',
    'རེའུ་མིག་གསུམ། ཁང་པ། ཁྱིམ་ཚང་། སྡོད་དམངས། སྔོན་ལ་ཁང་པ། དེ་ནས་ཁྱིམ་ཚང་། མཐར་མི་འབྲི།',
  ],
  ['以「示例」开头的行不会导入，可以删掉。', '«示例» ཞེས་པའི་ཕྲེང་ནང་འདྲེན་མི་བྱེད། བསུབས་ན་ཆོག'],
  ['不要合并单元格，不要写公式。', 'རེའུ་མིག་མ་སྦྲེལ། སྤྱི་འགྲོས་མ་འབྲི།'],
  ['导入不会删人、不会改名：名字不同就当成另一个人。', 'ནང་འདྲེན་གྱིས་མི་བསུབ་པ་དང་མིང་བསྒྱུར་མི་བྱེད། མིང་མི་འདྲ་ན་མི་གཞན་ཞིག་ཏུ་བརྩི།'],
  [
    '上传后先检查，再由您决定要不要导入；导入后 30 天内可以整批撤回。',
    'སྐྱེལ་རྗེས་སྔོན་ལ་ཞིབ་བཤེར་བྱེད། དེ་རྗེས་ཁྱེད་ཀྱིས་ཐག་གཅོད། ཉིན་ ༣༠ ནང་ཚང་མ་ཕྱིར་འཐེན་ཆོག',
  ],
];

function explanations(): SheetToWrite {
  const columns = SHEETS.flatMap((kind) => {
    const { zh, bo } = REGISTER[kind].name;
    return columnsOf(kind).map(([, spec]): readonly [string, string] => [
      `${zh} · ${spec.header.zh}${spec.required ? '（必填）' : ''}：${spec.says.zh}`,
      `${bo} · ${spec.header.bo ?? ''} ${spec.says.bo ?? ''}`,
    ]);
  });
  const rows = [...RULES, ...columns].map(([zh, bo], i) =>
    i === 0 ? [styled('header', zh), styled('headerBo', bo)] : [styled('note', zh), styled('noteBo', bo)],
  );
  return { name: '说明', widths: [60, 60], headRows: 1, rows };
}

/** What the lists of the other sheets choose from. */
function choices(grids: readonly string[]): SheetToWrite {
  const yesNo = [YES.zh, NO.zh];
  const length = Math.max(grids.length, yesNo.length);
  const rows = Array.from({ length }, (_, i): CellText[] => [grids[i] ?? null, yesNo[i] ?? null]);
  return { name: CHOICES, widths: [20, 10], headRows: 0, rows, hidden: true };
}

function listsOf(kind: SheetKind, grids: readonly string[]): ChoiceList[] {
  return columnsOf(kind).flatMap(([, { list }], i): ChoiceList[] => {
    if (!list) return [];
    const [column, toRow] = list === 'grids' ? [GRIDS, grids.length] : [YES_NO, 2];
    const from = { sheet: CHOICES, column, fromRow: 1, toRow };
    return [
      {
        column: i + 1,
        fromRow: HEAD_ROWS + 1,
        choices: from,
        says: ROW_PROBLEMS[list === 'grids' ? 'GRID_UNKNOWN' : 'CELL_NOT_YES_NO'].zh,
      },
    ];
  });
}

function headsOf(kind: SheetKind, more: readonly { zh: string; bo?: string }[] = []): CellText[][] {
  const headers = [...columnsOf(kind).map(([, spec]) => spec.header), ...more];
  return [headers.map(({ zh }) => styled('header', zh)), headers.map(({ bo = '' }) => styled('headerBo', bo))];
}

export interface RegisterContents {
  /** Names, to choose from. */
  grids: readonly string[];
  /** In the order of the columns. */
  rows: Readonly<Record<SheetKind, Iterable<readonly CellText[]>>>;
}

function sheetFor(kind: SheetKind, { grids, rows }: RegisterContents): SheetToWrite {
  return {
    name: REGISTER[kind].name.zh,
    widths: columnsOf(kind).map(([, spec]) => spec.width),
    headRows: HEAD_ROWS,
    rows: [...headsOf(kind), ...rows[kind]],
    lists: listsOf(kind, grids),
  };
}

export const registerWorkbook = (contents: RegisterContents): Promise<Buffer> =>
  writeWorkbook([explanations(), ...SHEETS.map((kind) => sheetFor(kind, contents)), choices(contents.grids)]);

/** To be filled in, with rows that show how. */
export function registerTemplate(grids: readonly string[]): Promise<Buffer> {
  const examples = (kind: SheetKind): CellText[][] =>
    sheetSpec(kind).examples.map((cells) => cells.map((text) => styled('example', text)));
  const rows = { building: examples('building'), household: examples('household'), resident: examples('resident') };
  return registerWorkbook({ grids, rows });
}

export interface WrongRow {
  sheet: SheetKind;
  cells: readonly string[];
  /** Keys of the columns that are wrong. */
  columns: readonly (string | null)[];
  /** What is wrong, a line for each language. */
  says: string;
}

/** Only the sheets that have such rows. */
export function wrongRowsWorkbook(wrong: readonly WrongRow[], grids: readonly string[]): Promise<Buffer> {
  const sheets = SHEETS.flatMap((kind): SheetToWrite[] => {
    const own = wrong.filter((row) => row.sheet === kind);
    if (own.length === 0) return [];
    const keys = columnsOf(kind).map(([key]) => key);
    const rows = own.map(({ cells, columns, says }): CellText[] => [
      ...keys.map((key, i) => styled(columns.includes(key) ? 'wrong' : 'plain', cells[i] ?? '')),
      styled('wrong', says),
    ]);
    return [
      {
        name: REGISTER[kind].name.zh,
        widths: [...columnsOf(kind).map(([, spec]) => spec.width), 60],
        headRows: HEAD_ROWS,
        rows: [...headsOf(kind, [ERROR_COLUMN]), ...rows],
        lists: listsOf(kind, grids),
      },
    ];
  });
  return writeWorkbook([...sheets, choices(grids)]);
}
