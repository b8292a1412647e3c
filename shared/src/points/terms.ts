/** Words of the ledger: what it counts, who stands on the sides of a transfer, and why points move. */

/** Points and minutes of persons; units have both as well, and cannot spend them. None converts into another. */
export const LEDGERS = ['PT', 'MIN', 'UPT', 'UMIN'] as const;
export type Ledger = (typeof LEDGERS)[number];

/** The two that persons own accounts in. */
export type PersonLedger = Extract<Ledger, 'PT' | 'MIN'>;

/** `issue` is where points come from and where those taken back go; `debt` is what a person owes. */
export const SIDES = ['person', 'unit', 'merchant', 'issue', 'expired', 'debt'] as const;
export type SideKind = (typeof SIDES)[number];

export const JOURNAL_KINDS = ['award', 'adjust', 'reverse', 'capture', 'uncapture', 'expire'] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

export const HOLD_STATES = ['reserved', 'captured', 'released', 'expired', 'uncaptured'] as const;
export type HoldState = (typeof HOLD_STATES)[number];

/** Where a hold may go. A state once left is never reached again: whoever wants the points held anew makes a new hold. */
export const HOLD_FLOW: Readonly<Record<HoldState, readonly HoldState[]>> = {
  reserved: ['captured', 'released', 'expired'],
  captured: ['uncaptured'],
  released: [],
  expired: [],
  uncaptured: [],
};

/** Days that points have left at least when they come back from a hold after their end. */
export const GRACE_DAYS = 7;

export const ADJUSTMENT_STATES = ['asked', 'granted', 'refused'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];
