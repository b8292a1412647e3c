/** Sentences that recur in the demo's appeals; Tibetan is a draft for a native reader. */

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

/** What somebody says who is asked about a withdrawal. */
export const OF_OWN_WILL = '问过了，是自己不想办了，没有人劝。';
