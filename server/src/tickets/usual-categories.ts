/** The ten kinds of matters that most communities begin with; Tibetan is a draft for a native reader. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { Grade } from '@sevengrid/shared/tickets/terms';

export interface UsualCategory {
  code: string;
  name: Bilingual;
  hint: Bilingual;
  grade: Grade;
  danger?: true;
}

export const USUAL_CATEGORIES: readonly UsualCategory[] = [
  {
    code: 'lighting',
    name: { zh: '路灯照明', bo: 'གློག་མེ།' },
    hint: { zh: '楼道灯、路灯不亮', bo: 'འགྲོ་ལམ་དང་ལམ་ཁའི་གློག་མེ།' },
    grade: 'G2',
  },
  {
    code: 'parking',
    name: { zh: '停车出行', bo: 'མོ་ཊ་འཇོག་ས།' },
    hint: { zh: '乱停车、堵路、占通道', bo: 'མོ་ཊ་འཇོག་པ་དང་ལམ་འགག་པ།' },
    grade: 'G2',
  },
  {
    code: 'cleaning',
    name: { zh: '环境卫生', bo: 'འཕྲོད་བསྟེན།' },
    hint: { zh: '垃圾、污水、井盖', bo: 'གད་སྙིགས་དང་ཆུ་བཙོག' },
    grade: 'G2',
  },
  {
    code: 'utilities',
    name: { zh: '水电气暖', bo: 'ཆུ་གློག་དྲོད།' },
    hint: { zh: '停水停电、暖气不热', bo: 'ཆུ་དང་གློག་ཆད་པ། དྲོད་མེད་པ།' },
    grade: 'G1',
  },
  {
    code: 'noise',
    name: { zh: '噪声扰民', bo: 'སྐད་སྒྲ་ཆེ་བ།' },
    hint: { zh: '装修、音乐、狗叫', bo: 'ཁང་བཟོ་དང་རོལ་དབྱངས། ཁྱི་སྐད།' },
    grade: 'G2',
  },
  {
    code: 'housing',
    name: { zh: '房屋维修', bo: 'ཁང་པ་ཞིག་གསོ།' },
    hint: { zh: '漏雨、门窗、扶手', bo: 'ཐོག་ཆུ་ཤོར་བ། སྒོ་དང་སྒེའུ་ཁུང་།' },
    grade: 'G2',
  },
  {
    code: 'neighbours',
    name: { zh: '邻里关系', bo: 'ཁྱིམ་མཚེས་འབྲེལ་བ།' },
    hint: { zh: '邻居之间的事', bo: 'ཁྱིམ་མཚེས་བར་གྱི་དོན།' },
    grade: 'G2',
  },
  {
    code: 'elders',
    name: { zh: '老人帮扶', bo: 'རྒན་རྒོན་རོགས་སྐྱོར།' },
    hint: { zh: '老人看病、办事、照看', bo: 'རྒན་རྒོན་གྱི་སྨན་བཅོས་དང་ལྟ་སྐྱོང་།' },
    grade: 'G1',
  },
  {
    code: 'danger',
    name: { zh: '燃气、火灾等危险', bo: 'གས་རླངས་དང་མེ་སྐྱོན་སོགས་ཉེན་ཁ།' },
    hint: { zh: '先打 119、120 或燃气抢修电话', bo: 'སྔོན་ལ་ 119 དང་ 120 ལ་ཁ་པར་གཏོང་།' },
    grade: 'G0',
    danger: true,
  },
  {
    code: 'other',
    name: { zh: '其他', bo: 'གཞན་དག' },
    hint: { zh: '不知道选哪个，就选这个', bo: 'གང་འདེམས་མ་ཤེས་ན་འདི་འདེམས།' },
    grade: 'G2',
  },
];
