/** A ticket's history as its reader may see it: type and parameters, public names, and words unless erased. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TimelineActorView, TimelineEntryView, TimelineFacts } from '@sevengrid/shared/tickets/views';
import { People } from '../identity/people';
import { Texts } from '../platform/database/texts';
import type { Actor } from '../platform/http/actor';
import type { EventFacts, TicketEvent } from './ticket-event';
import type { Sight } from './who-sees';

/** Facts that every reader may have, by name; ids stay here. */
const OPEN_FACTS = [
  'channel', 'grade', 'gradeBefore', 'tier', 'dueAt', 'how', 'outcome', 'finding', 'declineReason', 'cycle',
] as const; // prettier-ignore

export function factsOf(facts: EventFacts, names: ReadonlyMap<string, string>): TimelineFacts {
  const open = Object.fromEntries(OPEN_FACTS.flatMap((name) => (name in facts ? [[name, facts[name]]] : [])));
  const holderName = names.get(facts.holderId ?? '');
  return holderName === undefined ? open : { ...open, holderName };
}

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
    const shown = history.filter((event) => sight.work || event.facts.shown !== false);
    const refs = shown.flatMap((event) =>
      [event.textRef, event.facts.placeRef].filter((ref) => typeof ref === 'string'),
    );
    const texts = await this.texts.read(tx, refs);
    const atWork = shown.filter((event) => event.facts.as !== 'requester').map((event) => event.actorId);
    const holders = shown.flatMap((event) => event.facts.holderId ?? []);
    const names = await this.people.displayNames(tx, [...atWork, ...holders]);
    return shown.map((event) => {
      const place = texts.get(event.facts.placeRef ?? '');
      return {
        id: event.id,
        action: event.action,
        stage: event.stage,
        at: new Date(event.at).toISOString(),
        actor: this.actorOf(event, actor, sight, names),
        facts: { ...factsOf(event.facts, names), ...(place ? { place } : {}) },
        words: (event.textRef && texts.get(event.textRef)) ?? null,
        shown: event.facts.shown !== false,
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
