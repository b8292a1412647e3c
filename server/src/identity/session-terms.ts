/** How long a session lives, by the roles of its holder. */

export interface SessionTerms {
  /** Without a request for so long it is over. */
  idleMinutes: number;
  /** Over after so long, whatever happens. */
  absoluteMinutes: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Roles that see many people's data, mostly at shared desks. */
const DESK = new Set(['staff', 'lead', 'street', 'auditor', 'admin']);

export const GUEST_TERMS: SessionTerms = { idleMinutes: 30 * DAY, absoluteMinutes: 30 * DAY };
const DESK_TERMS: SessionTerms = { idleMinutes: 30, absoluteMinutes: 12 * HOUR };
const WORKER_TERMS: SessionTerms = { idleMinutes: 12 * HOUR, absoluteMinutes: 7 * DAY };
const RESIDENT_TERMS: SessionTerms = { idleMinutes: 30 * DAY, absoluteMinutes: 180 * DAY };

/** The strictest of the terms that the roles ask for. */
export function termsFor(roles: readonly string[]): SessionTerms {
  if (roles.some((role) => DESK.has(role))) return DESK_TERMS;
  return roles.includes('grid_worker') ? WORKER_TERMS : RESIDENT_TERMS;
}

/** A worker's phone stays logged in for hours and may be picked up by others: reveals need a log-in this fresh. */
export const FRESH_MINUTES = 30;
