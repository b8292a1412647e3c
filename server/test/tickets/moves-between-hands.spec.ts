/** Row 10: it rises without letting anybody go, changes hands and grade with a reason, and gets more time once. */
import { DAY, MINUTE, Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());
beforeEach(() => week.begin());

const LEAD = { displayName: '拉巴次仁', tier: 'community' };
const STREET = { displayName: '周永福', tier: 'street' };

describe('rising', () => {
  it('adds a holder at each tier and never drops the first', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    const risen = await week.step(here.worker, 'escalate', id);
    expect(risen).toMatchObject({ tier: 'community', joined: [LEAD], holder: { displayName: '格桑顿珠' } });
    expect((await week.told(here.lead, id)).at(-1)).toMatchObject({
      type: 'ticket.risen',
      facts: { trigger: 'asked' },
    });
    expect(await week.step(here.lead, 'escalate', id)).toMatchObject({ tier: 'street', joined: [LEAD, STREET] });
    expect((await here.try(here.worker, 'escalate', id)).code).toBe('TIER_HIGHEST');
    // All three hold it: each may do the holder's work, and none may verify it.
    expect((await here.try(here.street, 'contact', id, { how: 'call', words: '街道问过了' })).status).toBe(200);
    expect((await here.try(here.lead, 'remark', id)).status).toBe(200);
    expect((await here.try(here.worker, 'resolve', id)).status).toBe(200);
    for (const by of [here.lead, here.street])
      expect((await here.try(by, 'verify', id)).code).toBe('VERIFIER_NOT_INDEPENDENT');
    expect((await here.try(here.staff, 'verify', id)).status).toBe(200);
  });

  it('lets whoever joined and leads no more work on it only once it is in their hands', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact', 'escalate');
    const leadId = here.demo.people.lead.id;
    const become = (role: 'lead' | 'staff'): Promise<unknown> =>
      week.app.dataSource.query('UPDATE role_grant SET role = ? WHERE person_id = ?', [role, leadId]);
    await become('staff');
    try {
      expect((await here.try(here.lead, 'contact', id)).code).toBe('NOT_ALLOWED');
      await week.step(here.staff, 'reassign', id, { holderId: leadId, words: '请接手' });
      expect((await week.step(here.lead, 'contact', id)).holder?.displayName).toBe(LEAD.displayName);
      expect((await here.try(here.lead, 'resolve', id)).status).toBe(200);
    } finally {
      await become('lead');
    }
    await week.end(id);
  });

  it('by a missed acceptance gets a holder above before anybody took it on, told with all who lead there', async () => {
    const { here } = week;
    const { id } = await here.open(here.resident, { categoryId: here.category('danger'), words: '闻到煤气味' });
    await week.reach('0 12:16');
    expect(await week.seen(id)).toMatchObject({ stage: 'submitted', tier: 'community', joined: [LEAD], holder: null });
    const [told] = await week.told(here.lead, id);
    expect(told).toMatchObject({ type: 'ticket.risen', facts: { trigger: 'accept_missed', tier: 'community' } });
    await week.reach('0 12:46');
    const street = await week.seen(id);
    expect(street).toMatchObject({ stage: 'submitted', tier: 'street', joined: [LEAD, STREET] });
    expect(await week.step(here.worker, 'accept', id, { grade: 'G0' })).toMatchObject({
      tier: 'street',
      joined: [LEAD, STREET],
    });
    await week.end(id);
  });

  it('by a missed date keeps the holder, is told to the tier, the holder and the requester, and warns before', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G1' }], 'contact');
    await week.reach('1 00:01');
    await week.app.settle();
    await week.reach('1 12:01');
    const risen = await week.seen(id);
    expect(risen).toMatchObject({ tier: 'community', joined: [LEAD], holder: { displayName: '格桑顿珠' } });
    expect(risen.timeline.at(-1)?.facts).toMatchObject({ trigger: 'resolve_missed', tier: 'community', percent: 100 });
    const worker = (await week.told(here.worker, id)).map(({ type, facts }) => `${type} ${facts.percent ?? ''}`);
    expect(worker).toContain('ticket.warned 50');
    expect(worker).toContain('ticket.risen 100');
    expect((await week.told(here.lead, id)).map(({ type }) => type)).toEqual(['ticket.risen']);
    expect((await week.told(here.resident, id)).at(-1)?.facts.action).toBe('escalate');
    await week.end(id);
  });

  it('tells a miss that raises nothing to the holder and to whoever leads the community', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G1' }]);
    await week.reach('0 14:01');
    const facts = expect.objectContaining({ clock: 'contact', percent: 100 }) as object;
    const missed = { type: 'ticket.warned', facts };
    for (const by of [here.worker, here.lead])
      expect(await week.told(by, id)).toContainEqual(expect.objectContaining(missed));
    expect((await week.told(here.resident, id)).map(({ facts }) => facts.action)).not.toContain('warn');
    await week.end(id);
  });
});

describe('more time', () => {
  const extend = (id: string, days: number) => week.here.try(week.here.lead, 'extend', id, { days, words: '等配件' });

  it('is granted once, before the date, not longer than the time there was, and told', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    expect((await here.try(here.staff, 'extend', id)).code).toBe('NOT_ALLOWED');
    // From Monday noon to Thursday at six there were three days and a quarter.
    expect((await extend(id, 4)).code).toBe('EXTENSION_TOO_LONG');
    const extended = (await extend(id, 3)).reply;
    expect(week.due(extended)).toBe('resolve 6 18:00');
    const [told] = (await week.told(here.resident, id)).slice(-1);
    expect(told?.facts).toMatchObject({ action: 'extend', days: 3 });
    expect(week.shown(told?.facts.dueAt)).toBe('6 18:00');
    expect((await extend(id, 1)).code).toBe('EXTENDED_ALREADY');
    await week.end(id);
  });

  it('comes too late once the date has passed, but not while the requester is asked', async () => {
    const { here } = week;
    const late = await here.openUpTo('accept', 'contact');
    const asked = await here.openUpTo('accept', 'contact', 'ask');
    await week.reach('4 10:00');
    expect((await extend(late, 1)).code).toBe('EXTENSION_TOO_LATE');
    expect((await extend(asked, 1)).status).toBe(200);
    await week.end(late);
    await week.end(asked);
  });

  it('is not measured by time that was waited for the requester', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact', 'ask');
    await week.reach('2 11:30');
    await week.step(here.resident, 'answer', id);
    expect((await extend(id, 4)).code).toBe('EXTENSION_TOO_LONG');
    expect((await extend(id, 3)).status).toBe(200);
    await week.end(id);
  });

  it('for what is complex is fifteen days at most; a more urgent grade ends it and gives no other', async () => {
    const { here } = week;
    const id = await here.openUpTo(['accept', { grade: 'G3' }], 'contact');
    expect((await extend(id, 16)).code).toBe('EXTENSION_TOO_LONG');
    expect(week.due((await extend(id, 15)).reply)).toBe('resolve 30 12:00');
    const urgent = await week.step(here.staff, 'regrade', id, { grade: 'G1', words: '墙裂开了' });
    expect(week.due(urgent)).toBe('resolve 1 12:00');
    expect((await extend(id, 1)).code).toBe('EXTENDED_ALREADY');
    await week.end(id);
  });
});

describe('changing', () => {
  it('goes to somebody who handles tickets there, with a reason, both told; whoever joined stays', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact', 'escalate');
    const [grid] = here.demo.grids;
    await week.app.settle();
    expect((await here.try(here.staff, 'reassign', id, { holderId: grid?.backupId })).status).toBe(422);
    const moved = await week.step(here.staff, 'reassign', id, { holderId: grid?.backupId, words: '原来的同事调走了' });
    expect(moved).toMatchObject({ holder: { displayName: '达娃卓玛' }, joined: [LEAD] });
    expect((await week.told(here.backup, id)).map(({ type }) => type)).toEqual(['ticket.assigned']);
    expect((await week.told(here.resident, id)).at(-1)?.facts).toMatchObject({
      action: 'reassign',
      holderName: '达娃卓玛',
    });
    expect((await here.try(here.worker, 'resolve', id)).code).toBe('NOT_ALLOWED');
    await week.end(id);
  });

  it('of the grade makes dates earlier only where it is more urgent, and counts from the beginning', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    await week.reach('0 16:00');
    const grade = (to: string) => week.step(here.staff, 'regrade', id, { grade: to, words: '情况变了' });
    expect(week.due(await grade('G1'))).toBe('resolve 1 12:00');
    expect(week.due(await grade('G3'))).toBe('resolve 15 12:00');
    expect(week.due(await grade('G0'))).toBe('resolve 0 14:00');
    // Its time was over by then: that is told at once.
    await week.wake();
    expect(await week.byTime(id)).toEqual(['warn resolve 100']);
    await week.end(id);
  });

  it('adds up the minutes in everybody’s hands to those it was open', async () => {
    const { here } = week;
    const id = await here.openUpTo('accept', 'contact');
    await week.reach('0 12:30');
    await week.step(here.worker, 'ask', id);
    await week.reach('1 10:00');
    await week.step(here.resident, 'answer', id);
    await week.step(here.staff, 'coordinate', id, here.bodyOf('coordinate'));
    await week.reach('1 11:00');
    const requestId = (await week.seen(id)).requests[0]?.id;
    await week.step(here.staff, 'recall', id, { requestId, words: '好了' });
    await week.step(here.worker, 'escalate', id);
    await week.reach('1 11:40');
    await week.step(here.worker, 'resolve', id);
    await week.reach('2 11:40');
    const openFor = (): number => Math.floor((week.app.now - openedAt) / MINUTE);
    const openedAt = Date.parse((await week.seen(id)).openedAt);
    const before = openFor();
    const held = new Map((await week.seen(id)).held?.map(({ hands, minutes }) => [hands, minutes]));
    const inAllHands = [...held.values()].reduce((sum, minutes) => sum + minutes, 0);
    expect(inAllHands).toBeGreaterThanOrEqual(before);
    expect(inAllHands).toBeLessThanOrEqual(openFor());
    const about = { grid: 30, requester: 21.5 * 60, partner: 60, community: 40, verifier: DAY / MINUTE };
    for (const [hands, minutes] of Object.entries(about)) {
      expect(Math.abs((held.get(hands as never) ?? 0) - minutes)).toBeLessThanOrEqual(1);
    }
    expect((await week.seen(id, here.resident)).held).toBeNull();
  });
});
