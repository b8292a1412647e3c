/** Times and days of the working calendar, as they are written and read. */

const two = (n: number): string => String(n).padStart(2, '0');

/** 570 → `09:30` */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
