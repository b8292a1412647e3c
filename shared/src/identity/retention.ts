/** How long personal words are kept, in days: what every community starts with, and what it may choose. */

/** Words of closed tickets with names, phones, photos and voices; reasons given for looking at somebody’s data; who asked to be bound. */
export const RETAINED = ['ticket_words', 'audit_reasons', 'binding_requests'] as const;
export type Retained = (typeof RETAINED)[number];

/** What every community keeps equally long, since nobody needs it longer. */
export const FORGOTTEN = [
  'guests',
  'sessions',
  'card_links',
  'request_keys',
  'log_in_attempts',
  'follow_tries',
  'redemption_tries',
  'presence_tickets',
  'uploads',
  'loose_media',
  'imports_waiting',
  'imports_undo',
] as const;
export type Forgotten = (typeof FORGOTTEN)[number];

/** Reasons stay half a year at least, as logs must; three years is what is usual for files of a community. Who was bound is in the register. */
export const KEPT_DAYS: Readonly<Record<Retained, { usual: number; least: number; most: number }>> = {
  ticket_words: { usual: 1095, least: 180, most: 3650 },
  audit_reasons: { usual: 1095, least: 183, most: 3650 },
  binding_requests: { usual: 90, least: 30, most: 365 },
};
