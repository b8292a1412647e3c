/** What may be wrong with a row of an imported spreadsheet, and why a row stays when an import is taken back. */
import type { Bilingual } from '../kernel/texts';

export type RowProblem =
  | 'CELL_MISSING'
  | 'CELL_TOO_LONG'
  | 'CELL_IS_FORMULA'
  | 'CELL_IS_DATE'
  | 'CELL_IS_ERROR'
  | 'CELL_IS_MERGED'
  | 'CELL_UNREADABLE'
  | 'CELL_NOT_YES_NO'
  | 'PHONE_WRONG'
  | 'MASKED_UNKNOWN'
  | 'GRID_UNKNOWN'
  | 'BUILDING_UNKNOWN'
  | 'BUILDING_ELSEWHERE'
  | 'BUILDING_AMBIGUOUS'
  | 'HOUSEHOLD_UNKNOWN'
  | 'ROW_TWICE'
  | 'ROW_CONTRADICTS'
  | 'RESIDENT_BOUND'
  | 'RESIDENT_AMBIGUOUS'
  | 'WAITS_FOR_ROW'
  | 'DOOR_TAKEN'
  | 'CHANGED_MEANWHILE'
  | 'ACCOUNT_WRONG'
  | 'ACCOUNT_TAKEN'
  | 'ACCOUNT_OWN'
  | 'ACCOUNT_SHUT'
  | 'ACCOUNT_UNKNOWN'
  | 'ROLE_UNKNOWN'
  | 'ROLE_NOT_YOURS'
  | 'GRID_NEEDED'
  | 'GRID_NOT_WANTED'
  | 'TEAM_TAKEN'
  | 'TEAM_TAKEN_IN_FILE'
  | 'TEAM_BOTH'
  | 'NOT_CENTRAL'
  | 'SERVES_TOO_MANY'
  | 'UNIT_UNKNOWN'
  | 'MEMBER_ELSEWHERE'
  | 'PHONE_OF_OTHER';

/** `{row}` stands for the row of the same file that the sentence speaks of. */
export const ROW_PROBLEMS: Readonly<Record<RowProblem, Bilingual>> = {
  CELL_MISSING: { zh: '这一格必须填。', bo: 'རེའུ་མིག་འདི་ངེས་པར་འབྲི་དགོས།' },
  CELL_TOO_LONG: { zh: '字太多了。', bo: 'ཡིག་འབྲུ་མང་དྲགས་འདུག' },
  CELL_IS_FORMULA: { zh: '这是公式。请改成直接写的内容。', bo: 'འདི་སྤྱི་འགྲོས་རེད། ཐད་ཀར་འབྲི་རོགས།' },
  CELL_IS_DATE: {
    zh: '被表格软件变成了日期。请把这一格设成「文本」再填。',
    bo: 'རེའུ་མིག་མཉེན་ཆས་ཀྱིས་ཚེས་གྲངས་སུ་བསྒྱུར་འདུག «文本» རུ་བཀོད་ནས་འབྲི་རོགས།',
  },
  CELL_IS_ERROR: { zh: '这一格是错误值（如 #N/A）。', bo: 'རེའུ་མིག་འདི་ནོར་འཁྲུལ་གྱི་གྲངས་ (#N/A སོགས་) རེད།' },
  CELL_IS_MERGED: { zh: '这一格和别的格合并了。请取消合并，每行都填。', bo: 'རེའུ་མིག་གཞན་དང་སྦྲེལ་འདུག སོ་སོར་ཕྲལ་ནས་འབྲི་རོགས།' },
  CELL_UNREADABLE: { zh: '有看不见的特殊字符，请重新输入。', bo: 'མཐོང་མི་ཐུབ་པའི་ཡིག་རྟགས་འདུག གསར་དུ་འབྲི་རོགས།' },
  CELL_NOT_YES_NO: { zh: '只能填「是」或「否」。', bo: '«是» ཡང་ན་ «否» ཁོ་ན་འབྲི་ཆོག' },
  PHONE_WRONG: { zh: '要 11 位手机号，或带区号的座机。', bo: 'ཨང་ ༡༡ ཡི་ཁ་པར་ཨང་གྲངས་འབྲི་རོགས།' },
  MASKED_UNKNOWN: { zh: '带星号的内容不能导入。', bo: 'སྐར་རྟགས་ཅན་གྱི་ནང་དོན་ནང་འདྲེན་མི་ཐུབ།' },
  GRID_UNKNOWN: { zh: '本社区没有这个网格。', bo: 'སྡེ་ཁུལ་འདིར་དྲ་མིག་འདི་མེད།' },
  BUILDING_UNKNOWN: { zh: '「楼栋」表里和系统里都没有这栋楼。', bo: 'ཁང་པ་འདི་རེའུ་མིག་དང་མ་ལག་གང་ནའང་མི་འདུག' },
  BUILDING_ELSEWHERE: {
    zh: '这栋楼已在别的网格。同名的楼请加上小区名。',
    bo: 'ཁང་པ་འདི་དྲ་མིག་གཞན་ནང་འདུག མིང་གཅིག་པ་ལ་སྡོད་ཁུལ་གྱི་མིང་སྣོན་རོགས།',
  },
  BUILDING_AMBIGUOUS: { zh: '系统里有几栋同名的楼，分不清是哪一栋。', bo: 'མིང་གཅིག་པའི་ཁང་པ་མང་པོ་འདུག གང་ཡིན་མི་གསལ།' },
  HOUSEHOLD_UNKNOWN: { zh: '「住户」表里和系统里都没有这一户。', bo: 'ཁྱིམ་ཚང་འདི་རེའུ་མིག་དང་མ་ལག་གང་ནའང་མི་འདུག' },
  ROW_TWICE: { zh: '和第 {row} 行重复了。', bo: 'ཕྲེང་ {row} དང་བསྐྱར་ཟློས་འདུག' },
  ROW_CONTRADICTS: { zh: '和第 {row} 行说的不一样，不知以哪行为准。', bo: 'ཕྲེང་ {row} དང་མི་མཐུན། གང་བདེན་མི་གསལ།' },
  RESIDENT_BOUND: {
    zh: '这位居民已绑定本人手机，请由网格员核对修改。',
    bo: 'སྡོད་དམངས་འདིས་ཁ་པར་སྦྲེལ་ཟིན། དྲ་མིག་པས་ཞིབ་བཤེར་བྱེད་དགོས།',
  },
  RESIDENT_AMBIGUOUS: { zh: '这户登记了几个同名的人，分不清是谁。', bo: 'ཁྱིམ་འདིར་མིང་གཅིག་པའི་མི་མང་པོ་འདུག སུ་ཡིན་མི་གསལ།' },
  WAITS_FOR_ROW: {
    zh: '要先改好它所在的楼栋、住户或单位那一行（第 {row} 行）。',
    bo: 'སྔོན་ལ་ཁང་པའམ་ཁྱིམ་ཚང་། ལས་ཁུངས་ཀྱི་ཕྲེང་ {row} བཅོས་དགོས།',
  },
  DOOR_TAKEN: { zh: '系统里已有写法几乎一样的门牌，没有导入。', bo: 'མ་ལག་ནང་འདྲ་མཚུངས་ཀྱི་སྒོ་ཨང་འདུག་པས་ནང་འདྲེན་མ་བྱས།' },
  CHANGED_MEANWHILE: { zh: '检查之后系统里有人改过，没有导入。', bo: 'ཞིབ་བཤེར་རྗེས་མ་ལག་ནང་བསྒྱུར་བཅོས་བྱུང་བས་ནང་འདྲེན་མ་བྱས།' },
  ACCOUNT_WRONG: {
    zh: '账号只能用 2 到 40 个英文字母、数字、点、横线或下划线。',
    bo: 'ཐོ་ཁོངས་མིང་ལ་དབྱིན་ཡིག་དང་ཨང་ཀི། ཚེག་དང་ཐིག་ ༢ ནས་ ༤༠ བར་ལས་བེད་སྤྱོད་མི་རུང་།',
  },
  ACCOUNT_TAKEN: {
    zh: '这个账号是别人的（称呼不一样，或在别的社区）。请换一个账号名。',
    bo: 'ཐོ་ཁོངས་འདི་གཞན་གྱི་རེད། (འབོད་མིང་མི་འདྲའམ་སྡེ་ཁུལ་གཞན་དུ་ཡོད།) མིང་གཞན་ཞིག་འདེམས་རོགས།',
  },
  ACCOUNT_OWN: { zh: '自己的角色，请另一位管理员来给。', bo: 'རང་གི་འགན་ཁུར་དོ་དམ་པ་གཞན་ཞིག་གིས་སྤྲོད་རོགས།' },
  ACCOUNT_SHUT: {
    zh: '这个账号已停用。请先在「账号」里恢复。',
    bo: 'ཐོ་ཁོངས་འདི་མཚམས་བཞག་ཟིན། སྔོན་ལ་ཐོ་ཁོངས་ནང་ནས་སླར་གསོ་བྱོས།',
  },
  ACCOUNT_UNKNOWN: { zh: '「人员」表里和系统里都没有这个账号。', bo: 'ཐོ་ཁོངས་འདི་རེའུ་མིག་དང་མ་ལག་གང་ནའང་མི་འདུག' },
  ROLE_UNKNOWN: {
    zh: '没有这个角色。请从列表里选；协办单位和街道的人在「社区设置」里加。',
    bo: 'འགན་ཁུར་འདི་མེད། ཐོ་ནང་ནས་འདེམས། མཉམ་ལས་ཚན་པ་དང་ཁྲོམ་གཞུང་གི་མི་སྒྲིག་འགོད་ནང་ནས་སྣོན།',
  },
  ROLE_NOT_YOURS: {
    zh: '开账号、给角色要由管理员导入。',
    bo: 'ཐོ་ཁོངས་འབྱེད་པ་དང་འགན་ཁུར་སྤྲོད་པ་ནི་དོ་དམ་པས་ནང་འདྲེན་བྱེད་དགོས།',
  },
  GRID_NEEDED: { zh: '网格员和后备网格员要写明是哪个网格。', bo: 'དྲ་མིག་པ་དང་ཚབ་པར་དྲ་མིག་གང་ཡིན་འབྲི་དགོས།' },
  GRID_NOT_WANTED: { zh: '这个角色是全社区的，网格请空着。', bo: 'འགན་ཁུར་འདི་སྡེ་ཁུལ་ཡོངས་ཀྱི་རེད། དྲ་མིག་སྟོང་པར་བཞག་རོགས།' },
  TEAM_TAKEN: {
    zh: '这个网格已经有人了。要换人，请在「社区设置」的「网格」里换。',
    bo: 'དྲ་མིག་འདིར་མི་ཡོད་ཟིན། མི་བརྗེ་དགོས་ན་སྒྲིག་འགོད་ཀྱི་དྲ་མིག་ནང་ནས་བརྗེ་རོགས།',
  },
  TEAM_TAKEN_IN_FILE: {
    zh: '和第 {row} 行是同一个网格的同一个位置，只能有一个人。',
    bo: 'ཕྲེང་ {row} དང་དྲ་མིག་གཅིག་གི་གནས་གཅིག་རེད། མི་གཅིག་ལས་མི་ཆོག',
  },
  TEAM_BOTH: {
    zh: '一个人不能又是这个网格的网格员，又是它的后备。',
    bo: 'མི་གཅིག་དྲ་མིག་གཅིག་གི་དྲ་མིག་པ་དང་ཚབ་པ་གཉིས་ཀ་བྱེད་མི་རུང་།',
  },
  NOT_CENTRAL: { zh: '这个账号不是党员中心户。', bo: 'ཐོ་ཁོངས་འདི་ཏང་ཡོན་ལྟེ་བའི་ཁྱིམ་ཚང་མིན།' },
  SERVES_TOO_MANY: { zh: '这个中心户已经有 20 户，不能再多。', bo: 'ལྟེ་བའི་ཁྱིམ་འདིར་ཁྱིམ་ ༢༠ ཡོད་ཟིན། དེ་ལས་མང་མི་རུང་།' },
  UNIT_UNKNOWN: { zh: '「单位」表里和系统里都没有这个单位。', bo: 'ལས་ཁུངས་འདི་རེའུ་མིག་དང་མ་ལག་གང་ནའང་མི་འདུག' },
  MEMBER_ELSEWHERE: {
    zh: '他在别的单位的名册里。要转单位，请在名册里转。',
    bo: 'ཁོང་ལས་ཁུངས་གཞན་གྱི་མིང་ཐོའི་ནང་འདུག ལས་ཁུངས་སྤོ་དགོས་ན་མིང་ཐོའི་ནང་ནས་སྤོ་རོགས།',
  },
  PHONE_OF_OTHER: { zh: '名册里别的人用着这个电话。', bo: 'མིང་ཐོའི་ནང་མི་གཞན་གྱིས་ཁ་པར་འདི་བཀོལ་བཞིན་འདུག' },
};

export type KeptBecause =
  | 'HAS_CARD'
  | 'HAS_TICKET'
  | 'HAS_BINDING'
  | 'IS_SERVED'
  | 'IS_BOUND'
  | 'HAS_PEOPLE'
  | 'HAS_DOORS'
  | 'HAS_LOGGED_IN'
  | 'HAS_WORK'
  | 'HAS_ROLES'
  | 'CHANGED_SINCE';

/** Why a row of an import that is taken back stays. */
export const KEPT_BECAUSE: Readonly<Record<KeptBecause, Bilingual>> = {
  HAS_CARD: { zh: '已经发过联络卡', bo: 'འབྲེལ་གཏུགས་བྱང་བུ་བཏང་ཟིན།' },
  HAS_TICKET: { zh: '已经有诉求', bo: 'རེ་ཞུ་འདུག' },
  HAS_BINDING: { zh: '已经有人申请绑定', bo: 'སྦྲེལ་མཐུད་རེ་ཞུ་འདུག' },
  IS_SERVED: { zh: '已由党员中心户联系', bo: 'ལྟེ་བའི་ཁྱིམ་གྱིས་འབྲེལ་བ་བྱེད་བཞིན་ཡོད།' },
  IS_BOUND: { zh: '已绑定本人手机', bo: 'རང་གི་ཁ་པར་སྦྲེལ་ཟིན།' },
  HAS_PEOPLE: { zh: '里面还登记着人', bo: 'ནང་དུ་མི་ཐོ་འགོད་བྱས་འདུག' },
  HAS_DOORS: { zh: '里面还有住户', bo: 'ནང་དུ་ཁྱིམ་ཚང་འདུག' },
  HAS_LOGGED_IN: { zh: '本人已经登录过', bo: 'ཁོ་རང་ཐོ་འགོད་བྱས་ཟིན།' },
  HAS_WORK: { zh: '手上已经有事', bo: 'ལག་ཏུ་ལས་དོན་ཡོད།' },
  HAS_ROLES: { zh: '这个账号还有别的角色', bo: 'ཐོ་ཁོངས་འདིར་འགན་ཁུར་གཞན་ཡོད།' },
  CHANGED_SINCE: { zh: '导入以后又改过', bo: 'ནང་འདྲེན་རྗེས་བསྒྱུར་བཅོས་བྱུང་འདུག' },
};
