/** Today where somebody works: days of roles, terms and leave are days on the wall of the scope they are for. */

/** In SQL; `scope` is the alias of a row of `scope`. */
export const todayOf = (scope: string): string => `DATE(NOW(3) + INTERVAL ${scope}.tz_offset MINUTE)`;

/** Of `scope sc`. */
export const TODAY = todayOf('sc');

/** True of a row from its first to its last day; `scope` is the alias of the scope on whose wall these are. */
export const runsToday = (row: string, scope = 'sc'): string =>
  `${row}.starts_on <= ${todayOf(scope)} AND (${row}.ends_on IS NULL OR ${row}.ends_on >= ${todayOf(scope)})`;
