/** The words of rewards: fields of merchants, states of offers and redemptions, and how long things hold. */

export const MERCHANT_FIELDS = ['retail', 'catering', 'medical', 'books', 'care', 'other'] as const;
export type MerchantField = (typeof MERCHANT_FIELDS)[number];

/** A draft may be changed; what is published stays as it is until it is withdrawn. */
export const OFFER_STATES = ['draft', 'published', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Over which time the limit per person counts: for ever, or within a year on the community's wall. */
export const LIMIT_WINDOWS = ['ever', 'year'] as const;
export type LimitWindow = (typeof LIMIT_WINDOWS)[number];

/** `open` waits for the counter; `used`, `cancelled` and `expired` are ends; `undone` follows `used` alone. */
export const REDEMPTION_STATES = ['open', 'used', 'cancelled', 'expired', 'undone'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

/** How long what was redeemed is kept for who stands at the counter; seconds. */
export const COUNTER_SECONDS = 15 * 60;
/** How long at most, where one makes an appointment first; seconds. */
export const APPOINTMENT_SECONDS = 30 * 86_400;
/** How long a code is shown before the next one; seconds. The one before and the one after it pass as well. */
export const CODE_SECONDS = 30;
/** How long the eight digits are shown before the next ones; seconds. Those before them pass as well. */
export const DIGITS_SECONDS = 300;
/** Within how many days the shop itself may take a redemption back. */
export const UNDO_DAYS = 7;

/** What the shop is to look at before it gives the thing. */
export const CHECKS = ['name', 'bill'] as const;
export type Check = (typeof CHECKS)[number];

/** The two who confirm a statement. */
export const STATEMENT_SIDES = ['merchant', 'community'] as const;
export type StatementSide = (typeof STATEMENT_SIDES)[number];

/** `H1.<redemption>.<step>.<mac>`: ordinary text, to be read aloud by no one and scanned by anyone. */
export const CODE_PATTERN = /^H1\.([0-7][0-9A-HJKMNP-TV-Z]{25})\.(\d{1,12})\.([0-9a-f]{16})$/;
