/** Rows 6 and 7: one thing stops the time, a question to the requester, for five working days in a cycle; then the work goes on. */
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

/** In hand since Monday noon, due on Thursday at six. */
const working = (): Promise<string> => week.here.openUpTo('accept', 'contact');

it('stands still while the requester is asked, and is put off by just the working time that took', async () => {
  const { here } = week;
  const id = await working();
  await week.reach('0 12:30');
  const asked = await week.step(here.worker, 'ask', id, { how: 'message', words: '灯在几楼？' });
  expect(asked).toMatchObject({ stage: 'working', phase: 'waiting_requester' });
  expect(asked.question?.words).toBe('灯在几楼？');
  // Five working days of six hours, from half past twelve.
  expect(week.due(asked)).toBe('answer 7 12:30');
  expect(week.shown(asked.question?.until)).toBe('7 12:30');
  expect((await week.told(here.resident, id)).at(-1)?.facts.action).toBe('ask');
  await week.reach('1 12:00');
  const answered = await week.step(here.resident, 'answer', id, { words: '三楼' });
  expect(answered).toMatchObject({ stage: 'working', phase: 'active', question: null });
  // Five hours and a half were waited.
  expect(week.due(answered)).toBe('resolve 4 17:30');
  expect(week.shown(answered.timeline.at(-1)?.facts.dueAt)).toBe('4 17:30');
  expect((await week.told(here.worker, id)).at(-1)?.facts.action).toBe('answer');
});

it('warns of nothing meanwhile, and at four fifths of the time that ran', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.worker, 'ask', id);
  await week.reach('4 11:30');
  expect(await week.byTime(id)).toEqual([]);
  await week.step(here.worker, 'answer', id, { words: '电话里说在三楼' });
  // Half an hour less than four days was waited; the warning was to come on Thursday at 11:12.
  expect(week.due(await week.seen(id))).toBe('resolve 9 17:30');
  await week.reach('9 10:41');
  expect(await week.byTime(id)).toEqual([]);
  await week.reach('9 10:43');
  expect(await week.byTime(id)).toEqual(['warn resolve 80']);
  await week.end(id);
});

it('goes on by itself after five working days, and asks no more in that cycle', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.worker, 'ask', id);
  await week.reach('7 11:59');
  expect((await week.seen(id)).phase).toBe('waiting_requester');
  await week.reach('7 12:01');
  const resumed = await week.seen(id);
  expect(resumed).toMatchObject({ stage: 'working', phase: 'active', question: null });
  expect(resumed.timeline.at(-1)).toMatchObject({ action: 'resume', actor: { side: 'system' } });
  expect(week.due(resumed)).toBe('resolve 10 18:00');
  for (const by of [here.worker, here.resident]) expect((await week.told(by, id)).at(-1)?.facts.action).toBe('resume');
  expect((await week.seen(id, here.worker)).moves).not.toContain('ask');
  expect((await here.try(here.worker, 'ask', id)).code).toBe('QUESTIONS_USED_UP');
  expect((await here.try(here.resident, 'answer', id)).code).toBe('TICKET_WRONG_STAGE');
  // A new cycle has five days of its own.
  await week.step(here.worker, 'resolve', id);
  await week.step(here.resident, 'reopen', id);
  await week.step(here.worker, 'contact', id);
  expect((await here.try(here.worker, 'ask', id)).status).toBe(200);
});

it('lets all questions of a cycle share the five days', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.worker, 'ask', id);
  expect((await here.try(here.worker, 'ask', id)).code).toBe('QUESTION_OPEN');
  await week.reach('3 12:00');
  await week.step(here.resident, 'answer', id);
  // Three days are used; of thirty hours twelve are left.
  expect(week.due(await week.step(here.worker, 'ask', id))).toBe('answer 7 12:00');
  await week.end(id);
});

it('does not stand still for an outside body, and waits for the requester first', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.staff, 'coordinate', id, here.bodyOf('coordinate'));
  const waiting = await week.seen(id);
  expect(waiting.phase).toBe('waiting_partner');
  expect(week.due(waiting)).toBe('resolve 3 18:00');
  expect((await week.step(here.worker, 'ask', id)).phase).toBe('waiting_requester');
  await week.reach('1 11:30');
  const answered = await week.step(here.resident, 'answer', id);
  expect(answered.phase).toBe('waiting_partner');
  expect(week.due(answered)).toBe('resolve 4 17:30');
  await week.end(id);
});

it('keeps what was waited for when the grade changes', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.worker, 'ask', id);
  await week.reach('1 12:00');
  await week.step(here.resident, 'answer', id);
  // A day and a night from Monday noon, and a day and a night that were waited.
  const regraded = await week.step(here.staff, 'regrade', id, { grade: 'G1', words: '家里有老人' });
  expect(week.due(regraded)).toBe('resolve 2 12:00');
  await week.end(id);
});

it('is as late after an answer as it was when it was asked', async () => {
  const { here } = week;
  const id = await working();
  await week.reach('4 12:00');
  await week.step(here.worker, 'ask', id);
  await week.reach('7 11:30');
  // Two hours and a half, then and now.
  expect(week.due(await week.step(here.resident, 'answer', id))).toBe('resolve 4 17:30');
  await week.end(id);
});

it('stops nothing else: neither a remark nor a visit, and nobody but holder and requester may answer', async () => {
  const { here } = week;
  const id = await working();
  await week.step(here.worker, 'remark', id, { words: '等配件', shown: true });
  await week.step(here.worker, 'contact', id);
  expect(week.due(await week.seen(id))).toBe('resolve 3 18:00');
  expect((await here.try(here.resident, 'answer', id)).code).toBe('TICKET_WRONG_STAGE');
  await week.step(here.worker, 'ask', id);
  expect((await here.try(here.staff, 'answer', id)).code).toBe('NOT_ALLOWED');
  // What is done needs no answer any more.
  expect(await week.step(here.worker, 'resolve', id)).toMatchObject({ phase: 'resolved', question: null });
});
