/** A whole import is taken back: what nobody has used since goes, to the very bytes; what somebody has stays, and says why. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { FORGET_IMPORTS_JOB } from '../../src/grids/forget-imports';
import { newId } from '../../src/platform/database/new-id';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { startApp, type TestApp } from '../actors/start-app';
import { Register, type Filled } from './at-the-register';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

const DAY = 86_400_000;
let made = 0;
const newBuilding = (): string => `撤${++made}号楼`;
const doors = (building: string, n: number): Filled => ({
  buildings: [['测试1', building]],
  households: Array.from({ length: n }, (_, i) => [building, `${100 + i}`, '']),
  residents: Array.from({ length: n }, (_, i) => [
    building,
    `${100 + i}`,
    `次仁${i}`,
    `139${String(made).padStart(4, '0')}${1000 + i}`,
  ]),
});

async function householdId(building: string, door: string): Promise<string> {
  const sql = 'SELECT h.id FROM household h JOIN building b ON b.id = h.building_id WHERE b.name = ? AND h.door = ?';
  return (await here.sql<{ id: string }>(sql, [building, door]))[0]?.id ?? '';
}
/** `household HAS_CARD`, sorted. */
const keptOf = async (id: string): Promise<string[]> =>
  (await here.rows(id, 'kept')).map(({ sheet, row, keptBecause }) => `${sheet} ${row} ${keptBecause}`).sort();

it('leaves the register as it was, to the byte, where nobody touched what came', async () => {
  const building = newBuilding();
  await here.imported(doors(building, 3));
  const before = await here.checksums();
  const more = newBuilding();
  const { id } = await here.imported({
    buildings: [['测试2', more]],
    households: [
      [more, '1', '是'],
      [building, '101', '是'],
      [building, '999', ''],
    ],
    residents: [
      [more, '1', '扎西', '13900009999'],
      [building, '100', '次仁0', '13900008888'],
      [building, '101', '新来的', ''],
    ],
  });
  expect(await here.checksums()).not.toEqual(before);
  expect(await here.undo(id)).toMatchObject({ state: 'undone', done: 7, total: 7, kept: 0, until: null });
  expect(await here.checksums()).toEqual(before);
  expect((await here.admin.call(importRoutes.undo, { params: { id } })).code).toBe('IMPORT_NOT_UNDOABLE');
});

it('keeps what has a card, an appeal, a binding, a central household or people of its own, and says so row by row', async () => {
  const building = newBuilding();
  const { id } = await here.imported(doors(building, 7));
  const lead = await here.cast.as('lead');
  await lead.call(cardRoutes.issue, { body: { householdId: await householdId(building, '100') } });
  const ticket = {
    ...{
      categoryId: here.cast.place.categoryId,
      words: '楼道灯不亮',
      consent: 'verbal' as const,
      channel: 'phone' as const,
    },
    householdId: await householdId(building, '101'),
  };
  expect((await lead.call(ticketRoutes.open, { body: ticket })).status).toBe(201);
  const card = (await lead.call(cardRoutes.issue, { body: { householdId: await householdId(building, '102') } })).reply;
  const newcomer = await here.cast.as('newcomer');
  const phone = `139${String(made).padStart(4, '0')}1002`;
  const cardToken = card.url.split('/').at(-1);
  const asked = (await newcomer.call(gridRoutes.requestBinding, { body: { name: '次仁2', phone, cardToken } })).reply;
  await (await here.cast.as('worker')).call(gridRoutes.confirmBinding, { params: { id: asked.id } });
  await here.sql(
    "INSERT INTO central_service (id, person_id, household_id, starts_on) VALUES (?, ?, ?, '2026-01-01')",
    [...[newId(), here.cast.id('central'), await householdId(building, '103')]],
  );
  await here.cast.place.addResident(await householdId(building, '104'), '后来登记的', '13912340000');
  await here.sql('UPDATE household SET needs_care = 1 WHERE id = ?', [await householdId(building, '105')]);

  const view = await here.undo(id);
  expect(await keptOf(id)).toEqual([
    'building 2 HAS_DOORS',
    'household 2 HAS_CARD',
    'household 3 HAS_TICKET',
    'household 4 HAS_BINDING',
    'household 5 IS_SERVED',
    'household 6 HAS_PEOPLE',
    'household 7 CHANGED_SINCE',
    'resident 4 IS_BOUND',
  ]);
  expect(view).toMatchObject({ state: 'undone', done: 15, kept: 8 });
  const left = await here.sql<{ door: string }>(
    'SELECT h.door FROM household h JOIN building b ON b.id = h.building_id WHERE b.name = ? ORDER BY h.door',
    [building],
  );
  expect(left.map(({ door }) => door)).toEqual(['100', '101', '102', '103', '104', '105']);
});

it('gives back no number that somebody has corrected since, and loses none', async () => {
  const building = newBuilding();
  await here.imported(doors(building, 1));
  const one = await here.imported({ residents: [[building, '100', '次仁0', '13955550001']] });
  const two = await here.imported({ residents: [[building, '100', '次仁0', '13955550002']] });
  expect(await here.undo(one.id)).toMatchObject({ kept: 1 });
  expect(await keptOf(one.id)).toEqual(['resident 2 CHANGED_SINCE']);
  const phone = async (): Promise<string> => {
    const [row] = await here.sql<{ phone_enc: Buffer }>('SELECT phone_enc FROM resident WHERE household_id = ?', [
      await householdId(building, '100'),
    ]);
    return here.cast.place.cipher.open(row?.phone_enc ?? Buffer.alloc(0));
  };
  expect(await phone()).toBe('13955550002');
  await here.undo(two.id);
  expect(await phone()).toBe('13955550001');
});

it('is forgotten in time: a day for what waits, thirty for what may be taken back', async () => {
  const waits = await here.looked(doors(newBuilding(), 1));
  const applied = await here.imported({ ...doors(newBuilding(), 1), residents: [['没有', '1', '甲', '']] });
  expect(Date.parse(waits.until ?? '') - Date.parse(waits.at)).toBe(DAY);
  const forget = async (): Promise<void> => void (await app.get(Scheduler).runNow(FORGET_IMPORTS_JOB));
  await forget();
  expect((await here.one(waits.id)).state).toBe('ready');
  app.moveTime(DAY + 60_000);
  here = Object.assign(here, { admin: await here.cast.as('admin') });
  await forget();
  expect(await here.one(waits.id)).toMatchObject({ state: 'expired', until: null });
  expect((await here.admin.call(importRoutes.errors, { params: { id: applied.id } })).code).toBe('IMPORT_ROWS_GONE');
  const kept = 'SELECT SUM(cells_enc IS NOT NULL) AS words, COUNT(*) AS n FROM register_import_row WHERE import_id = ?';
  expect(await here.sql(kept, [waits.id])).toEqual([{ words: null, n: 0 }]);
  expect(await here.sql<{ words: string }>(kept, [applied.id])).toMatchObject([{ words: '0' }]);
  app.moveTime(30 * DAY);
  here = Object.assign(here, { admin: await here.cast.as('admin') });
  expect((await here.admin.call(importRoutes.undo, { params: { id: applied.id } })).code).toBe('IMPORT_NOT_UNDOABLE');
  await forget();
  expect(await here.sql('SELECT n FROM register_import_row WHERE import_id = ?', [applied.id])).toEqual([]);
  expect(await here.one(applied.id)).toMatchObject({ state: 'applied', until: null });
});

it('is not forgotten under the hands of a clerk who applies it just then', async () => {
  const waits = await here.looked(doors(newBuilding(), 2));
  app.moveTime(DAY + 60_000);
  here = Object.assign(here, { admin: await here.cast.as('admin') });
  const clerk = app.dataSource.createQueryRunner();
  await clerk.startTransaction();
  await clerk.query("UPDATE register_import SET state = 'applying', done = 0, total = 5 WHERE id = ?", [waits.id]);
  // It was ready when it was looked for, and waits for the clerk.
  const forgotten = app.get(Scheduler).runNow(FORGET_IMPORTS_JOB);
  await new Promise((done) => setTimeout(done, 400));
  await clerk.commitTransaction();
  await clerk.release();
  await forgotten;
  expect(await here.sql('SELECT COUNT(*) AS n FROM register_import_row WHERE import_id = ?', [waits.id])).toEqual([
    { n: 5 },
  ]);
  await here.settle();
  expect(await here.one(waits.id)).toMatchObject({ state: 'applied', done: 5 });
});
