/** What a ticket's page shows beside the ticket: the open question, who joined, outside bodies, and in whose hands it lay. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { heldMinutes } from './held-minutes';
import type { Found, Wanted } from './references';
import type { Told } from './told';
import type { Sight } from './who-sees';

type Sides = Pick<TicketView, 'question' | 'joined' | 'verifierName' | 'requests' | 'rated' | 'held'>;

const iso = (instant: number): string => new Date(instant).toISOString();

const questionRef = ({ state, history }: Told): string | null =>
  state.askedAt === null ? null : (history.findLast(({ action }) => action === 'ask')?.textRef ?? null);

export const sidesWant = (told: Told, sight: Sight): Wanted => ({
  texts: [questionRef(told)],
  people: [...told.state.joined.map(({ personId }) => personId), told.state.verifierId],
  bodies: sight.work ? told.state.requests.map(({ organisationId }) => organisationId) : [],
});

/** `found` has what {@link sidesWant} asked for. */
export function sidesOf(told: Told, sight: Sight, found: Found): Sides {
  const { state, history, now } = told;
  return {
    question: questionOf(told, found),
    joined: state.joined.map(({ personId, tier }) => ({ displayName: found.people.get(personId) ?? '', tier })),
    verifierName: found.people.get(state.verifierId ?? '') ?? null,
    requests: sight.work ? requestsOf(told, found) : [],
    rated: state.rated,
    held: sight.work ? [...heldMinutes(history, now)].map(([hands, minutes]) => ({ hands, minutes })) : null,
  };
}

function questionOf(told: Told, { texts }: Found): Sides['question'] {
  const { askedAt, clocks } = told.state;
  if (askedAt === null) return null;
  const words = texts.get(questionRef(told) ?? '') ?? null;
  return { askedAt: iso(askedAt), until: iso(clocks.answer?.at ?? askedAt), words };
}

const requestsOf = ({ state }: Told, { bodies }: Found): Sides['requests'] =>
  state.requests.toReversed().map(({ id, organisationId, state: stands, askedAt, due, endedAt }) => ({
    id,
    organisationName: bodies.get(organisationId) ?? '',
    state: stands,
    askedAt: iso(askedAt),
    dueAt: iso(due.at),
    endedAt: endedAt === null ? null : iso(endedAt),
  }));
