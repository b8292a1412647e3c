/** The schema goes all the way up, all the way down, and up again to the same. */
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../actors/test-database';
import { testConfig } from '../actors/test-config';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource(dataSourceOptions(testConfig(database.url), { owner: true })).initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Every column, key and trigger of ours, as text. */
async function schema(): Promise<string[]> {
  const ask = async (sql: string): Promise<string[]> =>
    (await source.query<{ line: string }[]>(sql)).map(({ line }) => line);
  return [
    ...(await ask(
      `SELECT CONCAT_WS(' ', table_name, column_name, column_type, collation_name, is_nullable, column_default) AS line
       FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'migration'
       ORDER BY table_name, ordinal_position`,
    )),
    ...(await ask(
      `SELECT CONCAT_WS(' ', table_name, index_name, non_unique, seq_in_index, column_name) AS line
       FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name <> 'migration'
       ORDER BY table_name, index_name, seq_in_index`,
    )),
    ...(await ask(
      `SELECT CONCAT_WS(' ', event_object_table, event_manipulation, action_timing) AS line
       FROM information_schema.triggers WHERE trigger_schema = DATABASE()
       ORDER BY event_object_table, event_manipulation`,
    )),
  ];
}

it('leaves nothing behind on the way down and makes the same again', async () => {
  await source.runMigrations({ transaction: 'none' });
  const first = await schema();
  expect(first.length).toBeGreaterThan(200);
  for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration({ transaction: 'none' });
  expect(await schema()).toEqual([]);
  await source.runMigrations({ transaction: 'none' });
  expect(await schema()).toEqual(first);
});

it('keeps history, seals and audit log from being changed or thrown away', async () => {
  const guarded = (await schema()).filter((line) => / (UPDATE|DELETE) BEFORE$/.test(line));
  for (const table of ['ticket_event', 'audit_log', 'seal', 'consent'])
    expect(guarded).toEqual(expect.arrayContaining([`${table} UPDATE BEFORE`, `${table} DELETE BEFORE`]));
});
