/** Cards for a whole grid at once: each door gets one, whatever stops the work; every batch and every sheet is on record. */
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { MakeBatch } from '@sevengrid/shared/cards/printing.requests';
import type { CardBatchView } from '@sevengrid/shared/cards/printing.views';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { CardDesk } from '../../src/cards/card-desk';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { newKey, type Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';
import { describeDrawn, textOf } from '../outside/poppler';

const JOB = 'issue-cards-of-batches';

let app: TestApp;
let here: AtTheCommunity;
let lead: Caller;
/** Of the first grid, in the order of the demo. */
let homes: { id: string; address: string; gridId: string }[];
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
  lead = await here.as('lead');
  const [first] = here.demo.households;
  homes = here.demo.households.filter((home) => home.gridId === first?.gridId);
});
afterAll(() => app.close());

const gridId = (): string => homes[0]?.gridId ?? '';
const sql = <T>(statement: string, values: unknown[] = []): Promise<T[]> =>
  app.dataSource.query<T[]>(statement, values);
const work = (): Promise<boolean> => app.get(Scheduler).runNow(JOB);
const make = async (body: Partial<MakeBatch>): Promise<CardBatchView> =>
  (await lead.call(printingRoutes.make, { body: { gridId: gridId(), which: 'all', ...body } })).reply;
const batch = async (id: string): Promise<CardBatchView> =>
  (await lead.call(printingRoutes.batch, { params: { id } })).reply;

/** Ends the cards of these households, so that they have none. */
async function without(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [card] = (await lead.call(cardRoutes.cards, { query: { householdId: id } })).reply.items;
    if (card?.status === 'active')
      await lead.call(cardRoutes.end, { params: { id: card.id }, body: { because: 'lost' } });
  }
}

const activeCards = async (): Promise<number> => {
  const [row] = await sql<{ n: string }>("SELECT COUNT(*) AS n FROM card WHERE grid_id = ? AND status = 'active'", [
    gridId(),
  ]);
  return Number(row?.n);
};

it('issues a card to each door of a grid that has none, and to no other', async () => {
  const bare = homes.slice(0, 30).map((home) => home.id);
  await without(bare);
  const made = await make({ which: 'missing' });
  expect(made).toMatchObject({ state: 'issuing', doors: 30, waiting: 30, issued: 0, parts: 1, printedAt: null });
  await work();
  expect(await batch(made.id)).toMatchObject({ state: 'ready', doors: 30, waiting: 0, issued: 30, kept: 0 });
  expect(await activeCards()).toBe(homes.length);
  const refused = await lead.call(printingRoutes.make, { body: { gridId: gridId(), which: 'missing' } });
  expect(refused.code).toBe('BATCH_EMPTY');
});

it('makes one batch of a request that is sent twice', async () => {
  const key = newKey();
  const body = { gridId: gridId(), which: 'all' } as const;
  const both = await Promise.all([1, 2].map(() => lead.call(printingRoutes.make, { body }, { key })));
  expect(new Set(both.map((answer) => answer.reply.id)).size).toBe(1);
  await work();
  expect(await batch(both[0]?.reply.id ?? '')).toMatchObject({ doors: homes.length, kept: homes.length, issued: 0 });
});

it('goes on where it was stopped, with one card a door, and a beat of many at once changes nothing', async () => {
  await without(homes.slice(0, 60).map((home) => home.id));
  const made = await make({ which: 'missing' });
  const desk = app.get(CardDesk);
  const issue = desk.issue.bind(desk);
  let issued = 0;
  // As when the machine loses its power in the middle of the second bundle of doors.
  desk.issue = (...given) => (++issued === 40 ? Promise.reject(new Error('power cut')) : issue(...given));
  await work();
  expect(await batch(made.id)).toMatchObject({ state: 'issuing', issued: 25, waiting: 35 });
  desk.issue = issue;
  await Promise.all([work(), work(), work()]);
  expect(await batch(made.id)).toMatchObject({ state: 'ready', issued: 60, waiting: 0 });
  const [twice] = await sql<{ n: string }>(
    `SELECT COUNT(*) AS n FROM (SELECT household_id FROM card WHERE grid_id = ? AND status = 'active'
     GROUP BY household_id HAVING COUNT(*) > 1) more`,
    [gridId()],
  );
  expect(Number(twice?.n)).toBe(0);
});

it('keeps what a worker issued by hand in between, and leaves out a door that is no more in the grid', async () => {
  const [one, two, three] = homes.slice(0, 3).map((home) => home.id);
  await without([one ?? '', two ?? '', three ?? '']);
  const made = await make({ which: 'missing' });
  await lead.call(cardRoutes.issue, { body: { householdId: one ?? '' } });
  const elsewhere = here.demo.households.at(-1)?.gridId;
  await sql('UPDATE household SET grid_id = ? WHERE id = ?', [elsewhere, two]);
  await work();
  expect(await batch(made.id)).toMatchObject({ issued: 1, kept: 1, leftOut: 1 });
  await sql('UPDATE household SET grid_id = ? WHERE id = ?', [gridId(), two]);
  const doors = (await lead.call(printingRoutes.batchDoors, { params: { id: made.id }, query: {} })).reply.items;
  expect(doors.map((door) => door.state).sort()).toEqual(['issued', 'kept', 'left_out']);
  expect(doors.find((door) => door.state === 'left_out')).toMatchObject({ householdId: two, shortCode: null });
});

it('replaces the cards of chosen doors when told to: the old links end, the new ones count on', async () => {
  const chosen = homes.slice(10, 14).map((home) => home.id);
  const old = await here.tokenOf(chosen[0] ?? '');
  const made = await make({ householdIds: chosen, replaces: 'misused' });
  await work();
  expect(await batch(made.id)).toMatchObject({ doors: 4, replaced: 4 });
  expect((await app.as(null).call(cardRoutes.scan, { body: { token: old } })).code).toBe('CARD_REVOKED');
  const cards = (await lead.call(cardRoutes.cards, { query: { householdId: chosen[0] } })).reply.items;
  expect(cards[1]).toMatchObject({ status: 'revoked', endedBecause: 'misused' });
  expect(cards[0]?.version).toBe((cards[1]?.version ?? 0) + 1);
});

it('puts batch, cards and every taking of a sheet on the audit log, in the name of who did it', async () => {
  const [home] = homes.slice(20, 21);
  await without([home?.id ?? '']);
  const made = await make({ householdIds: [home?.id ?? ''] });
  const early = await lead.call(printingRoutes.sheet, { params: { id: made.id }, query: { part: 1 } });
  expect(early.code).toBe('BATCH_NOT_READY');
  await work();
  for (let times = 0; times < 2; times++)
    await lead.call(printingRoutes.sheet, { params: { id: made.id }, query: { part: 1 } });
  const log = await sql<{ action: string; actor_id: string; detail: { again?: boolean } }>(
    'SELECT action, actor_id, detail FROM audit_log WHERE subject_id = ? ORDER BY id',
    [made.id],
  );
  expect(log.map((row) => row.action)).toEqual(['card.batch_made', 'card.printed', 'card.printed']);
  expect(log.map((row) => row.detail.again)).toEqual([undefined, false, true]);
  const [issued] = await sql<{ actor_id: string }>(
    "SELECT actor_id FROM audit_log WHERE action = 'card.issued' AND JSON_VALUE(detail, '$.batch') = ?",
    [made.id],
  );
  expect(issued?.actor_id).toBe(log[0]?.actor_id);
});

it('tells of each building and each door what is missing and what was printed', async () => {
  const buildings = (await lead.call(printingRoutes.buildings, { query: { gridId: gridId() } })).reply.items;
  expect(buildings.map((building) => building.name)).toEqual(['1号楼', '2号楼', '3号楼', '4号楼', '5号楼']);
  const [first] = buildings;
  const before = homes.filter((home) => home.address.startsWith('1号楼 '));
  expect(first?.households).toBe(before.length);
  await without([before[0]?.id ?? '']);
  const made = await make({ buildingId: first?.id, which: 'unprinted' });
  expect(made.buildingName).toBe('1号楼');
  await work();
  await lead.call(printingRoutes.sheet, { params: { id: made.id }, query: { part: 1 } });
  const [after] = (await lead.call(printingRoutes.buildings, { query: { gridId: gridId() } })).reply.items;
  expect(after).toMatchObject({ missing: 0, unprinted: 0 });
  const query = { gridId: gridId(), buildingId: first?.id, limit: 7 };
  const page = (await lead.call(printingRoutes.doors, { query })).reply;
  const next = (await lead.call(printingRoutes.doors, { query: { ...query, cursor: page.nextCursor ?? '' } })).reply;
  const addresses = [...page.items, ...next.items].map((door) => door.address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(page.items.every((door) => door.card?.printedAt)).toBe(true);
  const again = await lead.call(printingRoutes.make, {
    body: { gridId: gridId(), buildingId: first?.id, which: 'unprinted' },
  });
  expect(again.code).toBe('BATCH_EMPTY');
});

it('lets nobody print but who may, nor learn of a batch elsewhere', async () => {
  const made = await make({});
  await work();
  const input = { params: { id: made.id }, query: { part: 1 } };
  for (const account of ['staff', 'worker', 'resident'])
    expect((await (await here.as(account)).call(printingRoutes.sheet, input)).code).toBe('NOT_ALLOWED');
  const nowhere = { params: { id: ulid(Date.now(), new Array(16).fill(7)) }, query: { part: 1 } };
  expect((await lead.call(printingRoutes.sheet, nowhere)).code).toBe('NOT_FOUND');
  expect((await lead.call(printingRoutes.sheet, { ...input, query: { part: 9 } })).code).toBe('BATCH_EMPTY');
  const list = (await lead.call(printingRoutes.batches, { query: {} })).reply.items;
  expect(list[0]).toMatchObject({ id: made.id, state: 'ready' });
});

describeDrawn('the sheet of a batch', () => {
  it('carries the short code and door of each card in the order of the way, without cards that ended since', async () => {
    const made = await make({ householdIds: homes.slice(0, 12).map((home) => home.id) });
    await work();
    await without([homes[3]?.id ?? '']);
    const answer = await lead.call(printingRoutes.sheet, { params: { id: made.id }, query: { part: 1 } });
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('联络卡-第一网格-1.pdf'));
    const text = textOf(Buffer.from(answer.file));
    const doors = (await lead.call(printingRoutes.batchDoors, { params: { id: made.id }, query: { limit: 50 } })).reply
      .items;
    expect(doors.filter((door) => door.ended)).toHaveLength(1);
    for (const { shortCode, address, ended } of doors) {
      expect(text.includes(address)).toBe(!ended);
      expect(text.includes(`${shortCode?.slice(0, 3)} ${shortCode?.slice(3)}`)).toBe(!ended);
    }
  });
});
