/** What the database does for a statement, step by step, as its EXPLAIN tells it. */
import type { Sent, TestApp } from '../actors/start-app';

/** One table as a statement reads it. */
export interface Reading {
  table: string;
  /** `ALL` reads the whole table, `index` a whole index. */
  type: string;
  key: string | null;
  rows: number;
}

interface Step {
  table: string | null;
  type: string | null;
  key: string | null;
  rows: string | null;
}

/** Tables by the names that the statement gives them; the code writes keywords in capitals and names in small letters. */
function aliasesOf(sql: string): Map<string, string> {
  const named = sql.matchAll(/(?:FROM|JOIN)\s+\(*\s*([a-z_]+)(?:\s+(?:AS\s+)?([a-z_]+))?/g);
  return new Map([...named].map(([, table = '', alias = table]) => [alias, table]));
}

/** Results of its own, such as `<derived2>`, are as long as what they were made of, and that is told by itself. */
export async function explain(app: TestApp, { sql, params }: Sent): Promise<Reading[]> {
  const aliases = aliasesOf(sql);
  const steps = await app.dataSource.query<Step[]>(`EXPLAIN ${sql}`, [...params]);
  return steps.flatMap(({ table, type, key, rows }) => {
    if (table === null || table.startsWith('<')) return [];
    return [{ table: aliases.get(table) ?? table, type: type ?? '', key, rows: Number(rows) }];
  });
}
