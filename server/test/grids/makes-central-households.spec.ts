/** A bound resident is made a central household from the household's page, is given doors, files for them alone, and stops when it ends. */
import { centralRoutes } from '@sevengrid/shared/grids/central-households.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { HouseholdDetailView } from '@sevengrid/shared/grids/views';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { Answer, Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { centralNeighbour, doors, neighbour, pair, type Neighbour } from './at-the-doors';

let app: TestApp;
let cast: Cast;
let admin: Caller;
let lead: Caller;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  [admin, lead] = [await cast.as('admin'), await cast.as('lead')];
});
afterAll(() => app.close());

const params = (id: string): { params: { id: string } } => ({ params: { id } });

const householdOf = async (id: string): Promise<HouseholdDetailView> =>
  (await lead.call(gridRoutes.household, params(id))).reply;

const fileFor = (by: Neighbour, householdId: string): Promise<Answer<{ id: string }>> => {
  const requester = { name: '达娃', phone: '13900001234' };
  const about = {
    categoryId: cast.place.categoryId,
    words: '楼道灯不亮',
    consent: 'verbal',
    channel: 'visit',
  } as const;
  return by.caller.call(ticketRoutes.open, { body: { ...about, householdId, requester } });
};

const served = async ({ caller }: Neighbour): Promise<string[]> =>
  (await caller.call(gridRoutes.servedHouseholds, {})).reply.items.map(({ id }) => id).sort();

async function actions(subjectId: string): Promise<string[]> {
  const sql = 'SELECT action FROM audit_log WHERE subject_id = ? AND action <> ? ORDER BY at, id';
  const found = (await cast.place.sql(sql, [subjectId, 'household.read'])) as { action: string }[];
  return found.map(({ action }) => action);
}

it('makes a bound resident one, gives two doors, and lets them file for those alone and see what they filed', async () => {
  const keeper = await neighbour(cast);
  const [near, next, far] = (await doors(cast, 3)) as [string, string, string];
  expect((await fileFor(keeper, near)).code).toBe('NOT_FOUND');
  const made = await admin.call(centralRoutes.appoint, params(keeper.residentId));
  expect(made.reply).toMatchObject({ bound: true, central: true });
  expect((await householdOf(keeper.householdId)).people).toMatchObject([{ central: true }]);
  for (const door of [near, next]) expect((await pair(lead, door, keeper.personId)).status).toBe(200);
  expect(await served(keeper)).toEqual([near, next].sort());
  expect((await householdOf(near)).centralHousehold?.personId).toBe(keeper.personId);
  const filed = (await fileFor(keeper, near)).reply;
  expect((await fileFor(keeper, far)).code).toBe('NOT_FOUND');
  const others = await lead.call(ticketRoutes.open, {
    body: {
      categoryId: cast.place.categoryId,
      words: '水管漏水',
      consent: 'verbal',
      channel: 'phone',
      householdId: near,
    },
  });
  const mine = (await keeper.caller.call(ticketRoutes.mine, { query: {} })).reply.items;
  expect(mine.map(({ id }) => id)).toEqual([filed.id]);
  expect((await keeper.caller.call(ticketRoutes.ticket, params(others.reply.id))).code).toBe('NOT_FOUND');
  expect((await keeper.caller.call(gridRoutes.household, params(near))).code).toBe('NOT_ALLOWED');
  expect(await actions(near)).toEqual(['central.paired']);
  expect(await actions(keeper.personId)).toContain('role.given');
});

it('refuses the twenty-first door, one’s own, and whoever is none', async () => {
  const keeper = await centralNeighbour(cast);
  const many = await doors(cast, 21);
  for (const door of many.slice(0, 20)) expect((await pair(lead, door, keeper.personId)).status).toBe(200);
  const last = many[20] ?? '';
  expect((await pair(lead, last, keeper.personId)).code).toBe('CENTRAL_FULL');
  expect((await pair(lead, many[3] ?? '', keeper.personId)).status).toBe(200);
  expect((await pair(lead, keeper.householdId, keeper.personId)).code).toBe('CENTRAL_OWN_DOOR');
  const nobody = await neighbour(cast);
  expect((await pair(lead, last, nobody.personId)).code).toBe('CENTRAL_PERSON_UNKNOWN');
  expect((await householdOf(last)).centralHousehold).toBeNull();
});

it('offers those with the fewest doors first, and nobody to their own door', async () => {
  const [busy, idle] = [await centralNeighbour(cast), await centralNeighbour(cast)];
  const [door = '', other = ''] = await doors(cast, 2);
  await pair(lead, door, busy.personId);
  const { items } = (await lead.call(centralRoutes.candidates, params(other))).reply;
  const counts = items.map(({ households }) => households);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(items.find(({ personId }) => personId === busy.personId)?.households).toBe(1);
  expect(items.find(({ personId }) => personId === idle.personId)?.households).toBe(0);
  const atHome = (await lead.call(centralRoutes.candidates, params(idle.householdId))).reply.items;
  expect(atHome.map(({ personId }) => personId)).not.toContain(idle.personId);
});

it('replaces whoever looked after the door, and ends it', async () => {
  const [first, second] = [await centralNeighbour(cast), await centralNeighbour(cast)];
  const [door = ''] = await doors(cast, 1);
  await pair(lead, door, first.personId);
  expect((await pair(lead, door, second.personId)).reply.centralHousehold?.personId).toBe(second.personId);
  expect([(await fileFor(first, door)).code, (await fileFor(second, door)).status]).toEqual(['NOT_FOUND', 201]);
  expect((await lead.call(centralRoutes.part, params(door))).reply.centralHousehold).toBeNull();
  expect((await fileFor(second, door)).code).toBe('NOT_FOUND');
  expect((await lead.call(centralRoutes.part, params(door))).status).toBe(200);
  expect(await actions(door)).toEqual(['central.paired', 'central.paired', 'central.parted']);
});

it('ends filing and every door with the role, from the household’s page and from the account’s', async () => {
  const keeper = await centralNeighbour(cast);
  const [door = '', other = ''] = await doors(cast, 2);
  await pair(lead, door, keeper.personId);
  const ended = await admin.call(centralRoutes.relieve, params(keeper.residentId));
  expect(ended.reply.central).toBe(false);
  expect((await fileFor(keeper, door)).code).toBe('NOT_FOUND');
  expect((await householdOf(door)).centralHousehold).toBeNull();
  // Made one again, they begin without a door.
  expect((await admin.call(centralRoutes.appoint, params(keeper.residentId))).status).toBe(201);
  expect(await served(keeper)).toEqual([keeper.householdId]);

  const { communityId: scopeId } = cast.place;
  const role = { role: 'central_household' as const, scopeId };
  const opened = await admin.call(accountRoutes.open, { body: { account: 'keeper', displayName: '央吉', role } });
  const { id, roles } = opened.reply.account;
  await pair(lead, other, id);
  expect((await householdOf(other)).centralHousehold).toEqual({ personId: id, displayName: '央吉' });
  const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  const body = { lastDay: yesterday };
  expect((await admin.call(accountRoutes.endRole, { ...params(roles[0]?.id ?? ''), body })).status).toBe(200);
  expect((await householdOf(other)).centralHousehold).toBeNull();
});

it('makes nobody one who is not bound, is one already, or is elsewhere', async () => {
  const residentId = await cast.place.addResident((await cast.place.addHome()).id, cast.newName(), cast.newPhone());
  expect((await admin.call(centralRoutes.appoint, params(residentId))).code).toBe('RESIDENT_NOT_BOUND');
  const keeper = await centralNeighbour(cast);
  expect((await admin.call(centralRoutes.appoint, params(keeper.residentId))).code).toBe('ROLE_HELD');
  expect((await lead.call(centralRoutes.appoint, params(keeper.residentId))).code).toBe('NOT_ALLOWED');
  const farAdmin = await cast.as('farAdmin');
  expect((await farAdmin.call(centralRoutes.relieve, params(keeper.residentId))).code).toBe('NOT_FOUND');
  expect((await pair(farAdmin, keeper.householdId, keeper.personId)).code).toBe('NOT_FOUND');
});
