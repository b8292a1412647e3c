/** One appeal lives in memory: the engine's own rules and order of steps, a clock that jumps, a calendar that changes, no database. */
import { workingCalendar, type WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import { SEEDED_POLICY } from '@sevengrid/shared/tickets/deadlines';
import { APPEAL_FLOW, PARTNER_ACTIONS, appealMovesFrom, type Action } from '@sevengrid/shared/tickets/flows';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';
import { TIERS, type Grade } from '@sevengrid/shared/tickets/terms';
import { decide, partnerMoves, type Given, type Situation } from '../../../src/tickets/appeal-rules';
import { isOpen, type CaseState } from '../../../src/tickets/case-state';
import { judge, wrongStage } from '../../../src/tickets/case-step';
import { acceptDues, laterDues, type Terms } from '../../../src/tickets/due-dates';
import { next, replay } from '../../../src/tickets/replay';
import { ACTS_AS, barred, relations, standingOf, type Person } from '../../../src/tickets/standing';
import { nextSystemAct } from '../../../src/tickets/system-acts';
import { SYSTEM_ID, type EventFacts, type TicketEvent } from '../../../src/tickets/ticket-event';
import type { Command } from './commands';
import { BODIES, OFFICERS, PEOPLE, TEAM, may, type Name } from './people';

const DAY = 86_400_000;
const TZ_OFFSET = 480;
/** What would soon be the end of every history. */
const ENDING: readonly Action[] = ['withdraw', 'decline'];
/** What takes a ticket on; the rest may happen for ever. */
const ONWARD: readonly Action[] = [
  'accept', 'contact', 'ask', 'answer', 'resolve', 'attempt', 'verify', 'confirm', 'revisit',
]; // prettier-ignore
/** Monday 2026-11-16, midnight in Lhasa. */
export const BEGINNING = Date.parse('2026-11-15T16:00:00.000Z');

/** The rules under test; a control puts a broken one in the place of one of them. */
export const RULES = { judge, decide, standingOf, nextSystemAct, laterDues };
export type Rules = typeof RULES;

/** What was tried, and what came of it. */
export interface Tried {
  who: string;
  action: Action;
  fault: string | null;
}

export class Simulation {
  readonly events: TicketEvent[] = [];
  readonly tried: Tried[] = [];
  /** Of each event, the calendar as it was then. */
  readonly calendars: WorkingCalendar[] = [];
  state: CaseState;
  now: number;
  private readonly days = new Map<string, 'off' | 'work'>();
  private calendar = this.calendarNow();
  private onLeave = false;
  /** Of each event, who had gone by then. */
  readonly gone: ReadonlySet<string>[] = [];
  private away: ReadonlySet<string> = new Set();
  private asked = 0;

  constructor(
    readonly ticketId: string,
    grade: Grade,
    begins: number,
    private readonly rules: Rules = RULES,
  ) {
    this.now = BEGINNING + begins;
    const dues = acceptDues(this.terms, grade, this.now);
    const dueAt = new Date(dues.accept?.at ?? 0).toISOString();
    this.state = this.append('resident', 'person', 'open', 'submitted', {
      as: 'requester',
      grade,
      personId: 'resident',
      dues,
      dueAt,
    });
  }

  run(command: Command): void {
    if (command.asleep) this.now += command.wait;
    else this.pass(command.wait);
    this.wake();
    if (command.notice) this.change(command.notice);
    if (command.leave) this.onLeave = !this.onLeave;
    if (command.goes)
      this.away = new Set(
        [...this.away].filter((name) => name !== command.goes).concat(this.away.has(command.goes) ? [] : command.goes),
      );
    if (command.handOver) this.handOver(command.handOver);
    const chosen = this.chosen(command);
    if (!chosen) return;
    const { action, who } = chosen;
    if (action === 'reply' || action === 'return') this.answerFor(action, command);
    else this.tryTo(who, action, this.given(action, command));
  }

  private get terms(): Terms {
    return { policy: SEEDED_POLICY, calendar: this.calendar };
  }

  private calendarNow(): WorkingCalendar {
    return workingCalendar({ offset: TZ_OFFSET, ...ORDINARY_HOURS, days: new Map(this.days) });
  }

  /** Time goes on, and the alarm rings when it has to. */
  private pass(wait: number): void {
    const until = this.now + wait;
    for (
      let act = this.rules.nextSystemAct(this.state, until);
      act;
      act = this.rules.nextSystemAct(this.state, until)
    ) {
      this.now = Math.max(this.now, act.at);
      this.wake();
    }
    this.now = until;
  }

  /** What time has to do by now. */
  wake(): void {
    for (let n = 0; n < 50; n++) {
      const act = this.rules.nextSystemAct(this.state, this.now);
      if (!act) return;
      const decision = this.rules.decide(act.action, this.situation(SYSTEM_ID, act.given));
      if ('fault' in decision) throw new Error(`time could not ${act.action}: ${decision.fault}`);
      this.append(SYSTEM_ID, 'system', act.action, decision.stage, { as: 'system', ...decision.facts });
    }
    throw new Error('time finds no end');
  }

  /** Of days to come, as notices are; what it makes later is told. */
  private change({ ahead, kind }: { ahead: number; kind: 'off' | 'work' | 'ordinary' }): void {
    const day = new Date(this.now + TZ_OFFSET * 60_000 + ahead * DAY).toISOString().slice(0, 10);
    if (kind === 'ordinary') this.days.delete(day);
    else this.days.set(day, kind);
    this.calendar = this.calendarNow();
    const dues = this.rules.laterDues(this.terms, this.state);
    const told = dues.resolve ?? dues.accept;
    if (Object.keys(dues).length === 0 || !APPEAL_FLOW.redate.from.includes(this.state.stage)) return;
    const dueAt = told ? { dueAt: new Date(told.at).toISOString() } : {};
    this.append(SYSTEM_ID, 'system', 'redate', this.state.stage, { as: 'system', dues, ...dueAt });
  }

  /** Something wild; or what somebody may do here, `who` before others. */
  private chosen({ wild, who, pick }: Command): { action: Action; who: Name } | null {
    if (wild) return { action: wild, who };
    if (pick % 5 === 0 && this.state.requests.some(isOpen))
      return { action: PARTNER_ACTIONS[pick % 2] ?? 'reply', who };
    const first = PEOPLE.indexOf(who);
    for (const name of [...PEOPLE.slice(first), ...PEOPLE.slice(0, first)]) {
      const moves = this.moves(name).filter((move) => pick % 12 === 0 || !ENDING.includes(move));
      const action = [...moves, ...moves.filter((move) => ONWARD.includes(move))][pick % (moves.length * 2)];
      if (action) return { action, who: name };
    }
    return null;
  }

  private moves(name: Name): Action[] {
    const standing = this.standing(name);
    const situation = this.situation(name);
    return appealMovesFrom(this.state.stage).filter((action) => {
      const by = relations(action, standing);
      return by.length > 0 && barred(action, situation, by) === null;
    });
  }

  private may(name: Name, permission: string): boolean {
    return may(name, permission) && !this.away.has(name);
  }

  private standing(name: Name) {
    const person: Person = {
      id: name,
      may: (permission) => this.may(name, permission),
      asked: name === 'resident',
      onTeam: TEAM.includes(name) && !this.away.has(name),
      standsIn: name === 'backup' && this.onLeave && this.state.holderId === 'worker',
    };
    return this.rules.standingOf(person, { state: this.state, history: this.events });
  }

  private situation(actorId: string, given: Given = {}): Situation {
    return {
      ...this.terms,
      state: this.state,
      history: this.events,
      given,
      actorId,
      successorId: this.successor(),
      now: this.now,
      tzOffset: TZ_OFFSET,
    };
  }

  /** Who answers in the grid where whoever holds it has gone. */
  private successor(): Name | null {
    const { holderId } = this.state;
    if (holderId === null || !this.away.has(holderId)) return null;
    return TEAM.find((name) => !this.away.has(name)) ?? null;
  }

  /** As a hand-over does it: what is held and joined by a reassignment, an appointment by another, if they may. */
  private handOver({ from, to }: { from: Name; to: Name }): void {
    const { holderId, joined, verifierId } = this.state;
    const [holds, joins] = [holderId === from, joined.some(({ personId }) => personId === from)];
    const fits = (!holds || this.may(to, 'ticket.handle')) && (!joins || this.may(to, 'ticket.lead'));
    if (from === to || !fits) return;
    const places = { ...(holds ? { holderId: to } : {}), ...(joins ? { joinedId: to } : {}) };
    if (holds || joins) this.tryTo('staff', 'reassign', { formerId: from, ...places });
    const able = this.standing(to).has('verifier');
    if (verifierId === from) this.tryTo('staff', 'appoint', able ? { verifierId: to } : {});
  }

  /** What the rules let a body do with each request, and what it is told that it may. */
  bodiesMay(): { lets: Action[]; told: Action[] }[] {
    return this.state.requests.map(({ id, organisationId }) => ({
      lets: PARTNER_ACTIONS.filter(
        (action) => !('fault' in this.rules.decide(action, this.situation(organisationId, { requestId: id }))),
      ),
      told: partnerMoves(this.state, id),
    }));
  }

  /** As the engine does it: nothing is written unless everything is found right. */
  private tryTo(who: Name, action: Action, given: Given): void {
    const judged = this.rules.judge(action, this.standing(who), this.situation(who, given));
    this.tried.push({ who, action, fault: 'fault' in judged ? judged.fault : null });
    if ('fault' in judged) return;
    this.append(who, 'person', action, judged.decision.stage, { as: ACTS_AS[judged.by], ...judged.decision.facts });
  }

  /** Somebody of the body that was asked; a request of another one is as if it were not there. */
  private answerFor(action: 'reply' | 'return', { pick, stuff, wild }: Command): void {
    const request = this.state.requests[pick % Math.max(1, this.state.requests.length)];
    const body = request && !(wild && pick % 3 === 0) ? request.organisationId : (BODIES[pick % 3] ?? 'police');
    if (!request || request.organisationId !== body)
      return void this.tried.push({ who: body, action, fault: 'NOT_FOUND' });
    const given = { requestId: request.id, ...(action === 'return' ? { returnReason: stuff.returnReason } : {}) };
    const wrong = wrongStage(action, this.state);
    const decision = wrong ? { fault: wrong } : this.rules.decide(action, this.situation(body, given));
    this.tried.push({ who: body, action, fault: 'fault' in decision ? decision.fault : null });
    if ('fault' in decision) return;
    this.append(body, 'person', action, decision.stage, { as: 'partner', ...decision.facts });
  }

  private given(action: Action, { stuff, pick }: Command): Given {
    const { grade, how, outcome, finding, days, satisfied, surveyHow, organisationId, holderId, verifierId, onSite } =
      stuff;
    const { requests } = this.state;
    const what: Partial<Record<Action, Given>> = {
      accept: { grade, onSite },
      decline: { declineReason: 'outside_area' },
      contact: { how },
      ask: { how },
      resolve: { outcome },
      attempt: { how },
      verify: { finding, how },
      rate: { satisfied, surveyHow },
      revisit: { finding: finding === 'not_reached' ? 'not_solved' : finding, how },
      coordinate: { requestId: `request-${++this.asked}`, organisationId, withContact: false },
      recall: { requestId: requests[pick % Math.max(1, requests.length)]?.id ?? 'none' },
      extend: { days },
      reassign: { holderId },
      appoint: { verifierId },
      regrade: { grade },
      remark: { shown: true },
    };
    return what[action] ?? {};
  }

  private append(
    actorId: string,
    actorKind: TicketEvent['actorKind'],
    action: Action,
    stage: TicketEvent['stage'],
    facts: EventFacts,
  ): CaseState {
    const { tier } = facts;
    const before = this.state as CaseState | undefined;
    const rises =
      before && tier !== undefined && action !== 'contest' && TIERS.indexOf(tier) > TIERS.indexOf(before.tier);
    const officer = rises ? OFFICERS[tier] : undefined;
    const known = officer === before?.holderId || before?.joined.some(({ personId }) => personId === officer);
    const joined = officer !== undefined && !known ? { joinedId: officer } : {};
    const seq = this.events.length + 1;
    this.calendars.push(this.calendar);
    this.gone.push(this.away);
    this.events.push({
      ...{ id: `event-${seq}`, ticketId: this.ticketId, seq, action, stage, actorId, actorKind, at: this.now },
      ...{ facts: { ...facts, ...joined }, textRef: null, textDigest: null },
    });
    const [event] = this.events.slice(-1);
    if (!event) throw new Error('nothing happened');
    return (this.state = before ? next(before, event) : replay(this.events));
  }
}
