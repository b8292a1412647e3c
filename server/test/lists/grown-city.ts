/** Grows a small place into a city: the same rows over and over with ids of their own, until an index is worth having. */
import type { EntityManager } from 'typeorm';
import { change, rows } from '../../src/platform/database/sql';
import type { TestApp } from '../actors/start-app';

/** How many times over: once more in the same hands, and once more for another community. */
interface Growth {
  own: number;
  beside: number;
}

/** What piles up in a community: some of it here, more of it elsewhere. */
const WORK: Growth = { own: 40, beside: 5 };

/** What a community has once, and only other communities have more of. */
const SETTLED: Growth = { own: 0, beside: 300 };

const SETTLED_TABLES = [
  ...[
    'scope',
    'person',
    'guest',
    'role_grant',
    'organisation',
    'grid',
    'grid_worker',
    'worker_leave',
    'central_service',
  ],
  ...['merchant', 'merchant_community', 'agreement', 'agreement_version', 'point_account'],
  ...['statement', 'statement_line', 'statement_confirmation', 'statement_remark', 'statement_number'],
  ...['station', 'ticket_category', 'ticket_number', 'deadline_policy', 'deadline_version', 'deadline_rule'],
  ...['retention_policy', 'work_calendar', 'work_day'],
  ...['work_unit', 'unit_reporting', 'service_kind', 'volunteering_rule'],
  ...['point_account', 'point_entry'],
];

/** What every database has once, and what no list shows. */
const ONCE = ['idempotency', 'lease', 'migration', 'outbox', 'role', 'scope_revision', 'seal'];

/** What only one row may have. */
const NOT_TWICE: Readonly<Record<string, string>> = {
  'card.active_code': 'NULL',
  'resident.person_id': 'NULL',
  'membership.sole_person': 'NULL',
  'membership.sole_phone': 'NULL',
  'scope.number_prefix': 'NULL',
};

interface Column {
  table: string;
  name: string;
  type: string;
  length: number | null;
  /** 1 where it is part of a unique key that no id keeps apart. */
  unique: number;
}

const COLUMNS = `SELECT c.table_name AS \`table\`, c.column_name AS name, c.data_type AS type,
    c.character_maximum_length AS length,
    EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = c.table_schema
      AND s.table_name = c.table_name AND s.column_name = c.column_name AND s.non_unique = 0
      AND NOT EXISTS (SELECT 1 FROM information_schema.statistics i JOIN information_schema.columns ic
        ON ic.table_schema = i.table_schema AND ic.table_name = i.table_name AND ic.column_name = i.column_name
        WHERE i.table_schema = s.table_schema AND i.table_name = s.table_name AND i.index_name = s.index_name
          AND ic.data_type = 'char' AND ic.character_maximum_length = 26)) AS \`unique\`
  FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema
    AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  WHERE c.table_schema = DATABASE() AND c.is_generated = 'NEVER' ORDER BY c.table_name, c.ordinal_position`;

/** How a copy's ids and texts differ from the first's: by its number, at a place of their own for each kind of copy. */
interface Mark {
  times: number;
  /** Where in an id, counted from one. */
  at: 1 | 4;
  /** Before the number in a text. */
  letter: '' | 'x';
  /** Ids that copies have in common with the first. */
  shared: readonly string[];
}

const NUMBER = "LPAD(n.seq, 3, '0')";

/** The column in the copy of number `n.seq`. */
function inCopy({ table, name, type, length, unique }: Column, { at, letter, shared }: Mark): string {
  const set = NOT_TWICE[`${table}.${name}`];
  if (set) return set;
  const of = `o.\`${name}\``;
  if (type === 'char' && length === 26) {
    const own = `INSERT(${of}, ${at}, 3, ${NUMBER})`;
    return shared.length > 0 ? `IF(${of} IN (${shared.map((id) => `'${id}'`).join()}), ${of}, ${own})` : own;
  }
  const text = type === 'char' || type === 'varchar';
  return text && unique === 1 ? `LEFT(CONCAT('${letter}', ${NUMBER}, ${of}), ${length ?? 0})` : of;
}

async function copy(tx: EntityManager, table: string, columns: readonly Column[], mark: Mark): Promise<void> {
  const names = columns.map(({ name }) => `\`${name}\``).join();
  const cells = columns.map((column) => inCopy(column, mark)).join();
  await change(
    tx,
    `INSERT INTO \`${table}\` (${names}) SELECT ${cells} FROM \`${table}\` o JOIN seq_1_to_${mark.times} n`,
  );
}

async function idsOf(tx: EntityManager, tables: readonly string[]): Promise<string[]> {
  const sql = tables.map((table) => `SELECT id FROM \`${table}\``).join(' UNION ');
  return (await rows<{ id: string }>(tx, sql)).map(({ id }) => id);
}

async function grow(tx: EntityManager): Promise<void> {
  const all = await rows<Column>(tx, COLUMNS);
  const tables = [...new Set(all.map(({ table }) => table))].filter((table) => !ONCE.includes(table));
  const columnsOf = (table: string): Column[] => all.filter((column) => column.table === table);
  const identified = SETTLED_TABLES.filter((table) => columnsOf(table).some(({ name }) => name === 'id'));
  const shared = await idsOf(tx, identified);
  // A scope may be copied before the one it lies in.
  await change(tx, 'SET foreign_key_checks = 0');
  for (const table of tables) {
    const { own, beside } = SETTLED_TABLES.includes(table) ? SETTLED : WORK;
    if (own > 0) await copy(tx, table, columnsOf(table), { times: own, at: 1, letter: '', shared });
    await copy(tx, table, columnsOf(table), { times: beside, at: 4, letter: 'x', shared: [] });
  }
  await change(tx, 'SET foreign_key_checks = 1');
  await change(tx, `ANALYZE TABLE ${tables.map((table) => `\`${table}\``).join()}`);
}

/** All that was made in the app's database so far, many times over; the optimiser is told of it. */
export async function growCity(app: TestApp): Promise<void> {
  const runner = app.dataSource.createQueryRunner();
  try {
    await grow(runner.manager);
  } finally {
    await runner.release();
  }
}
