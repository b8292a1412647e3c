/** One demo ticket whose history is lived step by step, by the engine's own rules and projection, at times long past. */
import { wallCalendar, type Policy } from '@sevengrid/shared/tickets/deadlines';
import type { Action } from '@sevengrid/shared/tickets/flows';
import { decide, type Given } from '../tickets/appeal-rules';
import { acceptDue } from '../tickets/due-dates';
import { project, type TicketState } from '../tickets/projection';
import type { ActedAs, EventFacts, TicketEvent } from '../tickets/ticket-event';
import type { Filing } from '../tickets/ticket.entity';

export interface Doer {
  id: string;
  kind: 'person' | 'guest';
  as: ActedAs;
}

export type LivedFiling = Omit<Filing, 'number' | 'serial' | 'textRef' | 'placeRef'>;

/** An event whose words are not stored yet. */
export type LivedEvent = TicketEvent & { words: string };

const TZ_OFFSET = 480;

export class LivedTicket {
  readonly events: LivedEvent[] = [];
  state: TicketState;

  constructor(
    readonly filing: LivedFiling,
    opener: Doer,
    given: Pick<EventFacts, 'grade' | 'personId'>,
    words: string,
    private readonly policy: Policy,
    private readonly makeId: (at: number) => string,
  ) {
    const dueAt = acceptDue(given.grade ?? 'G2', filing.openedAt, policy, wallCalendar);
    this.state = this.add('open', 'submitted', opener, filing.openedAt, words, {
      as: opener.as,
      channel: filing.channel,
      ...given,
      dueAt,
    });
  }

  act(action: Exclude<Action, 'open'>, doer: Doer, at: number, given: Given = {}, words = ''): void {
    const decision = decide(action, {
      ticket: this.state,
      history: this.events,
      given,
      actorId: doer.id,
      now: at,
      tzOffset: TZ_OFFSET,
      policy: this.policy,
      calendar: wallCalendar,
    });
    if ('fault' in decision) throw new Error(`the demo's story breaks a rule: ${action} ${decision.fault}`);
    this.state = this.add(action, decision.stage, doer, at, words, { as: doer.as, ...decision.facts });
  }

  private add(
    action: Action,
    stage: TicketState['stage'],
    doer: Doer,
    at: number,
    words: string,
    facts: EventFacts,
  ): TicketState {
    const [ticketId, seq] = [this.filing.id, this.events.length + 1];
    const actor = { actorId: doer.id, actorKind: doer.kind };
    const event = {
      id: this.makeId(at),
      ticketId,
      seq,
      action,
      stage,
      ...actor,
      at,
      facts,
      textRef: null,
      textDigest: null,
    };
    this.events.push({ ...event, words });
    return project(this.events, this.policy, wallCalendar);
  }
}
