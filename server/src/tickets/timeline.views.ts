/** A ticket's history as its reader may see it: type and parameters, public names, and words unless erased. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TimelineActorView, TimelineEntryView, TimelineFacts } from '@sevengrid/shared/tickets/views';
import { People } from '../identity/people';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import { organisationNames } from './coordination.queries';
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

@Injectable()
export class TimelineViews {
  constructor(
    private readonly people: People,
    private readonly texts: Texts,
  ) {}

  async of(
    tx: EntityManager,
    actor: Actor,
    history: readonly TicketEvent[],
    sight: Sight,
  ): Promise<TimelineEntryView[]> {
    const shown = history.filter((event) => sight.work || isShown(event));
    const refs = shown.flatMap((event) =>
      [event.textRef, event.facts.placeRef].filter((ref) => typeof ref === 'string'),
    );
    const texts = await this.texts.read(tx, refs);
    const atWork = shown.filter((event) => event.facts.as !== 'requester').map((event) => event.actorId);
    const named = shown.flatMap(({ facts }) =>
      [facts.holderId ?? [], facts.joinedId ?? [], facts.verifierId ?? []].flat(),
    );
    const bodies = shown.flatMap(({ facts }) => facts.organisationId ?? []);
    const names = new Map([
      ...(await this.people.displayNames(tx, [...atWork, ...named])),
      ...(await organisationNames(tx, bodies)),
    ]);
    return shown.map((event) => {
      const place = texts.get(event.facts.placeRef ?? '');
      return {
        id: event.id,
        action: event.action,
        stage: event.stage,
        at: new Date(event.at).toISOString(),
        actor: this.actorOf(event, actor, sight, names),
        facts: { ...factsOf(event.facts, names), ...(place ? { place } : {}) },
        words: wordsAreTheirs(event, sight) ? ((event.textRef && texts.get(event.textRef)) ?? null) : null,
        shown: isShown(event),
      };
    });
  }

  /** Never a resident's name, whoever reads. What a guest did is "you" to whoever holds the code. */
  private actorOf(
    event: TicketEvent,
    reader: Actor,
    sight: Sight,
    names: ReadonlyMap<string, string>,
  ): TimelineActorView {
    const { as } = event.facts;
    const you = event.actorId === reader.id || (event.actorKind === 'guest' && sight.requester);
    return { side: you ? 'you' : as, name: as === 'requester' ? null : (names.get(event.actorId) ?? null) };
  }
}
