/** Sentences that recur in the demo's appeals, and the categories they belong to; Tibetan is a draft for a native reader. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { Grade } from '@sevengrid/shared/tickets/terms';

export interface DemoCategory {
  code: string;
  name: Bilingual;
  hint: Bilingual;
  grade: Grade;
  danger?: true;
}

export const CATEGORIES: readonly DemoCategory[] = [
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

export const STILL_WRONG = [
  '修好没两天又坏了，麻烦再来看看。',
  '只弄了一半，里面那一段还是老样子。',
  '当天好了，晚上又不行了。',
  '说好要来第二次，一直没来。',
];

export const DONE_AGAIN = [
  '又去了一次，把上回没弄到的地方补上了，当面试给他们看。',
  '换了材料重新做了一遍，观察了两天没有再坏。',
  '请了专门的师傅来，查出原因，彻底处理了。',
];

export const FOUND_SOLVED = [
  '打电话问过，说已经好了，很满意。',
  '上门看了，确实弄好了。',
  '老人说好了，还让谢谢网格员。',
  '',
];

export const THANKS = ['好了，谢谢！', '已经弄好了，辛苦了。', '没问题了，来得很快。', 'ཐུགས་རྗེ་ཆེ། ཡག་པོ་བྱུང་སོང་།', ''];

export const INSTEAD: readonly {
  reason: 'outside_area' | 'not_public_service' | 'in_court' | 'no_content';
  words: string;
}[] = [
  { reason: 'outside_area', words: '这条路在隔壁社区，已经把他们的电话发给您：请打 12345 转相邻社区。' },
  { reason: 'not_public_service', words: '家里买的电器质量问题，请拿发票找商家，商家不理可以打 12315。' },
  { reason: 'in_court', words: '这件事法院正在审理，请按法院通知办，需要陪同可以告诉我们。' },
  { reason: 'no_content', words: '没有看懂是什么事，请写清楚地点和情况再发一次，或者直接打电话。' },
];

export const OBJECTION = '我觉得这就是小区里面的事，请再看一看。';

export const NO_LONGER = ['自己解决了，不用来了。', '邻居已经帮忙弄好了。', ''];

export const REMARKS = [
  { words: '这户白天上班，晚上七点以后在家。', shown: false },
  { words: '和物业约了周三一起去看。', shown: true },
  { words: '材料已经买好，等师傅排时间。', shown: true },
  { words: '老人耳朵不好，打电话要大声一点。', shown: false },
];

/** Asked when the work cannot go on without an answer. */
export const QUESTIONS: readonly string[] = [
  '请问您哪天在家？好约师傅上门。',
  '请问坏的是哪一处，在几楼、靠近哪一家？',
  '请问大概是几点钟最厉害？我们那个时候去看。',
];

/** Which outside body is asked for a kind of matter, by its demo account, and what it is asked. */
export const BODY_OF: Readonly<Record<string, string>> = {
  parking: 'police', noise: 'police', lighting: 'power', utilities: 'power',
}; // prettier-ignore
export const ASKED_OF: Readonly<Record<string, readonly string[]>> = {
  police: ['请到现场看一看，商量怎么管。', '居民反映多次，请安排人在早晚各看一次。'],
  power: ['请派人查一查线路和开关，能修的尽快修。', '请查明原因，定个修好的日子，我们好告诉居民。'],
  property: ['请安排维修，修好前先围好、贴好提示。', '请上门看一看，能修的这周修好。'],
};
