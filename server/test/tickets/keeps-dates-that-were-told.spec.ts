/** A ticket keeps the deadlines it was opened under; a calendar that changes moves its dates later, and never earlier. */
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { ClockRuleInput, WriteDeadlines } from '@sevengrid/shared/tickets/deadlines.requests';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Answer } from '../actors/caller';
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

const inForce = async (): Promise<WriteDeadlines> => {
  const { version, rules } = (await week.here.lead.call(deadlineRoutes.read, { query: {} })).reply;
  const inputs = rules.map(({ span, categoryId, ...rule }) => ({
    ...rule,
    ...span,
    ...(categoryId ? { categoryId } : {}),
  }));
  return { basedOn: version, rules: inputs as ClockRuleInput[] };
};
/** Writes what is in force with one rule more, or in the place of that of the same matter, grade and clock. */
async function rewrite(rule: Partial<ClockRuleInput>): Promise<Answer<unknown>> {
  const { basedOn, rules } = await inForce();
  const same = (of: ClockRuleInput): boolean =>
    of.grade === rule.grade && of.clock === rule.clock && of.categoryId === rule.categoryId;
  const whole = { ...{ unit: 'work_day', marks: [{ percent: 80 }] }, ...rule } as ClockRuleInput;
  return week.here.lead.call(deadlineRoutes.write, {
    body: { basedOn, rules: [...rules.filter((of) => !same(of)), whole] },
  });
}

type Kind = 'off' | 'work' | 'ordinary';
/** Sets days of the week that began, and lets the job date everything anew. */
async function notice(...days: [day: number, kind: Kind][]): Promise<void> {
  const of = (n: number): string => new Date(week.instant(`${n} 12:00`)).toISOString().slice(0, 10);
  const body = { days: days.map(([day, kind]) => ({ day: of(day), kind, name: '通知' })) };
  void (await week.here.staff.call(deadlineRoutes.writeDays, { body })).reply;
  await week.app.get(Scheduler).runNow('redate-tickets');
}

describe('deadlines', () => {
  let seeded: WriteDeadlines;
  beforeAll(async () => {
    seeded = await inForce();
  });
  afterEach(async () => {
    const { basedOn } = await inForce();
    await week.here.lead.call(deadlineRoutes.write, { body: { basedOn, rules: seeded.rules } });
  });

  it('are those of the version it was opened under, at every later step; the next one has the new ones', async () => {
    const { here } = week;
    const { id } = await here.open(here.resident);
    expect((await rewrite({ grade: 'G2', clock: 'accept', amount: 30, unit: 'wall_min' })).status).toBe(200);
    expect((await rewrite({ grade: 'G2', clock: 'resolve', amount: 1 })).status).toBe(200);
    expect(week.due(await week.seen(id))).toBe('accept 0 16:30');
    await here.walk(id, 'accept', 'contact');
    expect(week.due(await week.seen(id))).toBe('resolve 3 18:00');
    await here.walk(id, 'resolve', 'reopen');
    expect(week.shown((await week.seen(id)).timeline.at(-1)?.facts.dueAt)).toBe('2 18:00');
    const next = await here.open(here.resident);
    expect(week.shown(next.due.at)).toBe('0 12:30');
    await here.walk(next.id, 'accept', 'contact');
    expect(week.due(await week.seen(next.id))).toBe('resolve 1 18:00');
    for (const done of [id, next.id]) await week.end(done);
  });

  it('may be other ones for one kind of matter', async () => {
    const { here } = week;
    const categoryId = here.category('elders');
    expect((await rewrite({ grade: 'G2', clock: 'contact', amount: 60, unit: 'wall_min', categoryId })).status).toBe(
      200,
    );
    const { id } = await here.open(here.resident, { categoryId, words: '老人要量血压' });
    expect(week.due(await week.step(here.worker, 'accept', id, { grade: 'G2' }))).toBe('contact 0 13:00');
    const other = await here.openUpTo('accept');
    expect(week.due(await week.seen(other))).toBe('contact 1 18:00');
    for (const done of [id, other]) await week.end(done);
  });

  it('are written whole, by whoever read the last version, and raise only where something was missed', async () => {
    const { here } = week;
    const { basedOn, rules } = await inForce();
    const write = async (body: object) =>
      (await here.lead.send(deadlineRoutes.write, { body: { basedOn, rules, ...body } })).code;
    expect(await write({ rules: rules.filter((rule) => rule.clock !== 'follow_up') })).toBe('POLICY_INCOMPLETE');
    expect(await write({ basedOn: basedOn - 1 })).toBe('CHANGED_MEANWHILE');
    const wrong = rules.map((rule) =>
      rule.clock === 'contact' ? { ...rule, marks: [{ percent: 90, tier: 'street' }] } : rule,
    );
    expect(await write({ rules: wrong })).toBe('MARK_CANNOT_RAISE');
    expect(await write({ rules: [...rules, { ...rules[0], categoryId: here.demo.communityId }] })).toBe(
      'CATEGORY_UNKNOWN',
    );
    expect((await inForce()).basedOn).toBe(basedOn);
  });

  it('are refused where they end nowhere, and filing goes on', async () => {
    const { here } = week;
    const wrong = async (rule: Partial<ClockRuleInput>) => {
      const { problem } = await rewrite({ grade: 'G2', clock: 'accept', ...rule });
      return [problem.code, problem.fields?.[0]?.field.split('.').at(-1)];
    };
    expect(await wrong({ amount: 800 })).toEqual(['INPUT_INVALID', 'amount']);
    expect(await wrong({ amount: 30_001, unit: 'work_min' })).toEqual(['INPUT_INVALID', 'amount']);
    expect(await wrong({ amount: 366, unit: 'natural_day' })).toEqual(['INPUT_INVALID', 'amount']);
    expect(await wrong({ amount: 250, marks: [{ percent: 500 }] })).toEqual(['DEADLINE_TOO_LONG', 'marks']);
    expect(week.shown((await here.open(here.resident)).due.at)).toBe('0 16:30');
    expect((await rewrite({ grade: 'G2', clock: 'accept', amount: 250 })).status).toBe(200);
    const { id } = await here.open(here.resident);
    expect((await week.seen(id)).due?.clock).toBe('accept');
    await week.end(id);
  });

  it('may wait for the requester by the wall clock too', async () => {
    const { here } = week;
    expect((await rewrite({ grade: 'G2', clock: 'answer', amount: 120, unit: 'wall_min', marks: [] })).status).toBe(
      200,
    );
    const id = await here.openUpTo('accept', 'contact', 'ask');
    expect(week.due(await week.seen(id))).toBe('answer 0 14:00');
    await week.reach('0 14:01');
    expect((await here.try(here.worker, 'ask', id)).code).toBe('QUESTIONS_USED_UP');
    await week.end(id);
  });
});

describe('the calendar', () => {
  it('moves what was told later by a day off, tells the new date, and moves nothing back', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G3' }]);
    expect(week.due(await week.seen(id))).toBe('contact 1 18:00');
    await notice([1, 'off']);
    const later = await week.seen(id);
    expect(week.due(later)).toBe('contact 2 18:00');
    expect(later.timeline.at(-1)).toMatchObject({ action: 'redate', actor: { side: 'system' } });
    await notice([1, 'ordinary']);
    expect(week.due(await week.seen(id))).toBe('contact 2 18:00');
    await week.end(id);
  });

  it('tells the requester the later date of being resolved', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    await notice([2, 'off']);
    expect(week.due(await week.seen(id))).toBe('resolve 4 18:00');
    const told = (await week.told(here.resident, id)).at(-1);
    expect([told?.facts.action, week.shown(told?.facts.dueAt)]).toEqual(['redate', '4 18:00']);
    await notice([2, 'ordinary'], [5, 'work']);
    expect(week.due(await week.seen(id))).toBe('resolve 4 18:00');
    await notice([5, 'ordinary']);
    await week.end(id);
  });

  it('makes nothing earlier through an answer or more time either', async () => {
    const { here } = week;
    await notice([1, 'off'], [2, 'off']);
    const held = await here.openUpTo('accept', 'contact');
    const asked = await here.openUpTo('accept', 'contact', 'ask');
    expect(week.due(await week.seen(held))).toBe('resolve 7 12:00');
    await notice([1, 'ordinary'], [2, 'ordinary']);
    expect(week.due(await week.step(here.resident, 'answer', asked))).toBe('resolve 7 12:00');
    // A day more is a day after what was told.
    expect(week.due(await week.step(here.lead, 'extend', held, { days: 1, words: '等配件' }))).toBe('resolve 8 12:00');
    for (const id of [held, asked]) await week.end(id);
  });

  it('is refused hours in which a deadline in use would end nowhere, and keeps those it had', async () => {
    const { here } = week;
    const read = async () => (await here.staff.call(deadlineRoutes.calendar, { query: {} })).reply;
    const before = await read();
    const aMinuteAWeek = { weekdays: [1], intervals: [{ from: 570, to: 571 }] };
    const { problem } = await here.staff.call(deadlineRoutes.writeHours, { body: aMinuteAWeek });
    expect([problem.code, problem.fields?.[0]?.field]).toEqual(['HOURS_TOO_FEW', 'body.intervals']);
    expect(await read()).toEqual(before);
    const { id } = await here.open(here.resident);
    expect(week.due(await week.seen(id))).toBe('accept 0 16:30');
    await week.end(id);
  });

  it('counts the deadlines of open tickets too, though there are newer ones', async () => {
    const { here } = week;
    const { rules, basedOn } = await inForce();
    expect((await rewrite({ grade: 'G3', clock: 'contact', amount: 200 })).status).toBe(200);
    const held = await here.openUpTo(['accept', { grade: 'G3' }]);
    await here.lead.call(deadlineRoutes.write, { body: { basedOn: basedOn + 1, rules } });
    const aDayAWeek = { weekdays: [1], intervals: [{ from: 570, to: 1080 }] };
    const write = () => here.staff.call(deadlineRoutes.writeHours, { body: aDayAWeek });
    expect((await write()).code).toBe('HOURS_TOO_FEW');
    await week.end(held);
    const { weekdays, intervals } = (await here.staff.call(deadlineRoutes.calendar, { query: {} })).reply;
    expect((await write()).code).toBeNull();
    expect((await here.staff.call(deadlineRoutes.writeHours, { body: { weekdays, intervals } })).code).toBeNull();
    await week.app.get(Scheduler).runNow('redate-tickets');
  });

  it('is refused days off after which one would', async () => {
    const { here } = week;
    const { rules } = await inForce();
    const { weekdays, intervals } = (await here.staff.call(deadlineRoutes.calendar, { query: {} })).reply;
    const hours = (days: number[]) =>
      here.staff.call(deadlineRoutes.writeHours, { body: { weekdays: days, intervals } });
    expect((await hours([1, 2])).code).toBeNull();
    expect((await rewrite({ grade: 'G3', clock: 'contact', amount: 250 })).status).toBe(200);
    const day = (n: number): string => new Date(week.instant(`${n} 12:00`)).toISOString().slice(0, 10);
    const days = Array.from({ length: 120 }, (_, n) => day(7 * Math.floor(n / 2) + (n % 2))).map((of) => ({
      ...{ day: of, kind: 'off' as const, name: '停办' },
    }));
    const { problem } = await here.staff.call(deadlineRoutes.writeDays, { body: { days } });
    expect([problem.code, problem.fields?.[0]?.field]).toEqual(['HOURS_TOO_FEW', 'body.days']);
    void (await here.lead.call(deadlineRoutes.write, { body: { basedOn: (await inForce()).basedOn, rules } })).reply;
    expect((await hours(weekdays)).code).toBeNull();
    await week.app.get(Scheduler).runNow('redate-tickets');
  });

  it('passes over a ticket that cannot be dated, says so in the log, and dates the others', async () => {
    const { here } = week;
    const [stuck, other] = [
      await here.openUpTo(['accept', { grade: 'G3' }]),
      await here.openUpTo(['accept', { grade: 'G3' }]),
    ];
    const sql = (statement: string, values: unknown[] = []) => week.app.dataSource.query(statement, values);
    // Under a version from before rules were tried: its dates end nowhere.
    const of =
      "SELECT community_id, ?, category_id, grade, clock, IF(clock = 'contact', 99999, amount), unit, cap_days, marks, when_needed";
    const { basedOn } = await inForce();
    await sql(
      `INSERT INTO deadline_rule (community_id, version, category_id, grade, clock, amount, unit, cap_days, marks, when_needed) ${of} FROM deadline_rule WHERE version = ?`,
      [basedOn + 7, basedOn],
    );
    await sql('UPDATE ticket SET policy_version = ? WHERE id = ?', [basedOn + 7, stuck]);
    await notice([1, 'off']);
    expect(week.due(await week.seen(other))).toBe('contact 2 18:00');
    expect(week.app.log.filter((line) => line.includes('was not dated anew') && line.includes(stuck))).toHaveLength(1);
    expect((await here.staff.call(deadlineRoutes.calendar, { query: {} })).reply.redating).toBe(false);
    await sql('UPDATE ticket SET policy_version = ? WHERE id = ?', [basedOn, stuck]);
    await notice([1, 'ordinary']);
    for (const id of [stuck, other]) await week.end(id);
  });
});
