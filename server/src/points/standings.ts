/** What persons have: as their accounts say it, and never by counting. */
import type { PersonLedger } from '@sevengrid/shared/points/terms';
import type { Standing } from '@sevengrid/shared/points/views';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';

/** Of whoever has no account yet. */
export const NOTHING: Standing = { balance: 0, held: 0, available: 0, owed: 0, minutes: 0 };

interface Found {
  person_id: string;
  ledger: PersonLedger;
  posted: number;
  held: number;
  owed: number;
}

/** By person, whoever has nothing included. */
export async function standingsOf(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, Standing>> {
  const standings = new Map(personIds.map((id) => [id, NOTHING]));
  if (personIds.length === 0) return standings;
  const found = await rows<Found>(
    tx,
    'SELECT person_id, ledger, posted, held, owed FROM point_account WHERE person_id IN (?)',
    [personIds],
  );
  for (const { person_id: id, ledger, posted, held, owed } of found) {
    const part = ledger === 'PT' ? { balance: posted, held, available: posted - held, owed } : { minutes: posted };
    standings.set(id, { ...NOTHING, ...standings.get(id), ...part });
  }
  return standings;
}

export async function standingOf(tx: EntityManager, personId: string): Promise<Standing> {
  return (await standingsOf(tx, [personId])).get(personId) ?? NOTHING;
}
