/** Verifier apart from handlers, two real attempts, reopening that raises the tier, and dates that are told. */
import { DAY, HOUR, Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin('10:00'));

it('lets nobody verify what they handled, staff included', async () => {
  const { here } = week;
  const id = await here.openUpTo();
  for (const step of ['accept', 'contact', 'resolve'] as const) await week.step(here.staff, step, id);
  expect((await here.try(here.staff, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect((await here.try(here.staff, 'reopen', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect((await here.try(here.staff2, 'verify', id)).status).toBe(200);
});

it('lets nobody verify what they held when the cycle began, though it was taken from them since', async () => {
  const { here } = week;
  const id = await here.openUpTo();
  for (const step of ['accept', 'contact', 'resolve'] as const) await week.step(here.staff, step, id);
  await week.step(here.resident, 'reopen', id);
  await week.step(here.lead, 'reassign', id, { holderId: here.demo.grids[0]?.workerId, words: '换人' });
  for (const step of ['contact', 'resolve'] as const) await week.step(here.worker, step, id);
  expect((await here.try(here.staff, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect(await week.toVerify(here.staff)).not.toContain(id);
  expect(await week.toVerify(here.staff2)).toContain(id);
  expect((await here.try(here.staff2, 'verify', id)).status).toBe(200);
});

it('lets nobody verify who joined as it rose, in later cycles neither', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'escalate', 'resolve');
  await week.step(here.resident, 'reopen', id);
  for (const step of ['contact', 'resolve'] as const) await week.step(here.worker, step, id);
  expect((await week.seen(id)).joined).toEqual([{ displayName: '拉巴次仁', tier: 'community' }]);
  expect((await here.try(here.lead, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect(await week.toVerify(here.lead)).not.toContain(id);
  expect((await here.try(here.staff, 'verify', id)).status).toBe(200);
});

it('does not let whoever typed an appeal for somebody confirm it', async () => {
  const { here } = week;
  const householdId = here.demo.households[2]?.id;
  const { id } = await here.open(here.worker, { consent: 'verbal', channel: 'visit', householdId });
  for (const step of ['accept', 'contact', 'resolve'] as const) await week.step(here.worker, step, id);
  expect((await here.try(here.worker, 'verify', id)).status).toBe(403);
  expect((await here.see(here.worker, id)).reply.moves).not.toContain('confirm');
});

it('believes "not reached" only after two attempts on two days, one more than a message', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  const notReached = { finding: 'not_reached', how: 'call' };
  await here.try(here.staff, 'attempt', id, { how: 'message' });
  await here.try(here.staff, 'attempt', id, { how: 'call' });
  expect((await here.try(here.staff, 'verify', id, notReached)).code).toBe('ATTEMPTS_TOO_FEW');
  await week.reach('1 10:00');
  await here.try(here.staff2, 'attempt', id, { how: 'message' });
  const closed = (await here.try(here.staff, 'verify', id, notReached)).reply;
  expect(closed).toMatchObject({ stage: 'verified', finding: 'not_reached', attempts: 3 });
});

it('does not believe messages alone, on however many days', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  for (const when of ['0 11:00', '1 11:00', '2 11:00']) {
    await week.reach(when);
    await week.step(here.staff, 'attempt', id, { how: 'message' });
  }
  const verify = { finding: 'not_reached', how: 'call' };
  expect((await here.try(here.staff, 'verify', id, verify)).code).toBe('ATTEMPTS_TOO_FEW');
  await week.step(here.staff, 'attempt', id, { how: 'visit' });
  expect((await here.try(here.staff, 'verify', id, verify)).status).toBe(200);
});

it('keeps what the verifier found when the requester then says "solved", and their word beside it', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  await here.try(here.staff, 'verify', id, { finding: 'partly', how: 'visit', words: '还差一盏' });
  const confirmed = (await here.try(here.resident, 'confirm', id)).reply;
  expect(confirmed).toMatchObject({ stage: 'confirmed', finding: 'partly' });
  expect(confirmed.timeline.at(-1)).toMatchObject({ action: 'confirm', facts: { finding: 'solved' } });
});

it('begins a new cycle on "not solved", and raises the tier at the second', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  const first = await week.step(here.staff, 'verify', id, { finding: 'not_solved', how: 'visit', words: '没修' });
  const anew = { stage: 'reopened', phase: 'active', outcome: null, finding: null };
  expect(first).toMatchObject({ ...anew, tier: 'grid', cycle: 2 });
  // Half of three working days, in whole ones.
  expect(week.shown(first.timeline.at(-1)?.facts.dueAt)).toBe('2 18:00');
  for (const step of ['contact', 'resolve'] as const) await week.step(here.worker, step, id);
  const second = await week.step(here.resident, 'reopen', id);
  expect(second).toMatchObject({ ...anew, tier: 'community', cycle: 3 });
  expect(second.joined).toEqual([{ displayName: '拉巴次仁', tier: 'community' }]);
  expect(second.holder?.displayName).toBe('格桑顿珠');
});

it('takes "not solved" for thirty days, from a lead also later', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve', 'confirm');
  await week.pass(30 * DAY - HOUR);
  expect((await here.see(here.resident, id)).reply.moves).toContain('reopen');
  await week.pass(2 * HOUR);
  expect((await here.see(here.resident, id)).reply.moves).not.toContain('reopen');
  expect((await here.try(here.resident, 'reopen', id)).code).toBe('REOPEN_TOO_LATE');
  expect((await here.try(here.staff2, 'reopen', id)).code).toBe('REOPEN_TOO_LATE');
  expect((await here.try(here.lead, 'reopen', id)).status).toBe(200);
});

it('hears an objection to a decline once, one tier above, with a fresh clock', async () => {
  const { here } = week;
  const id = await here.openUpTo('decline');
  await week.reach('1 10:00');
  const contested = (await here.try(here.resident, 'contest', id)).reply;
  expect(contested).toMatchObject({ stage: 'submitted', tier: 'community', joined: [] });
  expect(week.due(contested)).toBe('accept 1 12:00');
  // Whoever declined does not decide on the objection; the tier above does.
  expect((await here.see(here.lead, id)).reply.moves).not.toContain('decline');
  expect((await here.try(here.lead, 'decline', id)).code).toBe('NOT_ALLOWED');
  expect((await here.see(here.street, id)).reply.moves).toContain('decline');
  expect((await here.try(here.street, 'decline', id)).reply.stage).toBe('declined');
  expect((await here.try(here.resident, 'contest', id)).code).toBe('CONTEST_ONLY_ONCE');
});

it('tells the new date with a new grade', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact');
  expect((await here.try(here.staff, 'regrade', id, { grade: 'G2', words: '一样' })).code).toBe('GRADE_UNCHANGED');
  const after = (await here.try(here.staff, 'regrade', id, { grade: 'G1', words: '家里有婴儿' })).reply;
  expect(week.due(after)).toBe('resolve 1 10:00');
  expect(after.timeline.at(-1)?.facts).toMatchObject({ grade: 'G1', gradeBefore: 'G2', dueAt: after.due?.at });
});
