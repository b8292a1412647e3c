/** A ticket's history as its reader may see it: type and parameters, public names, and words unless erased. */
import type { TimelineActorView, TimelineEntryView, TimelineFacts } from '@sevengrid/shared/tickets/views';
import { givenIds } from '../media/attachments';
import type { Actor } from '../platform/http/actor';
import type { Found, Wanted } from './references';
import type { EventFacts, TicketEvent } from './ticket-event';
import type { Sight } from './who-sees';

/** Facts that every reader may have, by name; ids stay here. */
const OPEN_FACTS = [
  'channel', 'grade', 'gradeBefore', 'tier', 'dueAt', 'how', 'outcome', 'finding', 'declineReason', 'cycle',
  'clock', 'percent', 'trigger', 'returnReason', 'days', 'satisfied', 'surveyHow',
] as const; // prettier-ignore

/** Facts as readers may have them: codes as they are, ids as public names where `names` has them. */
export function factsOf(facts: EventFacts, names: ReadonlyMap<string, string>): TimelineFacts {
  const open: TimelineFacts = Object.fromEntries(
    OPEN_FACTS.flatMap((name) => (name in facts ? [[name, facts[name]]] : [])),
  );
  const named: [string, string | undefined][] = Object.entries({
    holderName: facts.holderId,
    joinedName: facts.joinedId,
    verifierName: facts.verifierId,
    organisationName: facts.organisationId,
  }).flatMap(([name, id]) => (names.has(id ?? '') ? [[name, names.get(id ?? '')]] : []));
  return { ...open, ...Object.fromEntries(named) };
}

/** Among those who work on it: warnings are theirs to heed, and what is settled with outside bodies is told when it moves something. */
const AMONG_STAFF: readonly TicketEvent['action'][] = ['warn', 'appoint', 'recall', 'miss'];

export const isShown = (event: TicketEvent): boolean =>
  event.facts.shown !== false && !AMONG_STAFF.includes(event.action);

/** What is written to and by outside bodies stays among those who work on it; the requester sees that they were asked. */
const wordsAreTheirs = ({ action }: TicketEvent, sight: Sight): boolean =>
  sight.work || !['coordinate', 'reply', 'return', 'escalate'].includes(action);

const shownTo = (history: readonly TicketEvent[], sight: Sight): TicketEvent[] =>
  history.filter((event) => sight.work || isShown(event));

export function timelineWants(history: readonly TicketEvent[], sight: Sight): Wanted {
  const shown = shownTo(history, sight);
  const atWork = shown.filter((event) => event.facts.as !== 'requester').map((event) => event.actorId);
  return {
    texts: shown.flatMap((event) => [event.textRef, event.facts.placeRef]),
    people: [...atWork, ...shown.flatMap(({ facts }) => [facts.holderId, facts.joinedId, facts.verifierId])],
    bodies: shown.map(({ facts }) => facts.organisationId),
    media: shown.filter((event) => wordsAreTheirs(event, sight)).flatMap(({ facts }) => givenIds(facts)),
  };
}

/** `found` has what {@link timelineWants} asked for. */
export function timelineOf(
  actor: Actor,
  history: readonly TicketEvent[],
  sight: Sight,
  { texts, people, bodies, media }: Found,
): TimelineEntryView[] {
  const names = new Map([...people, ...bodies]);
  return shownTo(history, sight).map((event) => {
    const place = texts.get(event.facts.placeRef ?? '');
    const readable = wordsAreTheirs(event, sight);
    return {
      id: event.id,
      action: event.action,
      stage: event.stage,
      at: new Date(event.at).toISOString(),
      actor: actorOf(event, actor, sight, people),
      facts: { ...factsOf(event.facts, names), ...(place ? { place } : {}) },
      words: readable ? texts.get(event.textRef ?? '') || null : null,
      media: readable ? givenIds(event.facts).flatMap((id) => media.get(id) ?? []) : [],
      shown: isShown(event),
    };
  });
}

/** Never a resident's name, whoever reads. What a guest did is "you" to whoever holds the code. */
function actorOf(
  { facts: { as }, actorId, actorKind }: TicketEvent,
  reader: Actor,
  sight: Sight,
  names: ReadonlyMap<string, string>,
): TimelineActorView {
  const you = actorId === reader.id || (actorKind === 'guest' && sight.requester);
  return { side: you ? 'you' : as, name: as === 'requester' ? null : (names.get(actorId) ?? null) };
}
