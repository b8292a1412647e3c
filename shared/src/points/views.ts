/** What the API answers about points and service minutes. */

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
