/** The spreadsheet of a community's register as data: sheets and columns, read, written and named by it on both sides. */
import type { Bilingual } from '../kernel/texts';

export const SHEETS = ['building', 'household', 'resident', 'role', 'central', 'unit', 'member'] as const;
/** Also the order in which rows are taken over, and in reverse taken back. */
export type SheetKind = (typeof SHEETS)[number];

/** Sheets of those who work here: only who governs the community may take them over. */
export const SHEETS_OF_PEOPLE = ['role', 'central'] as const;
export type PeopleSheet = (typeof SHEETS_OF_PEOPLE)[number];

/** Sheets of work units and their members, which are volunteering’s to judge and to take over. */
export const SHEETS_OF_UNITS = ['unit', 'member'] as const;
export type UnitSheet = (typeof SHEETS_OF_UNITS)[number];

export type PlaceSheet = Exclude<SheetKind, PeopleSheet | UnitSheet>;

export const isOfUnits = (kind: SheetKind): kind is UnitSheet =>
  (SHEETS_OF_UNITS as readonly SheetKind[]).includes(kind);

export const isOfPeople = (kind: SheetKind): kind is PeopleSheet =>
  (SHEETS_OF_PEOPLE as readonly SheetKind[]).includes(kind);

export interface ColumnSpec {
  header: Bilingual;
  /** Told below the head of the template. */
  says: Bilingual;
  required: boolean;
  /** In characters, of the template. */
  width: number;
  /** Longest text. */
  max: number;
  /** Chosen from a list. */
  list?: 'grids' | 'yesNo' | 'roles';
}

export interface SheetSpec {
  name: Bilingual;
  columns: Readonly<Record<string, ColumnSpec>>;
  /** Rows that show how it is filled in, and are passed over. */
  examples: readonly (readonly string[])[];
}

/** A first cell that begins so marks an example. */
export const EXAMPLE = '示例';

/** The column that tells what is wrong; it is passed over when the file comes back. */
export const ERROR_COLUMN: Bilingual = { zh: '哪里不对', bo: 'ནོར་ས།' };

export const YES: Bilingual = { zh: '是', bo: 'ཡིན།' };
export const NO: Bilingual = { zh: '否', bo: 'མིན།' };

const building: ColumnSpec = {
  header: { zh: '楼栋', bo: 'ཁང་པ།' },
  says: { zh: '和「楼栋」表里写的一样', bo: '«ཁང་པ་» རེའུ་མིག་ནང་དང་གཅིག་མཚུངས།' },
  required: true,
  width: 18,
  max: 60,
};
const door: ColumnSpec = {
  header: { zh: '门牌', bo: 'སྒོ་ཨང་།' },
  says: { zh: '如 2单元301；一栋楼里不能重复', bo: 'དཔེར་ན། 2单元301 ཁང་པ་གཅིག་ནང་བསྐྱར་ཟློས་མི་ཆོག' },
  required: true,
  width: 18,
  max: 40,
};

const account: ColumnSpec = {
  header: { zh: '账号', bo: 'ཐོ་ཁོངས།' },
  says: { zh: '登录用：2 到 40 个字母、数字、点、横线', bo: 'ཐོ་འགོད་བྱེད་པའི་མིང་། ཡིག་འབྲུ་དང་ཨང་ཀི ༢ ནས་ ༤༠ བར།' },
  required: true,
  width: 18,
  max: 40,
};

const unit: ColumnSpec = {
  header: { zh: '单位', bo: 'ལས་ཁུངས།' },
  says: { zh: '单位的全称', bo: 'ལས་ཁུངས་ཀྱི་མིང་ཡོངས་རྫོགས།' },
  required: true,
  width: 28,
  max: 60,
};

const sheets = <const T extends Record<SheetKind, SheetSpec>>(table: T): T => table;

export const REGISTER = sheets({
  building: {
    name: { zh: '楼栋', bo: 'ཁང་པ།' },
    columns: {
      grid: {
        header: { zh: '网格', bo: 'དྲ་མིག' },
        says: { zh: '从列表里选', bo: 'ཐོ་ནང་ནས་འདེམས།' },
        required: true,
        width: 18,
        max: 80,
        list: 'grids',
      },
      building: {
        ...building,
        says: { zh: '全社区不能重名；同名的加上小区名', bo: 'སྡེ་ཁུལ་གཅིག་ནང་མིང་བསྐྱར་ཟློས་མི་ཆོག མིང་གཅིག་པ་ལ་སྡོད་ཁུལ་གྱི་མིང་སྣོན།' },
      },
    },
    examples: [[`${EXAMPLE}：第一网格`, '1号楼']],
  },
  household: {
    name: { zh: '住户', bo: 'ཁྱིམ་ཚང་།' },
    columns: {
      building,
      door,
      care: {
        header: { zh: '需要关照', bo: 'ལྟ་སྐྱོང་དགོས།' },
        says: { zh: '独居老人、行动不便等填「是」；空着不改', bo: 'རྒན་རྒོན་ཁེར་སྡོད་སོགས་ལ་ «是» འབྲི། སྟོང་པ་ཡིན་ན་བསྒྱུར་མི་དགོས།' },
        required: false,
        width: 12,
        max: 10,
        list: 'yesNo',
      },
    },
    examples: [[`${EXAMPLE}：1号楼`, '2单元301', YES.zh]],
  },
  resident: {
    name: { zh: '居民', bo: 'སྡོད་དམངས།' },
    columns: {
      building,
      door: { ...door, says: { zh: '和「住户」表里写的一样', bo: '«ཁྱིམ་ཚང་» རེའུ་མིག་ནང་དང་གཅིག་མཚུངས།' } },
      name: {
        header: { zh: '姓名', bo: 'མིང་།' },
        says: { zh: '汉文、藏文都可以', bo: 'བོད་ཡིག་དང་རྒྱ་ཡིག་གང་རུང་ཆོག' },
        required: true,
        width: 20,
        max: 60,
      },
      phone: {
        header: { zh: '电话', bo: 'ཁ་པར།' },
        says: { zh: '手机或带区号的座机；没有就空着', bo: 'ཁ་པར་ཨང་གྲངས། མེད་ན་སྟོང་པར་བཞག' },
        required: false,
        width: 18,
        max: 40,
      },
    },
    examples: [[`${EXAMPLE}：1号楼`, '2单元301', '次仁卓玛', '13900000000']],
  },
  role: {
    name: { zh: '人员', bo: 'ལས་མི།' },
    columns: {
      account,
      display: {
        header: { zh: '称呼', bo: 'འབོད་མིང་།' },
        says: { zh: '居民看到的名字', bo: 'སྡོད་དམངས་ཀྱིས་མཐོང་བའི་མིང་།' },
        required: true,
        width: 18,
        max: 30,
      },
      role: {
        header: { zh: '角色', bo: 'འགན་ཁུར།' },
        says: { zh: '从列表里选；一个人有几个角色就写几行', bo: 'ཐོ་ནང་ནས་འདེམས། འགན་ཁུར་མང་ན་ཕྲེང་མང་པོ་འབྲི།' },
        required: true,
        width: 18,
        max: 40,
        list: 'roles',
      },
      grid: {
        header: { zh: '网格', bo: 'དྲ་མིག' },
        says: { zh: '网格员和后备网格员必填；其他人空着', bo: 'དྲ་མིག་པ་དང་ཚབ་པས་ངེས་པར་འབྲི། གཞན་སྟོང་པར་བཞག' },
        required: false,
        width: 18,
        max: 80,
        list: 'grids',
      },
    },
    examples: [[`${EXAMPLE}：zhaxi`, '扎西', '网格员', '第一网格']],
  },
  central: {
    name: { zh: '中心户联系', bo: 'ལྟེ་བའི་ཁྱིམ་ཚང་གི་འབྲེལ་བ།' },
    columns: {
      account: {
        ...account,
        says: { zh: '党员中心户的账号，和「人员」表里写的一样', bo: 'ལྟེ་བའི་ཁྱིམ་ཚང་གི་ཐོ་ཁོངས། «ལས་མི་» རེའུ་མིག་དང་གཅིག་མཚུངས།' },
      },
      building,
      door: {
        ...door,
        says: { zh: '一行写一户；一个中心户最多联系 20 户', bo: 'ཕྲེང་རེར་ཁྱིམ་རེ། ལྟེ་བའི་ཁྱིམ་གཅིག་གིས་ཁྱིམ་ ༢༠ ལས་མི་མང་བ།' },
      },
    },
    examples: [[`${EXAMPLE}：zhuoma`, '1号楼', '2单元301']],
  },
  unit: {
    name: { zh: '单位', bo: 'ལས་ཁུངས།' },
    columns: {
      unit,
      unitBo: {
        header: { zh: '单位藏文名', bo: 'ལས་ཁུངས་ཀྱི་བོད་ཡིག་མིང་།' },
        says: { zh: '新单位可以填；已有的单位不改名', bo: 'ལས་ཁུངས་གསར་པ་ལ་འབྲི་ཆོག ཡོད་ཟིན་པའི་མིང་མི་བསྒྱུར།' },
        required: false,
        width: 28,
        max: 180,
      },
    },
    examples: [[`${EXAMPLE}：气象站`, 'གནམ་གཤིས་ས་ཚིགས།']],
  },
  member: {
    name: { zh: '在职党员', bo: 'ལས་ཐོག་ཏང་ཡོན།' },
    columns: {
      unit: { ...unit, says: { zh: '和「单位」表里写的一样', bo: '«ལས་ཁུངས་» རེའུ་མིག་ནང་དང་གཅིག་མཚུངས།' } },
      name: {
        header: { zh: '姓名', bo: 'མིང་།' },
        says: { zh: '汉文、藏文都可以', bo: 'བོད་ཡིག་དང་རྒྱ་ཡིག་གང་རུང་ཆོག' },
        required: true,
        width: 20,
        max: 60,
      },
      phone: {
        header: { zh: '电话', bo: 'ཁ་པར།' },
        says: { zh: '本人报到时凭它核对，必须填', bo: 'ཁོ་རང་གིས་ཐོ་འགོད་སྐབས་འདིས་ཞིབ་བཤེར་བྱེད། ངེས་པར་འབྲི།' },
        required: true,
        width: 18,
        max: 40,
      },
    },
    examples: [[`${EXAMPLE}：气象站`, '次仁卓玛', '13900000000']],
  },
});

export const sheetSpec = (kind: SheetKind): SheetSpec => REGISTER[kind];

/** Both languages of a head, as they stand below each other. */
export const columnsOf = (kind: SheetKind): [string, ColumnSpec][] => Object.entries(sheetSpec(kind).columns);
