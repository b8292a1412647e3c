/** Who edits in one community and lives in another changes the rules of the one alone, whichever is named or none. */
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { Role } from '@sevengrid/shared/identity/roles';
import type { RouteSpec } from '@sevengrid/shared/kernel/route';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { grantRole } from '../../src/identity/rights';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast, type Who } from './cast';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
});
afterAll(() => app.close());

type Named = 'none' | 'there' | 'home' | 'street' | 'nowhere';
const NAMED: readonly Named[] = ['none', 'there', 'home', 'street', 'nowhere'];

/** Whose rules the answer is about, or why there is none: `there` is where the right holds, `home` where one lives. */
type Cells = Record<Named, string>;
const THERE: Cells = { none: 'there', there: 'there', home: '404', street: '404', nowhere: '404' };

interface Lives {
  as: Role;
  writes: Cells;
  reads: Cells;
}
const LIVES: readonly Lives[] = [
  { as: 'resident', writes: THERE, reads: THERE },
  { as: 'grid_worker', writes: { ...THERE, home: '403' }, reads: { ...THERE, home: 'home' } },
];

/** Somebody with an older role at home, and then that of a lead in the other community. */
async function leadThere(who: Who, as: Role): Promise<Caller> {
  const { farCommunityId, communityId, gridId } = cast.place;
  await cast.place.sql('DELETE FROM role_grant WHERE person_id = ?', [cast.id(who)]);
  const give = (role: Role, scopeId: string): Promise<void> =>
    app.get(UnitOfWork).run((tx) => grantRole(tx, cast.id(who), role, scopeId));
  await give(as, as === 'grid_worker' ? gridId : communityId);
  await give('lead', farCommunityId);
  return cast.as(who);
}

const idOf = (named: Named): string | undefined =>
  ({
    none: undefined,
    there: cast.place.farCommunityId,
    home: cast.place.communityId,
    street: cast.place.streetId,
    nowhere: newId(),
  })[named];

const placeOf = (communityId: unknown): string =>
  communityId === cast.place.farCommunityId ? 'there' : communityId === cast.place.communityId ? 'home' : 'nobody’s';

async function answered(caller: Caller, route: RouteSpec, input: object): Promise<string> {
  const { status, body } = await caller.send(route, input);
  return status === 200 ? placeOf((body as { communityId: string }).communityId) : String(status);
}

/** Everything that is written of a community’s rules. */
async function rulesOf(communityId: string): Promise<string> {
  const tables = ['deadline_version', 'deadline_rule', 'work_calendar', 'work_day', 'retention_policy'];
  const found = await Promise.all(
    tables.map((table) => cast.place.sql(`SELECT * FROM ${table} WHERE community_id = ?`, [communityId])),
  );
  return JSON.stringify(found);
}

async function written(caller: Caller): Promise<(readonly [string, (communityId?: string) => Promise<string>])[]> {
  const { rules } = (await caller.call(deadlineRoutes.read, { query: {} })).reply;
  const inputs = rules.map(({ categoryId, span, ...rule }) => ({
    ...{ ...rule, ...span },
    ...(categoryId ? { categoryId } : {}),
  }));
  const version = async (communityId?: string): Promise<number> => {
    const answer = await caller.send(deadlineRoutes.read, { query: { communityId } });
    return answer.status === 200 ? answer.reply.version : 0;
  };
  const write = (route: RouteSpec, body: object) => (communityId?: string) =>
    answered(caller, route, { body: { ...body, ...(communityId ? { communityId } : {}) } });
  return [
    ['deadlines', async (id) => write(deadlineRoutes.write, { basedOn: await version(id), rules: inputs })(id)],
    ['hours', write(deadlineRoutes.writeHours, { weekdays: [6], intervals: [{ from: 600, to: 660 }] })],
    ['days', write(deadlineRoutes.writeDays, { days: [{ day: '2027-02-06', kind: 'off', name: '藏历新年' }] })],
    ['retention', write(retentionRoutes.write, { what: 'ticket_words', days: 400 })],
  ];
}

describe.each(LIVES)('who leads there and is $as at home', ({ as, writes, reads }) => {
  let caller: Caller;
  beforeAll(async () => {
    caller = await leadThere('newcomer', as);
  });

  it('writes the rules there, and none at home', async () => {
    const before = await rulesOf(cast.place.communityId);
    for (const [what, write] of await written(caller)) {
      const seen: Record<string, string> = {};
      for (const named of NAMED) seen[named] = await write(idOf(named));
      expect([what, seen]).toEqual([what, writes]);
    }
    expect(await rulesOf(cast.place.communityId)).toBe(before);
  });

  it('reads the rules there first, and those at home where they work', async () => {
    for (const route of [deadlineRoutes.read, deadlineRoutes.calendar, retentionRoutes.read]) {
      const seen: Record<string, string> = {};
      for (const named of NAMED) seen[named] = await answered(caller, route, { query: { communityId: idOf(named) } });
      expect([route.name, seen]).toEqual([route.name, reads]);
    }
  });
});

it('is told which rules one may change', async () => {
  const caller = await leadThere('newcomer', 'staff');
  const editable = async (route: typeof deadlineRoutes.read | typeof deadlineRoutes.calendar, named: Named) =>
    (await caller.call(route, { query: { communityId: idOf(named) } })).reply.editable;
  expect([await editable(deadlineRoutes.read, 'home'), await editable(deadlineRoutes.read, 'there')]).toEqual([
    ...[false, true],
  ]);
  // Staff keep the calendar, and not the deadlines.
  expect(await editable(deadlineRoutes.calendar, 'home')).toBe(true);
});

it('lets an administrator of both set up the second, whose checklist then says so', async () => {
  const above = await cast.as('above');
  const { communities } = (await above.call(setUpRoutes.checklist, { query: {} })).reply;
  expect(communities).toHaveLength(2);
  const second = communities[1]?.id ?? '';
  const state = async (communityId: string): Promise<string | undefined> => {
    const { steps } = (await above.call(setUpRoutes.checklist, { query: { communityId } })).reply;
    return steps.find(({ step }) => step === 'calendar')?.state;
  };
  await cast.place.sql('DELETE FROM work_day');
  expect([await state(communities[0]?.id ?? ''), await state(second)]).toEqual(['advised', 'advised']);
  const day = `${new Date().getUTCFullYear()}-10-01`;
  const body = { communityId: second, days: [{ day, kind: 'off' as const, name: '国庆节' }] };
  expect((await above.call(deadlineRoutes.writeDays, { body })).reply.communityId).toBe(second);
  expect([await state(communities[0]?.id ?? ''), await state(second)]).toEqual(['advised', 'done']);
});

it('shows the kinds of matters and the stations of the community that is named', async () => {
  const above = await cast.as('above');
  const there = (await above.call(ticketRoutes.categories, { query: { communityId: idOf('there') } })).reply.items;
  const home = (await above.call(ticketRoutes.categories, { query: { communityId: idOf('home') } })).reply.items;
  expect(home.map(({ id }) => id)).toEqual([cast.place.categoryId]);
  expect(there).toHaveLength(1);
  expect(there[0]?.id).not.toBe(cast.place.categoryId);
  expect((await above.call(gridRoutes.stations, { query: { communityId: newId() } })).code).toBe('NOT_FOUND');
});
