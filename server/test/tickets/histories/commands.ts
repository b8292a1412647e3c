/** What happens in a generated history: somebody tries something, right or wrong, or a notice changes the calendar; and time passes. */
import * as fc from 'fast-check';
import { ACTIONS, SYSTEM_ACTIONS, type Action } from '@sevengrid/shared/tickets/flows';
import {
  CONTACT_WAYS, FINDINGS, GRADES, OUTCOMES, RETURN_REASONS, SATISFACTIONS, SURVEY_WAYS,
  type ContactWay, type Finding, type Grade, type Outcome, type ReturnReason, type Satisfaction, type SurveyWay,
} from '@sevengrid/shared/tickets/terms'; // prettier-ignore
import { BODIES, HOLDERS, LEAVERS, PEOPLE, type Name } from './people';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a step might be given; each takes what it knows. */
export interface Stuff {
  grade: Grade;
  how: ContactWay;
  outcome: Outcome;
  finding: Finding;
  days: number;
  satisfied: Satisfaction;
  surveyHow: SurveyWay;
  returnReason: ReturnReason;
  organisationId: (typeof BODIES)[number];
  holderId: Name;
  verifierId: Name;
  onSite: boolean;
}

export interface Command {
  /** Milliseconds until it happens. */
  wait: number;
  /** Nobody's alarm rings meanwhile: what time had to do is done late, just before. */
  asleep: boolean;
  who: Name;
  /** Tried whoever asks and wherever it stands; otherwise something that `who` may do there, if anything. */
  wild: Action | null;
  /** Which of what is possible, and which of the requests. */
  pick: number;
  stuff: Stuff;
  /** A notice: so many days ahead is off, or worked, or ordinary again. */
  notice: { ahead: number; kind: 'off' | 'work' | 'ordinary' } | null;
  /** The worker goes on leave, or comes back. */
  leave: boolean;
  /** Somebody loses what they may do, or is given it again. */
  goes: Name | null;
  /** All that somebody has in hand goes to somebody else. */
  handOver: { from: Name; to: Name } | null;
}

const WILD = ACTIONS.filter((action) => action !== 'open' && !(SYSTEM_ACTIONS as readonly Action[]).includes(action));

const wait = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: HOUR }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 12 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 12 * HOUR, max: 4 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 4 * DAY, max: 40 * DAY }) },
);

const stuff: fc.Arbitrary<Stuff> = fc.record({
  grade: fc.constantFrom(...GRADES),
  how: fc.constantFrom(...CONTACT_WAYS),
  outcome: fc.constantFrom(...OUTCOMES),
  finding: fc.constantFrom(...FINDINGS, 'not_solved' as const, 'not_reached' as const),
  days: fc.integer({ min: 1, max: 20 }),
  satisfied: fc.constantFrom(...SATISFACTIONS),
  surveyHow: fc.constantFrom(...SURVEY_WAYS),
  returnReason: fc.constantFrom(...RETURN_REASONS),
  organisationId: fc.constantFrom(...BODIES),
  holderId: fc.constantFrom(...HOLDERS),
  verifierId: fc.constantFrom<Name[]>('staff', 'staff2', 'lead', 'street'),
  onSite: fc.boolean(),
});

/** Once for so many times that it does not happen. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>, not: number): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: not, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

export const command: fc.Arbitrary<Command> = fc.record({
  wait,
  asleep: fc.boolean(),
  // Most of what happens to a ticket is done by few.
  who: fc.constantFrom<Name[]>(...PEOPLE, 'worker', 'resident', 'staff', 'worker', 'resident'),
  wild: rarely(fc.constantFrom(...WILD), 4),
  pick: fc.nat(1000),
  stuff,
  notice: rarely(
    fc.record({
      ahead: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom<('off' | 'work' | 'ordinary')[]>('off', 'off', 'work', 'ordinary'),
    }),
    5,
  ),
  leave: fc.boolean(),
  goes: rarely(fc.constantFrom(...LEAVERS), 15),
  handOver: rarely(
    fc.record({ from: fc.constantFrom(...HOLDERS, 'street'), to: fc.constantFrom(...HOLDERS, 'street') }),
    10,
  ),
});

/** A whole history: how urgent the matter seems, when it begins, and what happens then. */
export interface Script {
  grade: Grade;
  /** Milliseconds into a fortnight of an ordinary winter. */
  begins: number;
  commands: Command[];
}

export const script: fc.Arbitrary<Script> = fc.record({
  grade: fc.constantFrom(...GRADES),
  begins: fc.integer({ min: 0, max: 14 * DAY }),
  commands: fc.array(command, { minLength: 5, maxLength: 40, size: 'max' }),
});
