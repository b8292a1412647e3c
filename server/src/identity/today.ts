/** Today where somebody works: days of roles, terms and leave are days on the wall of the scope they are for. */

/** In SQL, the day of an instant; `scope` is the alias of a row of `scope`. */
export const dayOf = (instant: string, scope = 'sc'): string => `DATE(${instant} + INTERVAL ${scope}.tz_offset MINUTE)`;

export const todayOf = (scope: string): string => dayOf('NOW(3)', scope);

/** Of `scope sc`. */
export const TODAY = todayOf('sc');

/** True of a row from its first to its last day; `scope` is the alias of the scope on whose wall these are. */
export const runsToday = (row: string, scope = 'sc'): string =>
  `${row}.starts_on <= ${todayOf(scope)} AND (${row}.ends_on IS NULL OR ${row}.ends_on >= ${todayOf(scope)})`;
