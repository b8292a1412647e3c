/** The register as a workbook: an empty one to fill in, one with what there is, one with what was wrong. */
import { ROW_PROBLEMS, type RowProblem } from '@sevengrid/shared/grids/import-problems';
import { SHEET_ROLE_NAMES } from '@sevengrid/shared/grids/register-roles';
import {
  ERROR_COLUMN,
  NO,
  REGISTER,
  SHEETS,
  YES,
  columnsOf,
  sheetSpec,
  type ColumnSpec,
  type SheetKind,
} from '@sevengrid/shared/grids/register-sheets';
import type { CellText, ChoiceList, SheetToWrite, StyledText } from '../platform/spreadsheets/write-sheet';
import { writeWorkbook } from '../platform/spreadsheets/write-workbook';
import type { CellStyle } from '../platform/spreadsheets/workbook-styles';

const CHOICES = '选项';
const HEAD_ROWS = 2;

type Choice = NonNullable<ColumnSpec['list']>;

/** Which column of the hidden sheet a list chooses from, and what is told to who types something else. */
const LISTS: Readonly<Record<Choice, { column: number; says: RowProblem }>> = {
  grids: { column: 1, says: 'GRID_UNKNOWN' },
  yesNo: { column: 2, says: 'CELL_NOT_YES_NO' },
  roles: { column: 3, says: 'ROLE_UNKNOWN' },
};

const choicesOf = (grids: readonly string[]): Readonly<Record<Choice, readonly string[]>> => {
  return { grids, yesNo: [YES.zh, NO.zh], roles: SHEET_ROLE_NAMES };
};

const styled = (style: CellStyle, text: string): StyledText => ({ style, text });

/** General rules before those of each column. */
const RULES: readonly (readonly [string, string])[] = [
  ['怎么填', 'ཇི་ལྟར་འབྲི་དགོས།'],
  [
    '先填楼栋、住户、居民三张表：先有楼，再有户，再有人。只改一部分时，只填要加或要改的行。',
    'སྔོན་ལ་རེའུ་མིག་གསུམ་འབྲི། ཁང་པ། ཁྱིམ་ཚང་། སྡོད་དམངས། སྔོན་ལ་ཁང་པ། དེ་ནས་ཁྱིམ་ཚང་། མཐར་མི་འབྲི།',
  ],
  [
    '「人员」「中心户联系」两张表由管理员填：开账号、给角色，再写每个中心户联系哪些户。密码不写在表里，导入后另外生成。',
    '«ལས་མི་» དང་ «ལྟེ་བའི་ཁྱིམ་ཚང་གི་འབྲེལ་བ་» གཉིས་དོ་དམ་པས་འབྲི། ཐོ་ཁོངས་འབྱེད་པ་དང་འགན་ཁུར་སྤྲོད། གསང་གྲངས་རེའུ་མིག་ནང་མི་འབྲི། ནང་འདྲེན་རྗེས་ལོགས་སུ་བཟོ།',
  ],
  [
    '「单位」「在职党员」两张表记报到的单位和它的党员：党员本人登录后按电话和名册核对，名册里没有的由社区或单位联络人确认。',
    '«ལས་ཁུངས་» དང་ «ལས་ཐོག་ཏང་ཡོན་» གཉིས་ནང་ཐོ་འགོད་བྱེད་པའི་ལས་ཁུངས་དང་ཏང་ཡོན་འབྲི། ཁོ་རང་ནང་འཇུག་བྱས་རྗེས་ཁ་པར་གྱིས་ཞིབ་བཤེར་བྱེད།',
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
  const columns = Object.values(choicesOf(grids));
  const length = Math.max(...columns.map((column) => column.length));
  const rows = Array.from({ length }, (_, i): CellText[] => columns.map((column) => column[i] ?? null));
  return { name: CHOICES, widths: [20, 10, 20], headRows: 0, rows, hidden: true };
}

function listsOf(kind: SheetKind, grids: readonly string[]): ChoiceList[] {
  return columnsOf(kind).flatMap(([, { list }], i): ChoiceList[] => {
    if (!list) return [];
    const { column, says } = LISTS[list];
    const from = { sheet: CHOICES, column, fromRow: 1, toRow: choicesOf(grids)[list].length };
    return [{ column: i + 1, fromRow: HEAD_ROWS + 1, choices: from, says: ROW_PROBLEMS[says].zh }];
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
  const rows = Object.fromEntries(SHEETS.map((kind) => [kind, examples(kind)]));
  return registerWorkbook({ grids, rows: rows as Record<SheetKind, CellText[][]> });
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
