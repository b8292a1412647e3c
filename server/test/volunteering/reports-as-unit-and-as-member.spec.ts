/** Units report to the community and so do their members; whoever is on a list is known by their phone, everybody else is confirmed. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Ledger } from '../../src/points/ledger';
import { newId } from '../../src/platform/database/new-id';
import { Memberships } from '../../src/volunteering/memberships';
import { startApp, type TestApp } from '../actors/start-app';
import { newKey, type Caller } from '../actors/caller';
import { Cast } from '../contract/cast';
import { listed, report, somebody, unit } from './at-the-units';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
});
afterAll(() => app.close());

const liveOf = (personId: string) =>
  app.get(UnitOfWork).read((tx) => app.get(Memberships).liveOf(tx, personId, cast.place.communityId));

describe('a unit', () => {
  it('reports once, by whatever name it is written down, and again after it has ended', async () => {
    const staff = await cast.as('staff');
    const { id, name, version } = await unit(cast);
    const again = { body: { name: ` ${name.zh} ` } };
    expect((await staff.call(unitRoutes.add, again)).code).toBe('UNIT_KNOWN');
    const ended = (await staff.call(unitRoutes.end, { params: { id }, body: {} })).reply;
    expect(ended.to).not.toBeNull();
    expect((await staff.call(unitRoutes.end, { params: { id }, body: {} })).code).toBe('UNIT_NOT_REPORTING');
    const past = (await staff.call(unitRoutes.list, { query: { state: 'ended', q: name.zh } })).reply;
    expect(past.items.map((one) => one.id)).toEqual([id]);
    const back = (await staff.call(unitRoutes.add, again)).reply;
    expect(back).toMatchObject({ id, to: null, version });
  });

  it('is renamed by whoever keeps units wherever it reports, and never to another’s name', async () => {
    const staff = await cast.as('staff');
    const [one, other] = [await unit(cast), await unit(cast)];
    const write = (body: object) => staff.send(unitRoutes.write, { params: { id: one.id }, body });
    expect((await write({ version: one.version, name: other.name.zh })).code).toBe('UNIT_KNOWN');
    const written = (await write({ version: one.version, name: '新名字的单位', nameBo: 'མིང་གསར།' })).reply;
    expect(written.name).toEqual({ zh: '新名字的单位', bo: 'མིང་གསར།' });
    expect((await write({ version: one.version, name: '又一个名字' })).code).toBe('CHANGED_MEANWHILE');
    await cast.place.sql(
      `INSERT INTO unit_reporting (id, unit_id, community_id, starts_on, sole_unit) VALUES (?, ?, ?, '2026-01-01', ?)`,
      [one.id, one.id, cast.place.farCommunityId, one.id],
    );
    expect((await write({ version: written.version, name: '又一个名字' })).code).toBe('NOT_ALLOWED');
  });

  it('does not end while it has members, or somebody who asks to be one', async () => {
    const staff = await cast.as('staff');
    const { id } = await unit(cast);
    const end = () => staff.call(unitRoutes.end, { params: { id }, body: {} });
    const who = await somebody(cast);
    void (await report(who, id)).reply;
    expect((await end()).code).toBe('UNIT_HAS_MEMBERS');
    void (await who.caller.call(memberRoutes.withdraw, { query: {} })).reply;
    expect((await end()).reply.to).not.toBeNull();
    expect((await report(who, id)).code).toBe('UNIT_NOT_REPORTING');
  });

  it('is found by its name, page by page', async () => {
    const staff = await cast.as('staff');
    const names: string[] = [];
    for (let i = 0; i < 5; i++) {
      const { name } = (await staff.call(unitRoutes.add, { body: { name: `翻页单位${i}` } })).reply;
      names.push(name.zh);
    }
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = (await staff.call(unitRoutes.list, { query: { q: '翻页', limit: 2, cursor } }))
        .reply;
      seen.push(...items.map(({ name }) => name.zh));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(names);
  });
});

describe('what a unit earned', () => {
  it('is shown with its community’s other figures, less what was taken back, and stays when a member moves', async () => {
    const [{ id: unitId }, { id: to }] = [await unit(cast), await unit(cast)];
    const who = await somebody(cast, true);
    await listed(cast, unitId, who);
    const { id } = (await report(who, unitId)).reply;
    const act = { actorId: cast.id('lead'), communityId: cast.place.communityId };
    const award = (causeId: string) => ({
      ...{ causeId, personId: who.id, points: 2, minutes: 90, unit: { id: unitId, points: 2 }, ruleVersion: 0 },
    });
    const [kept, taken] = [newId(), newId()];
    await app.get(UnitOfWork).run(async (tx) => {
      const journals = await app.get(Ledger).awardAll(tx, act, [award(kept), award(taken)], 'attendance');
      await app.get(Ledger).reverse(tx, act, journals.get(taken) ?? '', 'attendance', taken);
    });
    const staff = await cast.as('staff');
    const totals = async (of: string) =>
      (await staff.call(unitRoutes.one, { params: { id: of }, query: {} })).reply.totals;
    expect(await totals(unitId)).toEqual({ members: 1, claimed: 1, pointsPt: 2, minutesMin: 90 });
    const [{ version } = { version: 0 }] = (await staff.call(memberRoutes.list, { query: { unitId } })).reply.items;
    void (await staff.call(memberRoutes.move, { params: { id }, body: { version, unitId: to } })).reply;
    expect(await totals(unitId)).toEqual({ members: 0, claimed: 0, pointsPt: 2, minutesMin: 90 });
    expect(await totals(to)).toEqual({ members: 1, claimed: 1, pointsPt: 0, minutesMin: 0 });
  });
});

describe('a member', () => {
  it('whose phone the grid worker confirmed and the list has is one at once, with the role', async () => {
    const { id: unitId } = await unit(cast);
    const who = await somebody(cast, true);
    const { id } = await listed(cast, unitId, who);
    const mine = (await report(who, unitId)).reply;
    expect(mine).toMatchObject({ id, state: 'live', unit: { id: unitId } });
    expect(await liveOf(who.id)).toMatchObject({ unitId });
    expect((await who.caller.call(identityRoutes.me, {})).reply.roles).toContain('member');
  });

  it.each([
    ['a phone that nobody has confirmed', false, (name: string) => name],
    ['another name than the list has', true, () => '另一个名'],
  ])('with %s waits to be confirmed', async (_, phoneKnown, nameOf) => {
    const { id: unitId } = await unit(cast);
    const who = await somebody(cast, phoneKnown);
    const { id } = await listed(cast, unitId, { phone: who.phone, name: nameOf(who.name) });
    const asked = (await report(who, unitId)).reply;
    expect(asked.state).toBe('asked');
    expect(await liveOf(who.id)).toBeNull();
    const staff = await cast.as('staff');
    const waiting = (await staff.call(memberRoutes.list, { query: { unitId, state: 'asked' } })).reply.items;
    expect(waiting).toMatchObject([{ id: asked.id, matchesList: true, personId: who.id }]);
    // The row of the list becomes theirs, so that nobody stands on it twice.
    const decided = (await staff.call(memberRoutes.confirm, { params: { id: asked.id } })).reply;
    expect(decided).toMatchObject({ id, state: 'live' });
    const all = (await staff.call(memberRoutes.list, { query: { unitId } })).reply.items;
    expect(all.map((one) => [one.id, one.personId])).toEqual([[id, who.id]]);
    expect(await liveOf(who.id)).toMatchObject({ id, unitId });
  });

  it('is confirmed by the contact of the unit, who sees only those that ask there, masked', async () => {
    const { unitId } = cast.place;
    const [here, elsewhere] = [await somebody(cast), await somebody(cast)];
    const { id: otherUnit } = await unit(cast);
    const [asked, other] = [(await report(here, unitId)).reply, (await report(elsewhere, otherUnit)).reply];
    const contact = await cast.as('unitContact');
    const { items } = (await contact.call(memberRoutes.requests, { query: {} })).reply;
    expect(items.map(({ id }) => id)).toEqual([asked.id]);
    expect(items[0]?.name).not.toBe(here.name);
    expect(JSON.stringify(items)).not.toContain(here.phone);
    expect((await contact.call(memberRoutes.confirm, { params: { id: other.id } })).code).toBe('NOT_FOUND');
    expect((await contact.call(memberRoutes.confirm, { params: { id: asked.id } })).reply.state).toBe('live');
    const [own] = (await contact.call(unitRoutes.own, {})).reply.items;
    expect(own).toMatchObject({ id: unitId, totals: { claimed: 1 }, requests: 0 });
  });

  it('is refused with a reason, forgotten by name and phone, and may ask again', async () => {
    const { id: unitId } = await unit(cast);
    const who = await somebody(cast);
    const { id } = (await report(who, unitId)).reply;
    expect((await report(who, unitId)).code).toBe('MEMBERSHIP_HELD');
    const staff = await cast.as('staff');
    const refuse = { params: { id }, body: { reason: '我们单位没有这个人' } };
    expect((await staff.call(memberRoutes.refuse, refuse)).reply.state).toBe('refused');
    expect((await staff.call(memberRoutes.refuse, refuse)).code).toBe('MEMBERSHIP_OVER');
    const { membership } = (await who.caller.call(memberRoutes.mine, { query: {} })).reply;
    expect(membership).toMatchObject({ state: 'refused', refusedBecause: '我们单位没有这个人' });
    const kept = await cast.place.sql(
      'SELECT COALESCE(name_enc, name_idx, phone_enc, phone_idx, phone_tail) AS kept FROM membership WHERE id = ?',
      [id],
    );
    expect(kept).toEqual([{ kept: null }]);
    expect((await report(who, unitId)).reply.state).toBe('asked');
  });

  it('cannot confirm themself', async () => {
    const { id: unitId } = await unit(cast);
    const staff = await cast.as('staff');
    const body = { unitId, name: cast.newName(), phone: cast.newPhone() };
    const { id } = (await staff.call(memberRoutes.ask, { body })).reply;
    expect((await staff.call(memberRoutes.confirm, { params: { id } })).code).toBe('NOT_ALLOWED');
    void (await staff.call(memberRoutes.withdraw, { query: {} })).reply;
  });

  it('moves to another unit from today, and the row of the old one stays', async () => {
    const [{ id: from }, { id: to }] = [await unit(cast), await unit(cast)];
    const who = await somebody(cast, true);
    await listed(cast, from, who);
    const { id } = (await report(who, from)).reply;
    const staff = await cast.as('staff');
    const [{ version } = { version: 0 }] = (await staff.call(memberRoutes.list, { query: { unitId: from } })).reply
      .items;
    const move = (unitId: string, key = newKey()) =>
      staff.call(memberRoutes.move, { params: { id }, body: { version, unitId } }, { key });
    expect((await move(from)).code).toBe('MEMBER_IN_UNIT');
    const key = newKey();
    const moved = (await move(to, key)).reply;
    expect(moved).toMatchObject({ unit: { id: to }, personId: who.id, state: 'live' });
    expect((await move(to, key)).reply.id).toBe(moved.id);
    expect((await move(to)).code).toBe('MEMBERSHIP_OVER');
    expect(await liveOf(who.id)).toMatchObject({ id: moved.id, unitId: to });
    const old = (await staff.call(memberRoutes.list, { query: { unitId: from, state: 'ended' } })).reply.items;
    expect(old).toMatchObject([{ id, phone: null }]);
    expect((await who.caller.call(identityRoutes.me, {})).reply.roles).toContain('member');
  });

  it('who is ended loses the role at once', async () => {
    const { id: unitId } = await unit(cast);
    const who = await somebody(cast, true);
    await listed(cast, unitId, who);
    const { id } = (await report(who, unitId)).reply;
    const staff = await cast.as('staff');
    const [{ version } = { version: 0 }] = (await staff.call(memberRoutes.list, { query: { unitId } })).reply.items;
    const ended = await staff.call(memberRoutes.end, { params: { id }, body: { version } });
    expect(ended.reply).toMatchObject({ state: 'ended' });
    expect(await liveOf(who.id)).toBeNull();
    expect((await who.caller.call(identityRoutes.me, {})).reply.roles).toEqual(['resident']);
  });

  it('is on one list only, and found by the whole name, the phone, or its last four digits', async () => {
    const [{ id: one }, { id: other }] = [await unit(cast), await unit(cast)];
    const who = { name: cast.newName(), phone: cast.newPhone() };
    const { id } = await listed(cast, one, who);
    const staff = await cast.as('staff');
    const twice = await staff.call(memberRoutes.add, { body: { unitId: other, ...who } });
    expect(twice.problem).toMatchObject({ code: 'MEMBER_KNOWN', fields: [{ field: 'body.phone' }] });
    for (const q of [who.name, who.phone, who.phone.slice(-4)])
      expect((await staff.call(memberRoutes.list, { query: { q } })).reply.items.map((found) => found.id)).toContain(
        id,
      );
    expect((await staff.call(memberRoutes.list, { query: { q: who.name.slice(0, 2) } })).reply.items).toEqual([]);
    const reveal = { params: { id }, body: { field: 'phone', reason: 'verify_identity' } } as const;
    expect((await staff.call(memberRoutes.reveal, reveal)).reply.value).toBe(who.phone);
  });
});

describe('two at one time', () => {
  const AT_ONCE = 8;

  it('put one phone on one list, whoever is first', async () => {
    const units = [await unit(cast), await unit(cast)];
    const who = { name: cast.newName(), phone: cast.newPhone() };
    const callers = [await cast.as('staff'), await cast.as('lead')];
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) => callers[i % 2] as Caller).map((caller, i) =>
        caller.call(memberRoutes.add, { body: { unitId: units[i % 2]?.id ?? '', ...who } }),
      ),
    );
    const codes = answers.map(({ code }) => code ?? 'done').sort();
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'MEMBER_KNOWN']));
  });

  it('confirm one request once', async () => {
    const { unitId } = cast.place;
    const who = await somebody(cast);
    const { id } = (await report(who, unitId)).reply;
    const callers = [await cast.as('staff'), await cast.as('lead'), await cast.as('unitContact')];
    const answers = await Promise.all(callers.map((caller) => caller.call(memberRoutes.confirm, { params: { id } })));
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['MEMBERSHIP_OVER', 'MEMBERSHIP_OVER', 'done']);
  });
});
