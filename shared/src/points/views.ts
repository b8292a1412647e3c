/** What the API answers about points and service minutes. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { AdjustmentState, JournalKind } from './terms';

/** What one person has; every amount in whole points, `minutes` in minutes of service. */
export interface Standing {
  /** Posted, what is held included. */
  balance: number;
  /** Of it reserved by redemptions that wait for their counter. */
  held: number;
  /** `balance − held`: what can be spent. */
  available: number;
  /** Taken back and not covered: netted from what is earned next. */
  owed: number;
  /** The record of service, which no points are made of. */
  minutes: number;
}

/** What a community's journals come to: `outstanding = issued − takenBack − captured − expired + owed`. */
export interface PointTotals {
  issued: number;
  takenBack: number;
  /** Went to merchants, less what they gave back. */
  captured: number;
  expired: number;
  /** Of what was taken back, not yet covered by later awards. */
  owed: number;
  /** What persons have. */
  outstanding: number;
  /** Of it reserved. */
  held: number;
  /** Minutes of persons. */
  minutes: number;
  /** What their units earned beside. */
  units: { points: number; minutes: number };
}

/** Why points moved: `attendance`, `redemption`, `adjustment`, `lot_end`. */
export interface PointReason {
  type: string;
  id: string;
  /** Such as the activity's or the offer's name; null where it was erased. */
  title: Bilingual | null;
  /** What a page can be opened of. */
  subject: { kind: string; id: string } | null;
}

export interface PointEntryView {
  id: string;
  kind: JournalKind;
  /** Below zero where points went. */
  delta: number;
  balanceAfter: number;
  at: string;
  reason: PointReason;
}

/** Somebody's points, and how they came to be. */
export interface PointsView extends Standing {
  /** Newest first. */
  entries: PointEntryView[];
  nextCursor: string | null;
}

export interface PersonPointsView extends PointsView {
  person: { id: string; name: string };
}

export interface AdjustmentView {
  id: string;
  person: { id: string; name: string };
  points: number;
  /** null once erased. */
  reason: string | null;
  state: AdjustmentState;
  askedBy: { id: string; name: string };
  askedAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  answer: string | null;
  /** It is about neither the caller nor asked for by them, and still to be decided. */
  mayDecide: boolean;
}

export type AdjustmentPage = Page<AdjustmentView>;
