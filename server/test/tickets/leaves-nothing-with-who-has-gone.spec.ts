/** Nothing stays with who has gone: shut out, without their role, or on leave; whatever they held, joined, or were to visit. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { HolderView } from '@sevengrid/shared/tickets/hand-over.views';
import { grantRole } from '../../src/identity/rights';
import { Audits } from '../../src/platform/audit/audits';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import { DAY, Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(async () => {
  const audits = await week.app.get(Audits).run();
  expect(audits.filter(({ broken }) => broken !== null)).toEqual([]);
  await week.close();
});
beforeEach(() => week.begin());

const worker = (): string => week.here.demo.grids[0]?.workerId ?? '';
const backup = (): string => week.here.demo.grids[0]?.backupId ?? '';
const staff = (n: number): string => week.here.demo.people.staff[n]?.id ?? '';
const lead = (): string => week.here.demo.people.lead.id;

const handOver = (fromId: string, toId: string, by: Caller = week.here.staff, body: object = {}) =>
  by.send(ticketRoutes.handOver, { body: { words: '不在这里了', fromId, toId, ...body } });
const inList = async (id: string): Promise<HolderView | undefined> =>
  (await week.here.staff.call(ticketRoutes.holders, {})).reply.items.find((one) => one.id === id);

/** While `work` lasts the person is shut out, or without any role. */
async function whileGone<T>(what: 'shut_out' | 'left', personId: string, work: () => Promise<T>): Promise<T> {
  const { dataSource } = week.app;
  const [away, back] =
    what === 'shut_out'
      ? ['UPDATE person SET disabled_at = NOW(3) WHERE id = ?', 'UPDATE person SET disabled_at = NULL WHERE id = ?']
      : [
          "UPDATE role_grant SET ends_on = '2020-01-01' WHERE person_id = ?",
          'UPDATE role_grant SET ends_on = NULL WHERE person_id = ?',
        ];
  await dataSource.query(away, [personId]);
  try {
    return await work();
  } finally {
    await dataSource.query(back, [personId]);
  }
}

it.each(['shut_out', 'left'] as const)('lists whoever is %s while they hold work, and hands it over', async (gone) => {
  const { here } = week;
  const id = await here.openUpTo('accept');
  await whileGone(gone, worker(), async () => {
    expect(await inList(worker())).toMatchObject({ gone, gridIds: [], heldIn: [here.demo.grids[0]?.id], inHand: 1 });
    expect((await handOver(backup(), worker())).code).toBe('HOLDER_UNSUITABLE');
    expect((await handOver(worker(), backup())).reply.moved).toBe(1);
    expect(await inList(worker())).toBeUndefined();
    expect((await handOver(worker(), backup())).code).toBe('NOT_FOUND');
  });
  expect((await week.seen(id)).holder?.displayName).toBe('达娃卓玛');
  expect(await inList(worker())).toMatchObject({ gone: null, inHand: 0 });
  await week.end(id);
});

it('hands over the place of whoever joined, to somebody who leads there; the holder stays, and the one who left cannot verify it', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'escalate');
  expect((await week.seen(id)).joined).toEqual([{ displayName: '拉巴次仁', tier: 'community' }]);
  const community = { communityId: here.demo.communityId, tier: 'community' };
  expect(await inList(lead())).toMatchObject({ gone: null, joinedAt: [community], heldIn: [], inHand: 1 });
  expect((await handOver(lead(), staff(1))).code).toBe('HOLDER_UNSUITABLE');
  await week.app.get(UnitOfWork).run((tx) => grantRole(tx, staff(2), 'lead', here.demo.communityId));
  expect((await inList(staff(2)))?.leadsAt).toEqual([community]);
  const newLead = await here.as('staff3');
  expect((await handOver(lead(), staff(2))).reply.moved).toBe(1);
  const after = await week.seen(id);
  expect(after).toMatchObject({ joined: [{ displayName: '普布次仁', tier: 'community' }], tier: 'community' });
  expect(after.holder?.displayName).toBe('格桑顿珠');
  expect(after.timeline.at(-1)).toMatchObject({ action: 'reassign', facts: { joinedName: '普布次仁' } });
  expect((await week.told(newLead, id)).at(-1)?.type).toBe('ticket.assigned');
  expect((await week.told(here.resident, id)).at(-1)?.facts.action).toBe('escalate');
  expect(await inList(lead())).toMatchObject({ joinedAt: [], inHand: 0 });
  // Whoever joined works on it; whoever left neither works on it nor verifies it in this cycle.
  expect((await week.seen(id, newLead)).moves).toContain('resolve');
  expect((await week.seen(id, here.lead)).moves).not.toContain('resolve');
  await week.step(here.worker, 'resolve', id);
  for (const by of [here.lead, newLead])
    expect((await here.try(by, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
  expect(await week.toVerify(here.lead)).not.toContain(id);
  await week.end(id);
});

it('gives what opens again to whoever answers in the grid now', async () => {
  const { here } = week;
  const id = await here.openUpTo('accept', 'contact', 'resolve');
  const same = await here.openUpTo('accept', 'contact', 'resolve');
  await whileGone('left', worker(), async () => {
    await week.step(here.resident, 'reopen', id);
    const after = await week.seen(id);
    expect(after.holder?.displayName).toBe('达娃卓玛');
    expect(after.timeline.at(-1)?.facts).toMatchObject({ holderName: '达娃卓玛' });
    expect((await week.told(here.backup, id)).at(-1)?.type).toBe('ticket.assigned');
    expect((await week.seen(id, here.backup)).moves).toContain('contact');
  });
  await week.step(here.resident, 'reopen', same);
  expect((await week.seen(same)).holder?.displayName).toBe('格桑顿珠');
  for (const each of [id, same]) await week.end(each);
});

it('keeps no return visit for somebody who has gone: the receiver makes it, or anybody where they had it in hand', async () => {
  const { here } = week;
  const ids = [
    await here.openUpTo('accept', 'contact', 'resolve'),
    await here.openUpTo('accept', 'contact', 'resolve'),
  ];
  for (const id of ids) await week.step(here.lead, 'appoint', id, { verifierId: staff(1) });
  const [free = '', taken = ''] = ids;
  expect(await week.toVerify(here.staff)).not.toContain(free);
  await whileGone('left', staff(1), async () => {
    expect(await inList(staff(1))).toMatchObject({ gone: 'left', heldIn: [], inHand: 2 });
    expect((await handOver(staff(1), worker())).reply.moved).toBe(2);
  });
  for (const id of ids) expect((await week.seen(id)).verifierName).toBeNull();
  expect(await week.toVerify(here.staff)).toEqual(expect.arrayContaining(ids));
  expect((await week.told(here.staff, free)).at(-1)?.type).toBe('ticket.to_verify');
  await week.step(here.lead, 'appoint', taken, { verifierId: staff(1) });
  expect((await handOver(staff(1), staff(0))).reply.moved).toBe(1);
  expect((await week.seen(taken)).verifierName).toBe('曲珍');
  for (const id of ids) await week.end(id);
});

it('records leave of whoever leads or works at the desk, and lets nobody on leave join', async () => {
  const { here } = week;
  const today = new Date(week.app.now + 8 * 3_600_000).toISOString().slice(0, 10);
  const body = { from: today, to: today };
  const record = (by: Caller, id: string) => by.call(gridRoutes.recordLeave, { params: { id }, body });
  expect((await record(here.lead, lead())).status).toBe(201);
  expect((await record(here.lead, lead())).code).toBe('LEAVE_OVERLAPS');
  expect((await record(here.street, here.demo.people.street.id)).status).toBe(201);
  expect((await record(here.lead, staff(0))).status).toBe(201);
  expect((await record(here.street, staff(1))).code).toBe('NOT_ALLOWED');
  expect((await record(here.worker, here.demo.people.residents[0]?.id ?? '')).code).toBe('NOT_FOUND');
  expect(await inList(lead())).toMatchObject({ onLeave: true });
  const id = await here.openUpTo('accept', 'contact', 'escalate');
  // The lead is away; the other one, made above, is there.
  expect((await week.seen(id)).joined).toEqual([{ displayName: '普布次仁', tier: 'community' }]);
  await week.pass(DAY);
  expect(await inList(lead())).toMatchObject({ onLeave: false });
  await week.end(id);
});
