/** The eight standing kinds of service that every community begins with; Tibetan is a draft for a native reader. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';

export const STANDING_KINDS: readonly { code: string; name: Bilingual }[] = [
  { code: 'policy', name: { zh: '政策宣讲', bo: 'སྲིད་ཇུས་དྲིལ་བསྒྲགས།' } },
  { code: 'cleaning', name: { zh: '环境卫生', bo: 'ཁོར་ཡུག་འཕྲོད་བསྟེན།' } },
  { code: 'care', name: { zh: '关爱帮扶', bo: 'བརྩེ་སྐྱོང་རོགས་སྐྱོར།' } },
  { code: 'safety', name: { zh: '平安巡防', bo: 'བདེ་འཇགས་མྱུལ་ཞིབ།' } },
  { code: 'mediation', name: { zh: '矛盾调解', bo: 'འགལ་ཟླ་འདུམ་སྒྲིག' } },
  { code: 'culture', name: { zh: '文体活动', bo: 'རིག་གནས་ལུས་རྩལ།' } },
  { code: 'learning', name: { zh: '科普助学', bo: 'ཚན་རིག་ཁྱབ་སྤེལ་དང་སློབ་རོགས།' } },
  { code: 'health', name: { zh: '健康义诊', bo: 'བདེ་ཐང་རིན་མེད་སྨན་བཅོས།' } },
];
