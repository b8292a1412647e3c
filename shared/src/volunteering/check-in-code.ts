/** The code on the organiser's screen, and a member's own: both change every 15 seconds and are kept nowhere. */
import { ULID_PATTERN } from '../kernel/fields';

export const STEP_MS = 15_000;
/** Steps behind the present one that still count: a code lives 45 seconds at most, and never comes from ahead. */
export const STEPS_BEHIND = 2;
/** The present code and four to come, so that a screen goes on for a minute without network. */
export const CODES_AT_ONCE = 5;
/** How long a scan is good for, so that nobody is late for logging in. */
export const TICKET_MS = 300_000;
/** Checking in begins half an hour before the activity does. */
export const DOORS_OPEN_MS = 30 * 60_000;
/** The organiser may put the code up an hour before that. */
export const CODE_SHOWN_MS = DOORS_OPEN_MS + 60 * 60_000;

/** Coming and going are scanned apart. */
export const POINTS_OF_CODE = ['in', 'out'] as const;
export type CodePoint = (typeof POINTS_OF_CODE)[number];

/** `A` is an activity's, `M` a member's. */
export interface RotatingCode {
  kind: 'A' | 'M';
  /** The activity, or the person. */
  id: string;
  point: CodePoint;
  step: number;
  mac: string;
}

export const MAC_LENGTH = 16;
const CODE = /^([AM])1\.([0-9A-Z]{26})\.(in|out)\.(\d{1,12})\.([A-Za-z0-9_-]{16})$/;
const LINK = /^https?:\/\/[^/?#]+\/a\/([AM]1\.[\w.-]{1,80})\/?$/;

export const stepAt = (instant: number): number => Math.floor(instant / STEP_MS);

/** Begins at this instant, milliseconds UTC. */
export const beginOfStep = (step: number): number => step * STEP_MS;

/** The clock is the server's alone: a wrong one on a phone changes nothing. */
export function isAccepted(step: number, now: number): boolean {
  const behind = stepAt(now) - step;
  return behind >= 0 && behind <= STEPS_BEHIND;
}

export const stepsAhead = (now: number): number[] =>
  Array.from({ length: CODES_AT_ONCE }, (_, ahead) => stepAt(now) + ahead);

/** What the server's secret is laid over. */
export const messageOf = ({ kind, id, point, step }: Omit<RotatingCode, 'mac'>): string =>
  [kind, id, point, step].join('\n');

export const writeCode = ({ kind, id, point, step, mac }: RotatingCode): string =>
  `${kind}1.${id}.${point}.${step}.${mac}`;

/** An ordinary link, which any camera opens. */
export const linkOfCode = (publicUrl: string, code: string): string => `${publicUrl}/a/${code}`;

/** A code alone or in its link, whatever the host; null for anything else. */
export function readCode(text: string): RotatingCode | null {
  const plain = LINK.exec(text.trim())?.[1] ?? text.trim();
  const match = CODE.exec(plain);
  if (!match) return null;
  const [, kind, id = '', point, step, mac = ''] = match;
  if (!ULID_PATTERN.test(id)) return null;
  return { kind: kind as RotatingCode['kind'], id, point: point as CodePoint, step: Number(step), mac };
}

export interface TicketTerm {
  /** From then on it lets in. */
  opensAt: number;
  expiresAt: number;
}

/** A scan before the doors open is no mistake: its ticket says from when, and lives from there. */
export function ticketTerm(now: number, startsAt: number): TicketTerm {
  const opensAt = Math.max(now, startsAt - DOORS_OPEN_MS);
  return { opensAt, expiresAt: opensAt + TICKET_MS };
}
