/** What the editors of deadlines and of the working calendar answer. */
import type { Interval } from './calendar';
import type { ClockRule } from './deadlines';
import type { ClockName, Grade } from './terms';

export interface ClockRuleView extends ClockRule {
  /** Of one kind of matter alone; null for all. */
  categoryId: string | null;
  grade: Grade;
  clock: ClockName;
}

export interface DeadlineVersionView {
  version: number;
  validFrom: string;
  writtenByName: string | null;
}

/** The rules in force, and the versions there were, the latest first; version 0 is what every community starts with. */
export interface DeadlinesView {
  /** Whose these are; a change names it. */
  communityId: string;
  /** The caller may change them. */
  editable: boolean;
  version: number;
  rules: ClockRuleView[];
  versions: DeadlineVersionView[];
}

export interface ChangedDayView {
  /** `2026-02-14` */
  day: string;
  kind: 'off' | 'work';
  name: string;
}

/** When the community works; its clocks run by it. */
export interface CalendarView {
  /** Whose these are; a change names it. */
  communityId: string;
  /** The caller may change them. */
  editable: boolean;
  /** Minutes east of UTC. */
  offset: number;
  /** Days of an ordinary week; 0 is Sunday. */
  weekdays: number[];
  intervals: Interval[];
  days: ChangedDayView[];
  /** Open tickets are still being dated anew after the last change. */
  redating: boolean;
}
