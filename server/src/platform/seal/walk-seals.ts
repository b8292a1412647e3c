/** Walks a chain from its first link and names the first row that is not what was sealed. */
import type { EntityManager } from 'typeorm';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import type { AuditResult } from '../audit/audits';
import { rows } from '../database/sql';
import { FIRST_PREV, sealHash, type SealLink, type SealSource, type SealedRow } from './seals';

const BATCH = 500;

interface Place {
  n: number;
  prev: string;
}

function wrongWith(source: SealSource, place: Place, link: SealLink, row: SealedRow | undefined): string | null {
  const at = `${source.table} row ${link.row_id} (link ${link.n})`;
  if (Number(link.n) !== place.n + 1)
    return `${source.table}: link ${place.n + 1} is missing before row ${link.row_id}`;
  if (link.prev !== place.prev) return `${at}: the chain was reordered or cut here`;
  if (!row) return `${at}: the row is missing`;
  const hash = sealHash(source.name, Number(link.n), link.prev, link.row_id, source.canonical(row));
  return hash === link.hash ? null : `${at}: the row was changed`;
}

/** Rows are sealed within half a minute; whatever waits longer than this was kept from being sealed, or the worker is. */
const SEALED_WITHIN_MS = 120_000;

/** An old row without a link: nothing would show that it was changed. */
async function neverSealed(tx: EntityManager, { name, table }: SealSource): Promise<string | null> {
  const [row] = await rows<SealedRow>(
    tx,
    `SELECT t.id FROM ${table} t WHERE t.id < ? AND NOT EXISTS
       (SELECT 1 FROM seal s WHERE s.source = ? AND s.row_id = t.id) ORDER BY t.id LIMIT 1`,
    [ulid(Date.now() - SEALED_WITHIN_MS, []), name],
  );
  return row ? `${table} row ${row.id}: was never sealed, though a running server seals within half a minute` : null;
}

/** Rows younger than that may still be unsealed, and are not part of it. */
export async function walkSeals(tx: EntityManager, source: SealSource): Promise<AuditResult> {
  let place: Place = { n: 0, prev: FIRST_PREV };
  for (;;) {
    const links = await rows<SealLink>(
      tx,
      `SELECT n, row_id, hash, prev FROM seal WHERE source = ? AND n > ? ORDER BY n LIMIT ${BATCH}`,
      [source.name, place.n],
    );
    if (links.length === 0) return { walked: place.n, broken: await neverSealed(tx, source) };
    const ids = links.map((link) => link.row_id);
    const found = await rows<SealedRow>(tx, `SELECT * FROM ${source.table} WHERE id IN (?)`, [ids]);
    const byId = new Map(found.map((row) => [row.id, row]));
    for (const link of links) {
      const broken = wrongWith(source, place, link, byId.get(link.row_id));
      if (broken) return { walked: place.n, broken };
      place = { n: Number(link.n), prev: link.hash };
    }
  }
}
