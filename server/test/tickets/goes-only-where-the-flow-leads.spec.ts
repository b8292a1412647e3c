/** Rows 1 to 3, 5, 11 to 13 and 15 of the transitions, each with its guard and what it does; the others have specs of their own. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { DECLINE_REASONS, type Grade } from '@sevengrid/shared/tickets/terms';
import type { Step, Told } from './at-the-desk';
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

describe('1 · filing', () => {
  it('makes one ticket of one key, however often it is sent, and tells number, worker and date at once', async () => {
    const { here } = week;
    const body = {
      categoryId: here.category('lighting'),
      words: '楼道灯坏了',
      consent: 'self',
      channel: 'mini',
    } as const;
    const sent = await Promise.all(
      [1, 2, 3].map(() => here.resident.call(ticketRoutes.open, { body }, { key: 'key-of-a-lost-answer' })),
    );
    const opened = sent.map(({ reply }) => reply);
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(opened[0]).toMatchObject({
      workerName: '格桑顿珠',
      number: expect.stringMatching(/^幸-\d{8}-\d{4}$/) as string,
    });
    expect(week.shown(opened[0]?.due.at)).toBe('0 16:30');
    const { items } = (await here.resident.call(ticketRoutes.mine, { query: { state: 'open' } })).reply;
    expect(items.filter(({ id }) => id === opened[0]?.id)).toHaveLength(1);
    const timeline = (await week.seen(opened[0]?.id ?? '')).timeline.map(({ action }) => action);
    expect(timeline).toEqual(['open']);
    await week.end(opened[0]?.id ?? '');
  });
});

describe('2 · accepting', () => {
  it('confirms the grade, may change the proposed one, and is done once', async () => {
    const { here } = week;
    const { id } = await here.open(here.resident);
    expect((await here.try(here.worker, 'accept', id, {})).code).toBe('INPUT_INVALID');
    const accepted = await week.step(here.worker, 'accept', id, { grade: 'G1' });
    expect(accepted.timeline.at(-1)?.facts).toMatchObject({ grade: 'G1', gradeBefore: 'G2', holderName: '格桑顿珠' });
    expect(week.shown(accepted.timeline.at(-1)?.facts.dueAt)).toBe('1 12:00');
    expect((await here.try(here.staff, 'accept', id)).code).toBe('TICKET_ALREADY_ACCEPTED');
    await week.end(id);
  });
});

describe('3 · declining', () => {
  it.each(DECLINE_REASONS)('for %s says so, and where to go instead, to whoever asked', async (reason) => {
    const { here } = week;
    const id = await here.openUpTo();
    expect((await here.try(here.lead, 'decline', id, { reason })).code).toBe('INPUT_INVALID');
    await week.step(here.lead, 'decline', id, { reason, words: '请打 12345' });
    const seen = await week.seen(id, here.resident);
    expect(seen).toMatchObject({ stage: 'declined', phase: 'closed', due: null, moves: ['contest'] });
    expect(seen.timeline.at(-1)).toMatchObject({ words: '请打 12345', facts: { declineReason: reason } });
    expect((await week.told(here.resident, id)).at(-1)?.facts).toMatchObject({
      action: 'decline',
      declineReason: reason,
    });
  });

  it('is for no other reason, and not once it is accepted', async () => {
    const { here } = week;
    const id = await here.openUpTo();
    expect((await here.try(here.lead, 'decline', id, { reason: 'too_hard', words: '不好办' })).code).toBe(
      'INPUT_INVALID',
    );
    await week.step(here.worker, 'accept', id);
    expect((await here.try(here.lead, 'decline', id)).code).toBe('TICKET_WRONG_STAGE');
    await week.end(id);
  });
});

describe('5 · first contact', () => {
  it('stops its clock at once and begins the work; a visit stops that of being on site too', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G2', onSite: true }]);
    const called = await week.step(here.worker, 'contact', id, { how: 'call', words: '问清楚了' });
    expect(called).toMatchObject({ stage: 'working', phase: 'active' });
    expect(week.due(called)).toBe('on_site 2 18:00');
    expect(week.due(await week.step(here.worker, 'contact', id))).toBe('resolve 3 18:00');
    await week.reach('2 18:01');
    expect((await week.byTime(id)).filter((line) => !line.includes('resolve'))).toEqual([]);
    await week.end(id);
  });
});

describe('11 · resolving', () => {
  it('says what became of it and what was done', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    for (const body of [{ words: '修好了' }, { outcome: 'solved' }, { outcome: 'whatever', words: '修好了' }])
      expect((await here.try(here.worker, 'resolve', id, body)).code).toBe('INPUT_INVALID');
    const resolved = await week.step(here.worker, 'resolve', id, { outcome: 'impossible', words: '楼体结构不许改' });
    expect(resolved).toMatchObject({ stage: 'resolved', outcome: 'impossible', finding: null });
    expect(week.due(resolved)).toBe('follow_up 2 18:00');
    await week.end(id);
  });

  it.each(['G0', 'G1'] as const)('of %s needs a visit of this cycle for evidence', async (grade) => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade }], ['contact', { how: 'call' }]);
    expect((await here.try(here.worker, 'resolve', id)).code).toBe('EVIDENCE_NEEDED');
    await here.walk(id, 'contact', 'resolve', 'reopen', ['contact', { how: 'call' }]);
    expect((await here.try(here.worker, 'resolve', id)).code).toBe('EVIDENCE_NEEDED');
    await here.walk(id, 'contact', 'resolve');
    await week.end(id);
  });
});

describe('12 · closing', () => {
  const resolved: Told[] = ['accept', 'contact', 'resolve'];

  it.each([
    ['solved', 'verified'],
    ['partly', 'verified'],
    ['not_solved', 'reopened'],
  ] as const)('by a return visit that found it %s: %s', async (finding, stage) => {
    const { here } = week;
    const id = await here.openUpTo(...resolved);
    const verified = await week.step(here.staff, 'verify', id, { finding, how: 'visit' });
    expect(verified).toMatchObject({ stage, phase: stage === 'reopened' ? 'active' : 'closed' });
    expect(verified.outcome).toBe(stage === 'reopened' ? null : 'solved');
    await week.end(id);
  });

  it('by the requester’s own word from resolved; nobody else closes it', async () => {
    const { here } = week;
    const id = await here.openUpTo(...resolved);
    for (const by of [here.worker, here.staff, here.lead]) expect((await here.try(by, 'confirm', id)).status).toBe(403);
    expect(await week.step(here.resident, 'confirm', id)).toMatchObject({
      stage: 'confirmed',
      finding: 'solved',
      outcome: 'solved',
    });
  });

  it('asks the survey once for each closing, and again after the next; it says who answered', async () => {
    const { here } = week;
    const id = await here.openUpTo(...resolved);
    expect((await here.try(here.resident, 'rate', id, { satisfied: 'no', how: 'paper' })).code).toBe(
      'SURVEY_WAY_WRONG',
    );
    expect(await week.step(here.resident, 'rate', id, { satisfied: 'no', how: 'self' })).toMatchObject({ rated: true });
    expect((await here.try(here.resident, 'rate', id)).code).toBe('RATED_ALREADY');
    await here.walk(id, 'reopen', 'contact', 'resolve', 'verify');
    expect((await week.seen(id)).rated).toBe(false);
    // For somebody without a phone the verifier brings the paper, and nobody who handled it.
    expect((await here.try(here.staff, 'rate', id, { satisfied: 'yes', how: 'self' })).code).toBe('SURVEY_WAY_WRONG');
    expect((await here.try(here.worker, 'rate', id, { satisfied: 'yes', how: 'paper' })).status).toBe(403);
    const rated = await week.step(here.staff, 'rate', id, { satisfied: 'fair', how: 'paper', words: '按手印' });
    expect(rated.timeline.at(-1)?.facts).toMatchObject({ satisfied: 'fair', surveyHow: 'paper' });
    for (const closed of [await here.openUpTo('withdraw'), await here.openUpTo('decline')])
      expect((await here.try(here.resident, 'rate', closed)).code).toBe('TICKET_WRONG_STAGE');
  });

  it('is made by whoever is appointed, who is told, stands in their list, and had no hand in it', async () => {
    const { here } = week;
    const id = await here.openUpTo();
    for (const step of ['accept', 'contact', 'resolve'] as const) await week.step(here.staff, step, id);
    const [handler, other] = here.demo.people.staff;
    const { items } = (await here.lead.call(ticketRoutes.verifiers, { params: { id } })).reply;
    expect(items.map((of) => of.id)).not.toContain(handler?.id);
    expect(items.map((of) => of.id)).toContain(other?.id);
    expect((await here.try(here.lead, 'appoint', id, { verifierId: handler?.id })).code).toBe('VERIFIER_UNSUITABLE');
    expect(await week.step(here.lead, 'appoint', id, { verifierId: other?.id })).toMatchObject({
      verifierName: '张丽华',
    });
    expect((await week.told(here.staff2, id)).at(-1)?.type).toBe('ticket.to_verify');
    expect(await week.toVerify(here.staff2)).toContain(id);
    expect(await week.toVerify(here.street)).not.toContain(id);
    await week.step(here.staff2, 'verify', id);
  });
});

describe('13 · reopening', () => {
  it.each<[Grade, string]>([
    ['G0', '1 18:00'],
    ['G1', '1 18:00'],
    ['G2', '2 18:00'],
    ['G3', '8 12:00'],
  ])('gives %s half its time, and a working day at least: %s', async (grade, when) => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade }], 'contact', 'resolve', 'reopen');
    const seen = await week.seen(id);
    expect(seen).toMatchObject({ stage: 'reopened', cycle: 2, outcome: null, tier: 'grid' });
    expect(week.shown(seen.timeline.at(-1)?.facts.dueAt)).toBe(when);
    expect((await week.told(here.lead, id)).at(-1)?.type).toBe('ticket.tier_told');
    expect((await week.told(here.worker, id)).at(-1)).toMatchObject({ type: 'ticket.assigned', facts: { cycle: 2 } });
    await week.end(id);
  });

  it('follows from a second visit weeks after what was complex', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G3' }], 'contact', 'resolve', 'verify', 'confirm');
    expect(week.due(await week.seen(id))).toBe('revisit 30 12:00');
    await week.reach('25 10:00');
    expect(await week.toVerify(here.staff)).toContain(id);
    const again = await week.step(here.staff, 'revisit', id, {
      finding: 'not_solved',
      how: 'visit',
      words: '又堵上了',
    });
    expect(again).toMatchObject({ stage: 'reopened', cycle: 2 });
    await week.end(id);
  });
});

describe('15 · withdrawing', () => {
  const ways: [string, Told[]][] = [
    ['submitted', []],
    ['accepted', ['accept']],
    ['working', ['accept', 'contact']],
    ['waiting for the requester', ['accept', 'contact', 'ask']],
    ['waiting for an outside body', ['accept', 'coordinate']],
    ['reopened', ['accept', 'contact', 'resolve', 'reopen']],
  ];

  it.each(ways)('of what is %s is the requester’s alone, and ends all that was waited for', async (_, way) => {
    const { here } = week;
    const id = await here.openUpTo(...way);
    for (const by of [here.worker, here.staff, here.lead])
      expect((await here.try(by, 'withdraw', id)).status).toBe(403);
    const gone = await week.step(here.resident, 'withdraw', id, { words: '自己修好了' });
    expect(gone).toMatchObject({ stage: 'withdrawn', phase: 'closed', question: null });
    const { requests } = await week.seen(id);
    expect(requests.filter(({ state }) => state === 'waiting')).toEqual([]);
  });

  it('is not for whoever typed it for somebody, nor for what is resolved', async () => {
    const { here } = week;
    const householdId = here.demo.households[2]?.id;
    const { id } = await here.open(here.worker, { consent: 'verbal', channel: 'visit', householdId });
    expect((await here.try(here.worker, 'withdraw', id)).code).toBe('NOT_ALLOWED');
    const done = await here.openUpTo('accept', 'contact', 'resolve');
    expect((await here.try(here.resident, 'withdraw', done)).code).toBe('TICKET_WRONG_STAGE');
    await week.end(done);
  });

  it('of one in ten is asked about by somebody who had no hand in it; unwilling, it is work again', async () => {
    const { here } = week;
    const steps: Step[] = ['accept', 'withdraw'];
    const [asked, free] = [await withdrawn(true, steps), await withdrawn(false, steps)];
    expect(week.due(await week.seen(free))).toBe('nothing');
    expect((await here.try(here.staff, 'revisit', free)).code).toBe('TICKET_WRONG_STAGE');
    expect(week.due(await week.seen(asked))).toBe('revisit 2 18:00');
    await week.reach('2 13:00');
    expect(await week.toVerify(here.staff)).toContain(asked);
    expect((await week.told(here.lead, asked)).map(({ facts }) => facts.clock)).toEqual(['revisit']);
    expect((await here.try(here.worker, 'revisit', asked)).status).toBe(403);
    const body = { finding: 'not_solved', how: 'call', words: '说是有人劝我撤的' };
    expect(await week.step(here.staff, 'revisit', asked, body)).toMatchObject({ stage: 'reopened', cycle: 2 });
    await week.end(asked);
    const willing = await withdrawn(true, steps);
    expect(await week.step(here.staff, 'revisit', willing)).toMatchObject({ stage: 'withdrawn', due: null });
  });

  /** Which ones are asked about is chance, in the last characters of their ids. */
  async function withdrawn(about: boolean, steps: readonly Step[]): Promise<string> {
    for (;;) {
      const { id } = await week.here.open(week.here.resident);
      const chosen = Number.parseInt(id.slice(-6), 36) % 10 === 0;
      await week.here.walk(id, ...(chosen === about ? steps : ['withdraw' as const]));
      if (chosen === about) return id;
    }
  }
});
