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

/** Wall minutes until `now` (milliseconds UTC), rounded down for each; hands that never had it are left out. */
export function heldMinutes(events: readonly TicketEvent[], now: number): Map<Hands, number> {
  const held = new Map<Hands, number>();
  const states = statesOf(events);
  events.forEach((event, i) => {
    const state = states[i];
    const hands = state && handsOf(state);
    const until = events[i + 1]?.at ?? now;
    if (hands) held.set(hands, (held.get(hands) ?? 0) + Math.max(0, until - event.at));
  });
  return new Map([...held].map(([hands, length]) => [hands, Math.floor(length / MINUTE)]));
}
