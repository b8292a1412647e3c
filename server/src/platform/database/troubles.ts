/** Tells errors of the database apart: which may be tried again, which mean that it is away. */

interface DriverError {
  code?: string;
  errno?: number;
}

/** Deadlock, lock wait time-out, record changed since it was read (Galera, snapshot isolation). */
const CONFLICTS = new Set([1213, 1205, 1020]);
/** Node not ready (1047), shut-down (1053), too many connections (1040), killed (1927), start-up and network (2xxx). */
const AWAY = new Set([1047, 1053, 1040, 1927, 1158, 1159, 1160, 1161, 2002, 2003, 2006, 2013]);
const AWAY_CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_ENQUEUE_AFTER_QUIT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
]);

function driverError(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  const inner = (error as { driverError?: unknown }).driverError;
  return typeof inner === 'object' && inner !== null ? inner : error;
}

/** Nothing was done and the same closure may run again. */
export const isConflict = (error: unknown): boolean => CONFLICTS.has(driverError(error).errno ?? 0);

/** The connection is gone: what was under way is undone, but a COMMIT under way is unknown. */
export function isAway(error: unknown): boolean {
  const { code, errno } = driverError(error);
  if (AWAY.has(errno ?? 0) || AWAY_CODES.has(code ?? '')) return true;
  return (
    error instanceof Error && /closed state|connection is closed|Connection lost|Pool is closed/i.test(error.message)
  );
}
