/** A thousand changes of sealed rows, one column each, chosen by a seed: the chain names the row of every one of them. */
import { SEALED_TABLES } from '../../src/points/seal-points';
import { change, one, rows } from '../../src/platform/database/sql';
import { Seals, type SealSource } from '../../src/platform/seal/seals';
import { walkSeals } from '../../src/platform/seal/walk-seals';
import { startApp, type TestApp } from '../actors/start-app';
import { dropTriggers, live, planted } from './a-lived-ledger';
import { AtTheLedger } from './at-the-ledger';

const CHANGES = 1000;
const SEED = Number(process.env.SEED ?? 20261128);

interface Column {
  table: string;
  name: string;
  type: string;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await live(new AtTheLedger(app), 2);
  await app.settle();
  await dropTriggers(app);
}, 120_000);
afterAll(() => app.close());

/** Numbers from 0 up to `below`, the same for one seed. */
function chances(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Another value of the column, whatever stands there: one byte, one more, a millisecond later. */
function other({ name, type }: Column, by: (below: number) => number): string {
  const of = `\`${name}\``;
  if (type === 'bigint' || type === 'int') return `COALESCE(${of}, 0) + ${1000 + by(9000)}`;
  if (type === 'datetime') return `${of} + INTERVAL 1000 MICROSECOND`;
  const at = 1 + by(2);
  return `IF(${of} IS NULL, 'X', INSERT(${of}, ${at}, 1, IF(SUBSTR(${of}, ${at}, 1) = 'Z', 'Y', 'Z')))`;
}

it(`names ${CHANGES} of ${CHANGES}`, async () => {
  const by = chances(SEED);
  const columns = await rows<Column>(
    app.dataSource.manager,
    `SELECT table_name AS \`table\`, column_name AS name, data_type AS type
     FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name IN (?) ORDER BY table_name, ordinal_position`,
    [[...SEALED_TABLES]],
  );
  const sources = new Map(
    app
      .get(Seals)
      .sources()
      .map((source): [string, SealSource] => [source.table, source]),
  );
  const missed: string[] = [];
  const touched = new Set<string>();
  for (let n = 0; n < CHANGES; n++) {
    const column = columns[by(columns.length)];
    const source = column && sources.get(column.table);
    if (!column || !source) throw new Error('nothing to change');
    const { table, name } = column;
    const counted = await one<{ n: number }>(app.dataSource.manager, `SELECT COUNT(*) AS n FROM ${table}`);
    const sql = `SELECT id FROM ${table} ORDER BY id LIMIT 1 OFFSET ${by(Number(counted?.n ?? 1))}`;
    const id = (await one<{ id: string }>(app.dataSource.manager, sql))?.id ?? '';
    const { broken } = await planted(
      app,
      (tx) => change(tx, `UPDATE ${table} SET \`${name}\` = ${other(column, by)} WHERE id = ?`, [id]),
      (tx) => walkSeals(tx, source),
    );
    touched.add(`${table}.${name}`);
    if (!broken?.includes(id)) missed.push(`${table}.${name} of ${id}: ${broken ?? 'not noticed'}`);
  }
  expect(missed).toEqual([]);
  expect(touched.size).toBe(columns.length);
}, 600_000);

it('says nothing of what was not touched', async () => {
  for (const source of app
    .get(Seals)
    .sources()
    .filter(({ table }) => table.startsWith('point_')))
    expect(
      await planted(
        app,
        () => Promise.resolve(),
        (tx) => walkSeals(tx, source),
      ),
    ).toMatchObject({ broken: null });
});
