/** Hours in which a grid's team is on duty, as the grid's own row says. */
import { wallTime } from '@sevengrid/shared/kernel/days';

export interface DutyHours {
  /** Bit 0 is Sunday. */
  days: number;
  /** Minutes after midnight. */
  from: number;
  to: number;
}

/** Monday to Friday, 9:30 to 18:30, as offices in Lhasa keep. */
export const OFFICE_HOURS: DutyHours = { days: 0b0111110, from: 570, to: 1110 };

export function isOnDuty({ days, from, to }: DutyHours, instant: number, tzOffset: number): boolean {
  const { weekday, hour, minute } = wallTime(instant, tzOffset);
  const at = hour * 60 + minute;
  return (days & (1 << weekday)) !== 0 && at >= from && at < to;
}
