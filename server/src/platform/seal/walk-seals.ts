/** Walks a chain from its first link and names the first row that is not what was sealed. */
import type { EntityManager } from 'typeorm';
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

/** Unsealed rows (younger than half a minute) are not part of it. */
export async function walkSeals(tx: EntityManager, source: SealSource): Promise<AuditResult> {
  let place: Place = { n: 0, prev: FIRST_PREV };
  for (;;) {
    const links = await rows<SealLink>(
      tx,
      `SELECT n, row_id, hash, prev FROM seal WHERE source = ? AND n > ? ORDER BY n LIMIT ${BATCH}`,
      [source.name, place.n],
    );
    if (links.length === 0) return { walked: place.n, broken: null };
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
