/** One-time passwords as a spreadsheet to be printed and cut: a line for each person. */
import { writeWorkbook } from '../platform/spreadsheets/write-workbook';
import type { CellText, StyledText } from '../platform/spreadsheets/write-sheet';
import type { CellStyle } from '../platform/spreadsheets/workbook-styles';

export interface Listed {
  name: string;
  account: string;
  /** What they are here, in words. */
  roles: string;
  password: string;
}

const styled = (style: CellStyle, text: string): StyledText => ({ style, text });

const HEADS: readonly (readonly [string, string])[] = [
  ['称呼', 'འབོད་མིང་།'],
  ['账号', 'ཐོ་ཁོངས།'],
  ['一次性密码', 'ཐེངས་གཅིག་གི་གསང་གྲངས།'],
  ['角色', 'འགན་ཁུར།'],
];
const RULES: readonly (readonly [string, string])[] = [
  [
    '每人一行，剪开交给本人；第一次登录要改成自己的密码。发完请把这张表删掉。',
    'མི་རེར་ཕྲེང་རེ། གཏུབ་ནས་ཁོ་རང་ལ་སྤྲོད། ཐེངས་དང་པོར་ཐོ་འགོད་སྐབས་རང་གི་གསང་གྲངས་སུ་བརྗེ་དགོས། སྤྲད་ཚར་རྗེས་རེའུ་མིག་འདི་སུབས།',
  ],
];

export function passwordList(people: readonly Listed[]): Promise<Buffer> {
  const rules = RULES.map(([zh, bo]): CellText[] => [styled('note', zh), null, styled('noteBo', bo)]);
  const rows: CellText[][] = [
    HEADS.map(([zh]) => styled('header', zh)),
    HEADS.map(([, bo]) => styled('headerBo', bo)),
    ...people.map(({ name, account, password, roles }): CellText[] => [name, account, password, roles]),
  ];
  return writeWorkbook([
    { name: '一次性密码', widths: [20, 24, 24, 40], headRows: 2, rows },
    { name: '说明', widths: [60, 10, 60], headRows: 0, rows: rules },
  ]);
}
