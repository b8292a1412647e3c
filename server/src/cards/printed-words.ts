/** The words printed on every card, in both scripts, and numbers grouped as people read them out. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';

/** Tibetan is a machine draft, to be signed by a native reader. */
export const PRINTED = {
  title: { zh: '网格便民服务联络卡', bo: 'དྲ་མིག་ཞབས་ཞུའི་འབྲེལ་གཏུགས་བྱང་བུ།' },
  worker: { zh: '网格员', bo: 'དྲ་མིག་པ།' },
  backup: { zh: '后备', bo: 'ཚབ་བྱེད།' },
  duty: { zh: '值班电话', bo: 'འགན་ཁུར་ཁ་པར།' },
  office: { zh: '社区', bo: 'སྡེ་ཁུལ།' },
  shortCode: { zh: '短码', bo: 'ཨང་ཐུང་།' },
  how: {
    zh: '有事扫二维码，或打值班电话，报出短码。',
    bo: 'དོན་དག་ཡོད་ན་རྩ་གཉིས་ཨང་རྟགས་ཕྱར་བའམ་འགན་ཁུར་ཁ་པར་བཏང་ནས་ཨང་ཐུང་ཤོད་རོགས།',
  },
} as const satisfies Record<string, Bilingual>;

/** 0891-0000201 and 138 0000 8000: an area code of Tibet has four digits, those of the largest cities three. */
export function spokenPhone(phone: string): string {
  const mobile = /^(1\d\d)(\d{4})(\d{4})$/.exec(phone);
  if (mobile) return mobile.slice(1).join(' ');
  const landline = /^(0(?:10|2\d)|0[3-9]\d\d)(\d{6,8})$/.exec(phone);
  return landline ? `${landline[1]}-${landline[2]}` : phone;
}

/** 123 456 */
export const spokenCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
