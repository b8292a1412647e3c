/** A length that its cap always ends before is pointed out, mildly, with both in words. */
import { translator } from '../../src/platform/translate';
import { cappedWords } from '../../src/features/tickets/parts/deadline-words';
import '../../src/texts/apart/rules';

const RULE = { span: { amount: 6, unit: 'work_day' as const }, capDays: 7, marks: [] };

it('names the length and the cap that comes before it', () => {
  expect(cappedWords(translator('zh'), RULE)).toBe('平常一周里，6 个工作日总比 7 个自然日长，实际都是 7 天到期。');
});

it('is said in Tibetan without a Chinese sign or a hole', () => {
  expect(cappedWords(translator('bo'), RULE)).not.toMatch(/[{}]|\p{Script=Han}/u);
});
