/** In whose hands a case lay, minute by minute, from its events: grid, community, street, the requester, an outside body, the verifier. */
import type { Hands } from '@sevengrid/shared/tickets/terms';
import { phaseOf } from './projection';
import type { CaseState } from './case-state';
import { statesOf } from './replay';
import type { TicketEvent } from './ticket-event';

const MINUTE = 60_000;

/** Whoever holds it highest; nobody once it is closed. */
function handsOf(state: CaseState): Hands | null {
  const phase = phaseOf(state);
  if (phase === 'closed') return null;
  if (phase === 'waiting_requester') return 'requester';
  if (phase === 'waiting_partner') return 'partner';
  return phase === 'resolved' ? 'verifier' : state.tier;
}

/**
 * Wall minutes until `now` (milliseconds UTC); hands that never had it are left out. A minute that changes hands goes
 * to whoever ends it, so that the minutes of all hands are those in which it was open.
 */
export function heldMinutes(events: readonly TicketEvent[], now: number): Map<Hands, number> {
  const held = new Map<Hands, number>();
  let open = 0;
  statesOf(events).forEach((state, i) => {
    const hands = handsOf(state);
    if (!hands) return;
    const before = open;
    open += Math.max(0, (events[i + 1]?.at ?? now) - (events[i]?.at ?? now));
    const minutes = Math.floor(open / MINUTE) - Math.floor(before / MINUTE);
    held.set(hands, (held.get(hands) ?? 0) + minutes);
  });
  return held;
}
