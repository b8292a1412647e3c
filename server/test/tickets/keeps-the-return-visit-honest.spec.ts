/** Verifier apart from handlers, two real attempts, reopening that raises the tier, and dates that are told. */
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let app: TestApp;
let here: Desk;
beforeEach(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterEach(() => app.close());

/** Sessions end while time is moved: everybody logs in again. */
async function later(ms: number): Promise<void> {
  app.moveTime(ms);
  for (const [name, account] of [['resident', 'resident'], ['worker', 'worker'], ['staff', 'staff'], ['staff2', 'staff2'], ['lead', 'lead'], ['street', 'street']] as const) here[name] = await here.as(account); // prettier-ignore
}

it('lets nobody verify what they handled, staff included', async () => {
  const id = await here.openUpTo();
  await here.try(here.staff, 'accept', id);
  await here.try(here.staff, 'contact', id);
  await here.try(here.staff, 'resolve', id);
  expect((await here.try(here.staff, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect((await here.try(here.staff, 'reopen', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect((await here.try(here.staff2, 'verify', id)).status).toBe(200);
});

it('does not let whoever typed an appeal for somebody confirm it', async () => {
  const { id } = await here.open(here.worker, {
    consent: 'verbal',
    channel: 'visit',
    householdId: here.demo.households[2]?.id,
  });
  for (const step of ['accept', 'contact', 'resolve'] as const) await here.try(here.worker, step, id);
  expect((await here.try(here.worker, 'verify', id)).status).toBe(403);
  expect((await here.see(here.worker, id)).reply.moves).not.toContain('confirm');
});

it('believes "not reached" only after two attempts on two days, one more than a message', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  const notReached = { finding: 'not_reached', how: 'call' };
  await here.try(here.staff, 'attempt', id, { how: 'message' });
  await here.try(here.staff, 'attempt', id, { how: 'message' });
  expect((await here.try(here.staff, 'verify', id, notReached)).code).toBe('ATTEMPTS_TOO_FEW');
  await later(DAY);
  await here.try(here.staff, 'attempt', id, { how: 'message' });
  expect((await here.try(here.staff, 'verify', id, notReached)).code).toBe('ATTEMPTS_TOO_FEW');
  await here.try(here.staff, 'attempt', id, { how: 'call' });
  const closed = (await here.try(here.staff, 'verify', id, notReached)).reply;
  expect(closed).toMatchObject({ stage: 'verified', finding: 'not_reached', attempts: 4 });
});

it('keeps what the verifier found when the requester then says "solved", and their word beside it', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  await here.try(here.staff, 'verify', id, { finding: 'partly', how: 'visit', words: '还差一盏' });
  const confirmed = (await here.try(here.resident, 'confirm', id)).reply;
  expect(confirmed).toMatchObject({ stage: 'confirmed', finding: 'partly' });
  expect(confirmed.timeline.at(-1)).toMatchObject({ action: 'confirm', facts: { finding: 'solved' } });
});

it('begins a new cycle on "not solved", and raises the tier at the second', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  const first = (await here.try(here.staff, 'verify', id, { finding: 'not_solved', how: 'visit', words: '没修' }))
    .reply;
  expect(first).toMatchObject({
    stage: 'reopened',
    phase: 'active',
    tier: 'grid',
    cycle: 2,
    outcome: null,
    finding: null,
  });
  const told = first.timeline.at(-1)?.facts.dueAt ?? '';
  const begun = Date.parse(first.timeline.at(-1)?.at ?? '');
  expect(Date.parse(told) - begun).toBe(3.5 * DAY);
  await here.try(here.worker, 'contact', id);
  await here.try(here.worker, 'resolve', id);
  const second = (await here.try(here.resident, 'reopen', id)).reply;
  expect(second).toMatchObject({ tier: 'community', cycle: 3 });
});

it('takes "not solved" for thirty days, from a lead also later', async () => {
  const id = await here.openUpTo('accept', 'contact', 'resolve', 'confirm');
  await later(30 * DAY - HOUR);
  expect((await here.see(here.resident, id)).reply.moves).toContain('reopen');
  await later(2 * HOUR);
  expect((await here.see(here.resident, id)).reply.moves).not.toContain('reopen');
  expect((await here.try(here.resident, 'reopen', id)).code).toBe('REOPEN_TOO_LATE');
  expect((await here.try(here.staff2, 'reopen', id)).code).toBe('REOPEN_TOO_LATE');
  expect((await here.try(here.lead, 'reopen', id)).status).toBe(200);
});

it('hears an objection to a decline once, one tier above, with a fresh clock', async () => {
  const id = await here.openUpTo('decline');
  await later(DAY);
  const contested = (await here.try(here.resident, 'contest', id)).reply;
  expect(contested).toMatchObject({ stage: 'submitted', tier: 'community', due: { clock: 'accept' } });
  expect(Date.parse(contested.due?.at ?? '') - Date.parse(contested.due?.startedAt ?? '')).toBe(2 * HOUR);
  // Whoever declined does not decide on the objection; the tier above does.
  expect((await here.see(here.lead, id)).reply.moves).not.toContain('decline');
  expect((await here.try(here.lead, 'decline', id)).code).toBe('NOT_ALLOWED');
  expect((await here.see(here.street, id)).reply.moves).toContain('decline');
  expect((await here.try(here.street, 'decline', id)).reply.stage).toBe('declined');
  expect((await here.try(here.resident, 'contest', id)).code).toBe('CONTEST_ONLY_ONCE');
});

it('tells the new date with a new grade', async () => {
  const id = await here.openUpTo('accept', 'contact');
  const before = (await here.see(here.staff, id)).reply;
  expect((await here.try(here.staff, 'regrade', id, { grade: 'G2', words: '一样' })).code).toBe('GRADE_UNCHANGED');
  const after = (await here.try(here.staff, 'regrade', id, { grade: 'G1', words: '家里有婴儿' })).reply;
  expect(Date.parse(after.due?.at ?? '')).toBe(Date.parse(before.openedAt) + DAY);
  expect(after.timeline.at(-1)?.facts).toMatchObject({ grade: 'G1', gradeBefore: 'G2', dueAt: after.due?.at });
});
