/** Five thousand households with twenty bad rows: exactly those are told, the rest is taken over in reasonable time, and goes back whole. */
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { startApp, type TestApp } from '../actors/start-app';
import { filled, Register, type Filled } from './at-the-register';

const HOUSEHOLDS = 5000;
const IN_A_BUILDING = 50;
/** People of households whose own row is wrong, but for the one who is wrong too. */
const HELD = 7;
/** People of the two households whose door is missing. */
const REMOVED = 6;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

const buildingOf = (n: number): string => `${Math.floor(n / IN_A_BUILDING) + 1}栋`;
const doorOf = (n: number): string => `${(n % 5) + 1}单元${100 + Math.floor((n % IN_A_BUILDING) / 5)}`;
const phoneOf = (n: number): string => `154${String(n).padStart(8, '0')}`;

/** Two people in each household, three in two of five. */
function community(): { buildings: string[][]; households: string[][]; residents: string[][] } {
  const all = Array.from({ length: HOUSEHOLDS }, (_, n) => n);
  return {
    buildings: all
      .filter((n) => n % IN_A_BUILDING === 0)
      .map((n) => [n % 100 === 0 ? '测试1' : '测试2', buildingOf(n)]),
    households: all.map((n) => [buildingOf(n), doorOf(n), n % 9 === 0 ? '是' : '']),
    residents: all.flatMap((n) =>
      Array.from({ length: n % 5 < 2 ? 3 : 2 }, (_, i) => [
        buildingOf(n),
        doorOf(n),
        `居民${n}之${i}`,
        phoneOf(n * 10 + i),
      ]),
    ),
  };
}

/** Twenty cells spoiled, each in a row of its own; what is expected to be told of them. */
function spoiled(): { of: Filled; told: string[] } {
  const of = community();
  const told: string[] = [];
  const spoil = (rows: string[][], sheet: string, at: number, column: number, value: string, says: string): void => {
    const row = rows[at];
    if (row) row[column] = value;
    told.push(`${sheet} ${at + 2} ${says}`);
  };
  for (const at of [3, 777, 2222, 4999]) spoil(of.households, 'household', at, 2, '不知道', 'care CELL_NOT_YES_NO');
  for (const at of [100, 1200]) {
    // Nobody of the file lives behind a door that is not there.
    of.residents = of.residents.filter(([building, door]) => building !== buildingOf(at) || door !== doorOf(at));
    spoil(of.households, 'household', at, 1, '', 'door CELL_MISSING');
  }
  for (const at of [9, 512, 1999, 4000, 8000, 11_000])
    spoil(of.residents, 'resident', at, 3, '1390000', 'phone PHONE_WRONG');
  for (const at of [77, 5001, 9009]) spoil(of.residents, 'resident', at, 2, '', 'name CELL_MISSING');
  for (const at of [333, 6006, 10_101]) spoil(of.residents, 'resident', at, 1, '9单元909', 'door HOUSEHOLD_UNKNOWN');
  for (const at of [55, 7070]) spoil(of.residents, 'resident', at, 0, '八百栋', 'building BUILDING_UNKNOWN');
  return { of, told };
}

const byRow = (a: string, b: string): number =>
  a.split(' ').slice(0, 2).join().localeCompare(b.split(' ').slice(0, 2).join());
const totals = ({ counts }: ImportView): Record<string, number> => ({
  new: counts.reduce((sum, of) => sum + of.new, 0),
  wrong: counts.reduce((sum, of) => sum + of.wrong, 0),
  held: counts.reduce((sum, of) => sum + of.held, 0),
});

let took: ImportView;
let before: Record<string, string>;
const { of, told } = spoiled();
const rows = (of.buildings?.length ?? 0) + (of.households?.length ?? 0) + (of.residents?.length ?? 0);

it('tells exactly the twenty, by row and column, and what waits for them', async () => {
  before = await here.checksums();
  const bytes = await filled(of);
  const memory = process.memoryUsage().rss;
  const since = performance.now();
  took = await here.looked(bytes);
  const ms = Math.round(performance.now() - since);
  const grown = Math.round((process.memoryUsage().rss - memory) / 1e6);
  process.stdout.write(
    `import: ${rows} rows, ${Math.round(bytes.length / 1000)} KB looked at in ${ms} ms, memory +${grown} MB\n`,
  );
  expect(told).toHaveLength(20);
  expect((await here.told(took.id)).sort(byRow)).toEqual([...told].sort(byRow));
  // The people of the four households whose care is not known wait for their household's row.
  expect(await here.told(took.id, 'held')).toHaveLength(HELD);
  expect(totals(took)).toEqual({ new: rows - 20 - HELD, wrong: 20, held: HELD });
  expect(await here.checksums()).toEqual(before);
}, 120_000);

it('takes the rest over, and with the twenty mended all of it', async () => {
  const since = performance.now();
  took = await here.apply(took.id, true);
  const ms = Math.round(performance.now() - since);
  process.stdout.write(`import: ${took.done} rows applied in ${ms} ms\n`);
  expect(took).toMatchObject({ state: 'applied', done: rows - 20 - HELD, skipped: 20 + HELD });
  const whole = await here.looked(community());
  expect(totals(whole)).toEqual({ new: 20 + HELD + REMOVED, wrong: 0, held: 0 });
}, 120_000);

it('goes back whole, and leaves the register as it was, to the byte', async () => {
  const since = performance.now();
  const undone = await here.undo(took.id);
  process.stdout.write(`import: ${undone.done} rows taken back in ${Math.round(performance.now() - since)} ms\n`);
  expect(undone).toMatchObject({ state: 'undone', kept: 0, done: rows - 20 - HELD });
  expect(await here.checksums()).toEqual(before);
}, 120_000);
