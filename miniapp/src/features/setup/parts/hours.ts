/** Times of a day as people write them, and as minutes after midnight. */

/** 9:30 → 570; full-width colons are what Chinese keyboards make. NaN for what is no time. */
export function minutesOf(written: string): number {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:：.](\d{2})\s*$/.exec(written) ?? [];
  const at = Number(hour) * 60 + Number(minute);
  return hour !== '' && Number(minute) < 60 && at <= 1440 ? at : Number.NaN;
}

/** 570 → 9:30 */
export const writtenTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
