/** Whose work tickets are: those somebody holds, those they joined as these rose, and the return visits they are appointed to. */
import type { EntityManager } from 'typeorm';
import { PHASES, type Tier } from '@sevengrid/shared/tickets/terms';
import { rows } from '../platform/database/sql';

/** A ticket of somebody; `tier` where they joined. */
export type Work = { personId: string; ticketId: string; gridId: string } & (
  { as: 'holder' | 'verifier'; tier: null } | { as: 'joined'; tier: Tier }
);

/** Of `ticket t`: somebody still has to do something about it, the return visit left out. */
export const IS_OPEN = `t.phase IN (${PHASES.filter((phase) => phase !== 'resolved' && phase !== 'closed')
  .map((phase) => `'${phase}'`)
  .join(', ')})`;

/** A visit is owed: after it was resolved, and a second time where it was complex. */
const OWES_VISIT = "(t.phase = 'resolved' OR (t.phase = 'closed' AND t.due_clock = 'revisit'))";

const PARTS: Record<Work['as'], { person: string; tier: string; beside: string | null; when: string }> = {
  holder: { person: 't.holder_id', tier: 'NULL', beside: null, when: IS_OPEN },
  joined: {
    person: 'h.person_id',
    tier: 'h.tier',
    beside: 'ticket_holder h ON h.ticket_id = t.id',
    when: IS_OPEN,
  },
  verifier: { person: 't.verifier_id', tier: 'NULL', beside: null, when: OWES_VISIT },
};

/** Of these persons, of these grids, or of both. */
export async function workInHand(
  tx: EntityManager,
  { persons, grids }: { persons?: readonly string[]; grids?: readonly string[] },
): Promise<Work[]> {
  if (persons?.length === 0 || grids?.length === 0) return [];
  const parts = Object.entries(PARTS).map(([as, { person, tier, beside, when }]) => {
    const of = persons ? `${person} IN (?)` : `${person} IS NOT NULL`;
    // Where grids are asked about, their open tickets come first; else whoever joined anything anywhere would be read.
    const join = beside ? `${persons ? 'JOIN' : 'STRAIGHT_JOIN'} ${beside}` : '';
    return `SELECT ${person} AS personId, t.id AS ticketId, t.grid_id AS gridId, '${as}' AS \`as\`, ${tier} AS tier
      FROM ticket t ${join} WHERE ${of} ${grids ? 'AND t.grid_id IN (?)' : ''} AND ${when}`;
  });
  const params = parts.flatMap(() => [persons, grids].filter((ids) => ids !== undefined).map((ids) => [...ids]));
  return rows<Work>(tx, parts.join(' UNION ALL '), params);
}

/** How many tickets each has in hand, one that they hold and joined counted once. */
export function countsOf(work: readonly Work[]): Map<string, number> {
  const tickets = new Map<string, Set<string>>();
  for (const { personId, ticketId } of work)
    tickets.set(personId, (tickets.get(personId) ?? new Set<string>()).add(ticketId));
  return new Map([...tickets].map(([person, ids]) => [person, ids.size]));
}
