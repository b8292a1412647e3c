/** Who is there, as members and organisers see it. */
import type { Bilingual } from '../kernel/texts';
import type { ActivityStage } from './activity-flow';
import type { AttendanceStanding } from './attendance-standing';
import type { CodePoint } from './check-in-code';
import type { Signal } from './signals';

export interface ShownCodeView {
  code: string;
  /** To be drawn as a QR code: any camera opens it. */
  link: string;
  /** Shown from then, until the next one begins. */
  from: string;
  until: string;
}

/** The present code and those that follow, so that a screen goes on for a minute without network. */
export interface CodeView {
  activityId: string;
  point: CodePoint;
  /** The server's clock, which is the only one that counts. */
  now: string;
  codes: ShownCodeView[];
}

export interface MyCodeView extends ShownCodeView {
  now: string;
}

export interface PresenceTicketView {
  /** Shown once, and good once. */
  ticket: string;
  point: CodePoint;
  activity: { id: string; title: Bilingual; place: Bilingual; startsAt: string; endsAt: string };
  /** From then on it lets in: later than `now` where somebody is early. */
  opensAt: string;
  expiresAt: string;
  now: string;
}

export type AttendanceHow = 'scan' | 'call' | 'manual';

export interface AttendanceView {
  id: string;
  personId: string;
  /** Masked where the person has no public name. */
  displayName: string;
  inAt: string;
  outAt: string | null;
  /** Nobody checked out: until when they stayed is not known. */
  autoOut: boolean;
  how: AttendanceHow;
  /** What speaks against the scan; in nobody's way. */
  signals: Signal[];
  /** 0 to 100. */
  score: number;
  standing: AttendanceStanding;
  /** What counts of it, at the most. */
  minutes: number;
  addedBy: string | null;
  addedBecause: string | null;
  secondedBy: string | null;
  tickedBy: string | null;
  /** Of oneself: somebody else confirms it. */
  own: boolean;
}

export interface BoardView {
  activityId: string;
  stage: ActivityStage;
  now: string;
  signedUp: number;
  present: number;
  gone: number;
  /** Wait for somebody's word. */
  open: number;
  items: AttendanceView[];
}

export const CALL_OUTCOMES = ['in', 'out', 'already', 'not_signed_up', 'not_there', 'elsewhere', 'own'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export interface CalledView {
  personId: string;
  displayName: string;
  outcome: CallOutcome;
}

export interface RollCallView {
  items: CalledView[];
}
