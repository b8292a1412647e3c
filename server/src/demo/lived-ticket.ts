/** One demo ticket whose history is lived step by step, by the engine's own rules and projection, at times long past. */
import type { Action } from '@sevengrid/shared/tickets/flows';
import { TIERS, type Tier } from '@sevengrid/shared/tickets/terms';
import { decide, type Given } from '../tickets/appeal-rules';
import type { CaseState } from '../tickets/case-state';
import { acceptDues, type Terms } from '../tickets/due-dates';
import { replay } from '../tickets/replay';
import { nextSystemAct } from '../tickets/system-acts';
import { SYSTEM_ID, type ActedAs, type EventFacts, type TicketEvent } from '../tickets/ticket-event';
import type { Filing } from '../tickets/ticket.entity';

export interface Doer {
  id: string;
  kind: TicketEvent['actorKind'];
  as: ActedAs;
}

export type LivedFiling = Omit<Filing, 'number' | 'serial' | 'textRef' | 'placeRef'>;

/** An event whose words are not stored yet. */
export type LivedEvent = TicketEvent & { words: string };

/** Whose rules and officers the ticket is lived under. */
export interface World extends Terms {
  /** Who joins when a ticket rises to the tier. */
  officers: Readonly<Partial<Record<Tier, string>>>;
  makeId: (at: number) => string;
}

const TZ_OFFSET = 480;
const SYSTEM: Doer = { id: SYSTEM_ID, kind: 'system', as: 'system' };

export class LivedTicket {
  readonly events: LivedEvent[] = [];
  state: CaseState;

  constructor(
    readonly filing: LivedFiling,
    opener: Doer,
    given: Pick<EventFacts, 'grade' | 'personId'>,
    words: string,
    private readonly world: World,
  ) {
    const dues = acceptDues(world, given.grade ?? 'G2', filing.openedAt);
    const dueAt = new Date(dues.accept?.at ?? filing.openedAt).toISOString();
    const facts = { as: opener.as, channel: filing.channel, ...given, dues, dueAt };
    this.state = this.add('open', 'submitted', opener, filing.openedAt, words, facts);
  }

  act(action: Exclude<Action, 'open'>, doer: Doer, at: number, given: Given = {}, words = ''): void {
    this.wake(at);
    this.step(action, doer, at, given, words);
  }

  /** What time had done by then: warned, raised, gone on. */
  wake(until: number): void {
    for (let act = nextSystemAct(this.state, until); act; act = nextSystemAct(this.state, until))
      this.step(act.action, SYSTEM, Math.max(act.at, this.events.at(-1)?.at ?? 0), act.given, '');
  }

  private step(action: Exclude<Action, 'open'>, doer: Doer, at: number, given: Given, words: string): void {
    const decision = decide(action, {
      ...this.world,
      state: this.state,
      history: this.events,
      given,
      actorId: doer.id,
      successorId: null,
      now: at,
      tzOffset: TZ_OFFSET,
    });
    if ('fault' in decision) throw new Error(`the demo's story breaks a rule: ${action} ${decision.fault}`);
    const facts: EventFacts = { as: doer.as, ...decision.facts };
    this.state = this.add(action, decision.stage, doer, at, words, { ...facts, ...this.joining(facts) });
  }

  private joining({ tier }: EventFacts): Pick<EventFacts, 'joinedId'> {
    const rises = tier !== undefined && TIERS.indexOf(tier) > TIERS.indexOf(this.state.tier);
    const joinedId = rises ? this.world.officers[tier] : undefined;
    const known = joinedId === this.state.holderId || this.state.joined.some(({ personId }) => personId === joinedId);
    return joinedId === undefined || known ? {} : { joinedId };
  }

  private add(
    action: Action,
    stage: CaseState['stage'],
    doer: Doer,
    at: number,
    words: string,
    facts: EventFacts,
  ): CaseState {
    const [ticketId, seq] = [this.filing.id, this.events.length + 1];
    const who = { actorId: doer.id, actorKind: doer.kind };
    const id = this.world.makeId(at);
    this.events.push({ id, ticketId, seq, action, stage, ...who, at, facts, textRef: null, textDigest: null, words });
    return replay(this.events);
  }
}
