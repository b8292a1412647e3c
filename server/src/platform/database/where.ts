/** Conditions as values, and how rows of several scopes are listed in order: each from its own part of an index. */
import type { SqlValue } from './sql';

export interface Where {
  sql: string;
  params: readonly SqlValue[];
}

export const and = (...parts: readonly (Where | null)[]): Where => {
  const found = parts.filter((part) => part !== null);
  return { sql: found.map((part) => part.sql).join(' AND '), params: found.flatMap((part) => part.params) };
};

/** Few values are looked up one by one, each in the order of its index; many together, and sorted. */
const APART = 24;

export const each = (column: string, ids: readonly string[]): Where[] =>
  ids.length <= APART
    ? ids.map((id) => ({ sql: `${column} = ?`, params: [id] }))
    : [{ sql: `${column} IN (?)`, params: [ids] }];

export interface InOrder {
  /** Table and alias, with what is joined for the conditions: `card c`. */
  from: string;
  /** Its column of ids: `c.id`. */
  id: string;
  direction: 'ASC' | 'DESC';
  limit: number;
}

/**
 * A SELECT of the first ids of rows that any of `branches` fits, none of them fitting two: each branch is read in the
 * order of its index and no further than the limit, where all of them at once would be read whole and sorted.
 */
export function firstIds({ from, id, direction, limit }: InOrder, branches: readonly Where[]): Where {
  const select = ({ sql }: Where): string =>
    `(SELECT ${id} FROM ${from} WHERE ${sql} ORDER BY ${id} ${direction} LIMIT ${limit})`;
  const sql = `SELECT id FROM (${branches.map(select).join(' UNION ALL ')}) of_each ORDER BY id ${direction} LIMIT ${limit}`;
  return { sql, params: branches.flatMap(({ params }) => params) };
}
