/** What a case is at one moment of its history, with all its clocks: what rules decide on. Instants are milliseconds UTC. */
import type { Due, Pause } from '@sevengrid/shared/tickets/deadlines';
import type { Stage } from '@sevengrid/shared/tickets/flows';
import type { ClockName, Finding, Grade, Outcome, Tier } from '@sevengrid/shared/tickets/terms';

export const REQUEST_STATES = ['waiting', 'missed', 'answered', 'returned', 'recalled', 'dropped'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A request to an outside body. */
export interface PartnerRequest {
  id: string;
  organisationId: string;
  askedBy: string;
  askedAt: number;
  textRef: string | null;
  withContact: boolean;
  due: Due;
  state: RequestState;
  /** When it was answered, returned, taken back or dropped. */
  endedAt: number | null;
}

export interface JoinedHolder {
  personId: string;
  tier: Tier;
}

export interface CaseState {
  stage: Stage;
  grade: Grade;
  tier: Tier;
  /** 1 and one more for each reopening. */
  cycle: number;
  /** Number of the event that began the cycle. */
  cycleSeq: number;
  contested: boolean;
  reopens: number;
  outcome: Outcome | null;
  finding: Finding | null;
  holderId: string | null;
  /** Who joined as the ticket rose, or took their place; nobody is dropped for it. */
  joined: readonly JoinedHolder[];
  verifierId: string | null;
  requesterPersonId: string | null;
  requesterResidentId: string | null;
  /** Start of the cycle: opened, contested or reopened. */
  startedAt: number;
  acceptedAt: number | null;
  contactedAt: number | null;
  visitedAt: number | null;
  /** A photo of the place was added in this cycle, by whoever handles it. */
  photographed: boolean;
  resolvedAt: number | null;
  closedAt: number | null;
  /** The clocks that run, and of each the marks still to come. */
  clocks: Readonly<Partial<Record<ClockName, Due>>>;
  /** Per clock the highest mark that was acted on. */
  fired: Readonly<Partial<Record<ClockName, number>>>;
  onSite: boolean;
  /** The instant at which the requester was asked and has not answered yet. */
  askedAt: number | null;
  /** Of this cycle, those that are over. */
  pauses: readonly Pause[];
  /** Natural days granted on top, in this cycle; a more urgent grade ends them. */
  extraDays: number;
  /** More time was granted once in this cycle, and is not again. */
  extended: boolean;
  rated: boolean;
  requests: readonly PartnerRequest[];
  seq: number;
}

/** Its body may still answer. */
export const isOpen = ({ state }: Pick<PartnerRequest, 'state'>): boolean => state === 'waiting' || state === 'missed';
