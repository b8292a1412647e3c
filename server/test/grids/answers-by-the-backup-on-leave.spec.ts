/** Nobody goes on leave without somebody to answer, and the backup answers on the days of leave, by the community's clock. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { GridTeams, type Team } from '../../src/grids/grid-teams';
import { Clock } from '../../src/platform/clock/clock';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from './at-the-community';

const DAY = 86_400_000;

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

/** The day on the community's wall, `ahead` days from now. */
async function day(ahead: number): Promise<string> {
  return wallTime((await app.get(Clock).now()).getTime() + ahead * DAY, 480).day;
}

const team = (gridId: string): Promise<Team> => app.get(UnitOfWork).read((tx) => app.get(GridTeams).of(tx, gridId));

it('puts the backup in the worker’s place for the days of leave', async () => {
  const grid = here.demo.grids[0];
  if (!grid) throw new Error('no grid');
  const worker = await here.as('worker');
  const params = { id: grid.workerId };
  expect((await team(grid.id)).answering).toBe(grid.workerId);
  const leave = await worker.call(gridRoutes.recordLeave, { params, body: { from: await day(0), to: await day(1) } });
  expect(leave.status).toBe(201);
  expect(await team(grid.id)).toMatchObject({ worker: grid.workerId, backup: grid.backupId, answering: grid.backupId });
  const guest = await here.guestOf(here.demo.households[0]?.id ?? '');
  const page = (await guest.call(cardRoutes.current, {})).reply;
  expect([page.worker?.onLeave, page.backup?.onLeave]).toEqual([true, false]);
  const listed = (await worker.call(gridRoutes.leaves, { params: { id: grid.id } })).reply.items;
  expect(listed).toMatchObject([{ workerId: grid.workerId, displayName: '格桑顿珠', cancelled: false }]);
  app.moveTime(2 * DAY);
  expect((await team(grid.id)).answering).toBe(grid.workerId);
  app.moveTime(-2 * DAY);
  const cancelled = await worker.call(gridRoutes.cancelLeave, { params: { id: leave.reply.id } });
  expect(cancelled.reply.cancelled).toBe(true);
  expect((await team(grid.id)).answering).toBe(grid.workerId);
});

it('refuses leave that ends before it begins, overlaps, is on no day, or leaves a grid to nobody', async () => {
  const grid = here.demo.grids[4];
  const [worker, backup] = [await here.as('worker2'), await here.as('floating3')];
  const params = { id: grid?.workerId ?? '' };
  const [from, to] = [await day(10), await day(12)];
  const ask = async (body: { from: string; to: string }): Promise<string | null> =>
    (await worker.call(gridRoutes.recordLeave, { params, body })).code;
  expect(await ask({ from: to, to: from })).toBe('LEAVE_BACKWARDS');
  expect(await ask({ from: '2027-02-31', to: '2027-03-02' })).toBe('INPUT_INVALID');
  expect(await ask({ from, to })).toBeNull();
  expect(await ask({ from: to, to: await day(14) })).toBe('LEAVE_OVERLAPS');
  const away = { params: { id: grid?.backupId ?? '' }, body: { from: to, to } };
  expect((await backup.call(gridRoutes.recordLeave, away)).code).toBe('NO_BACKUP');
});

it('lets worker and backup ask at one time, and one of them go', async () => {
  const grid = here.demo.grids[5];
  const [one, two] = [await here.as('staff'), await here.as('staff2')];
  const body = { from: await day(20), to: await day(21) };
  const answers = await Promise.all([
    one.call(gridRoutes.recordLeave, { params: { id: grid?.workerId ?? '' }, body }),
    two.call(gridRoutes.recordLeave, { params: { id: grid?.backupId ?? '' }, body }),
  ]);
  expect(answers.map((answer) => answer.code).sort()).toEqual(['NO_BACKUP', null].sort());
});

it('is one’s own or the desk’s business', async () => {
  const body = { from: await day(30), to: await day(30) };
  const params = { id: here.demo.grids[0]?.workerId ?? '' };
  expect((await (await here.as('floating1')).call(gridRoutes.recordLeave, { params, body })).code).toBe('NOT_ALLOWED');
  expect((await (await here.as('worker2')).call(gridRoutes.recordLeave, { params, body })).code).toBe('NOT_FOUND');
  expect((await (await here.as('staff')).call(gridRoutes.recordLeave, { params, body })).status).toBe(201);
});
