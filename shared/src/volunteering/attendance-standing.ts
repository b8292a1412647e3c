/** What becomes of an attendance: whether it counts, or whose word it still wants; pure. */
import { NEEDS_TICK } from './signals';

export const ATTENDANCE_STANDINGS = [
  'present',
  'needs_second',
  'needs_tick',
  'counts',
  'refused',
  'awarded',
  'taken_back',
] as const;
export type AttendanceStanding = (typeof ATTENDANCE_STANDINGS)[number];

export const TICKS = ['none', 'yes', 'no'] as const;
export type Tick = (typeof TICKS)[number];

/** So many may be written down afterwards on one person's word; more want a second one. */
export const ADDED_BY_ONE = 3;

export interface AttendanceFacts {
  /** Has checked out, or was checked out when it ended. */
  gone: boolean;
  /** Nobody checked out: until when they stayed is not known. */
  autoOut: boolean;
  score: number;
  tick: Tick;
  /** Of one of the activity's organisers, who does not confirm themself. */
  ofOrganiser: boolean;
  wantsSecond: boolean;
  seconded: boolean;
  awarded: boolean;
  takenBack: boolean;
}

/** Does not count before somebody else has looked. */
export const wantsTick = ({
  autoOut,
  score,
  ofOrganiser,
}: Pick<AttendanceFacts, 'autoOut' | 'score' | 'ofOrganiser'>) => autoOut || score >= NEEDS_TICK || ofOrganiser;

export function standingOf(facts: AttendanceFacts): AttendanceStanding {
  if (facts.takenBack) return 'taken_back';
  if (facts.awarded) return 'awarded';
  if (facts.tick === 'no') return 'refused';
  if (facts.wantsSecond && !facts.seconded) return 'needs_second';
  if (!facts.gone) return 'present';
  return wantsTick(facts) && facts.tick === 'none' ? 'needs_tick' : 'counts';
}

/** The list cannot be put up while it has one of these. */
export const isOpen = (standing: AttendanceStanding): boolean =>
  standing === 'present' || standing === 'needs_second' || standing === 'needs_tick';
