/** Rules with one fault planted in each, for the control that the invariants notice it. */
import type { By } from '@sevengrid/shared/tickets/flows';
import { resolveDues } from '../../../src/tickets/due-dates';
import type { Standing } from '../../../src/tickets/standing';
import { RULES, type Rules } from './simulation';

const { judge, decide, standingOf, nextSystemAct, laterDues } = RULES;

const also = (standing: Standing, ...more: By[]): Standing =>
  Object.assign(new Set([...standing, ...more]), { dependent: standing.dependent });

/** What is planted, the rules with it, and the words by which it is noticed. */
export const BROKEN: readonly [fault: string, rules: Partial<Rules>, noticed: RegExp][] = [
  [
    'not reached is believed at once',
    {
      judge: (action, standing, situation) => {
        const judged = judge(action, standing, situation);
        const believed = 'fault' in judged && judged.fault === 'ATTEMPTS_TOO_FEW';
        return believed ? { by: 'verifier', decision: { stage: 'verified', facts: situation.given } } : judged;
      },
    },
    /closed unfound/,
  ],
  [
    'who handled it may verify it',
    {
      standingOf: (person, told) =>
        also(standingOf(person, told), ...(person.may('ticket.verify') ? (['verifier'] as const) : [])),
    },
    /judges what they had in hand/,
  ],
  [
    'who holds it speaks for the requester',
    {
      standingOf: (person, told) =>
        also(standingOf(person, told), ...(person.id === told.state.holderId ? (['requester'] as const) : [])),
    },
    /speaks for the requester/,
  ],
  [
    'each question waits for five days of its own',
    {
      judge: (action, standing, situation) =>
        judge(
          action,
          standing,
          action === 'ask' ? { ...situation, state: { ...situation.state, pauses: [] } } : situation,
        ),
    },
    /waits for more than five working days/,
  ],
  [
    'a changed calendar moves dates back',
    {
      laterDues: (terms, state) =>
        state.clocks.resolve && state.askedAt === null ? resolveDues(terms, state) : laterDues(terms, state),
    },
    /due earlier than was told/,
  ],
  [
    'what nobody has looked at may be resolved',
    {
      judge: (action, standing, situation) => {
        const { stage } = situation.state;
        const state =
          action === 'resolve' && stage === 'accepted'
            ? { ...situation.state, stage: 'working' as const }
            : situation.state;
        return judge(action, standing, { ...situation, state });
      },
    },
    /accepted to resolved as handler is in no row/,
  ],
  [
    'rising takes it from whoever holds it',
    {
      nextSystemAct: (state, now) => {
        const act = nextSystemAct(state, now);
        return act?.action === 'escalate' ? { ...act, given: { ...act.given, holderId: 'lead' } } : act;
      },
    },
    /drops the holder/,
  ],
  [
    'what opens again goes back to whoever held it',
    { judge: (action, standing, situation) => judge(action, standing, { ...situation, successorId: null }) },
    /goes back to who has gone/,
  ],
  [
    'a place that is handed over is taken from nobody',
    {
      judge: (action, standing, situation) => {
        const { formerId, ...given } = situation.given;
        return judge(action, standing, { ...situation, given: formerId === undefined ? situation.given : given });
      },
    },
    /takes a place that nobody had/,
  ],
  [
    'a body may return it as often as it likes',
    {
      decide: (action, situation) => {
        const decision = decide(action, situation);
        const again = 'fault' in decision && decision.fault === 'PARTNER_RETURNS_ONCE';
        const asked = situation.state.requests.find(({ id }) => id === situation.given.requestId);
        const facts = { ...situation.given, organisationId: asked?.organisationId };
        return again ? { stage: situation.state.stage, facts } : decision;
      },
    },
    /returned twice by one body/,
  ],
];
