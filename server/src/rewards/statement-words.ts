/** The words on a printed statement, in both languages of the community. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import { wallTime } from '@sevengrid/shared/kernel/days';

export const STATEMENT_WORDS = {
  title: { zh: '积分兑换结算单', bo: 'བསགས་སྐར་བརྗེ་ལེན་རྩིས་བཤེར་ཐོ།' },
  month: { zh: '月份', bo: 'ཟླ་བ།' },
  merchant: { zh: '商户', bo: 'ཚོང་ཁང་།' },
  community: { zh: '社区', bo: 'སྡེ་ཁུལ།' },
  number: { zh: '编号', bo: 'ཨང་རྟགས།' },
  time: { zh: '时间', bo: 'དུས་ཚོད།' },
  item: { zh: '项目', bo: 'རྣམ་གྲངས།' },
  points: { zh: '积分', bo: 'བསགས་སྐར།' },
  value: { zh: '面值（元）', bo: 'རིན་ཐང་། (སྒོར།)' },
  bill: { zh: '消费（元）', bo: 'ཉོ་སྤྱོད། (སྒོར།)' },
  total: { zh: '合计', bo: 'བསྡོམས་རྩིས།' },
  undo: { zh: '撤回', bo: 'ཕྱིར་བསྡུ།' },
  pieces: { zh: '份', bo: 'ཆ་གྲངས།' },
  notYet: { zh: '未确认', bo: 'གཏན་འཁེལ་མ་བྱས།' },
  confirmedMerchant: { zh: '商户确认', bo: 'ཚོང་ཁང་གིས་གཏན་འཁེལ།' },
  confirmedCommunity: { zh: '社区确认', bo: 'སྡེ་ཁུལ་གྱིས་གཏན་འཁེལ།' },
  proof: { zh: '校验值', bo: 'ར་སྤྲོད་གྲངས།' },
} as const satisfies Record<string, Bilingual>;

export const both = ({ zh, bo }: Bilingual): string => (bo ? `${zh} ${bo}` : zh);

/** 120000 → 1200.00 */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-23 14:05` on the community's wall. */
export function wallText(instant: string, tzOffset: number): string {
  const { day, hour, minute } = wallTime(Date.parse(instant), tzOffset);
  return `${day} ${two(hour)}:${two(minute)}`;
}
