/** What the routes of tickets answer. */
import type { SessionView } from '../identity/views';
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { MediaView } from '../media/views';
import type { Action, PartnerAction, Stage } from './flows';
import type {
  Channel,
  ClockName,
  Consent,
  ContactWay,
  DeclineReason,
  Finding,
  Grade,
  Kind,
  Outcome,
  Hands,
  Phase,
  ReturnReason,
  Satisfaction,
  SurveyWay,
  Tier,
  Trigger,
} from './terms';

export interface CategoryView {
  id: string;
  code: string;
  name: Bilingual;
  hint: Bilingual;
  /** Proposed grade; the worker confirms. */
  grade: Grade;
  /** Danger to life: the emergency numbers come first. */
  danger: boolean;
}

export interface CategoryList {
  items: CategoryView[];
}

/** The one date that is told: the earliest of the clocks that run. */
export interface DueView {
  clock: ClockName;
  at: string;
  startedAt: string;
}

export interface OpenedTicketView {
  id: string;
  number: string;
  /** Public display name of whoever will take it. */
  workerName: string | null;
  due: DueView;
  /** Guests only: number and code find the ticket again. */
  followCode: string | null;
}

/** A line in a list; everything personal masked. */
export interface TicketRowView {
  id: string;
  number: string;
  kind: Kind;
  stage: Stage;
  phase: Phase;
  grade: Grade;
  tier: Tier;
  category: Bilingual;
  /** The first words of what was written; empty where nothing was, or where it was erased. */
  title: string;
  /** It was filed by voice. */
  spoken: boolean;
  gridId: string;
  gridName: string;
  gridNameBo: string | null;
  /** Building and door where the caller works with it, building alone otherwise. */
  address: string | null;
  /** The caller typed it for somebody else, and does not speak for them. */
  onBehalf: boolean;
  holderName: string | null;
  due: DueView | null;
  openedAt: string;
  cycle: number;
  /** Return visits of this cycle that reached nobody. */
  attempts: number;
}

export type TicketPage = Page<TicketRowView>;

export interface TicketCountsView {
  toDo: number;
  dueSoon: number;
  toVerify: number;
  byPhase: Record<Phase, number>;
}

export type ActorSide = 'you' | 'requester' | 'handler' | 'verifier' | 'staff' | 'partner' | 'system';

/** Who did it: a public display name for people at work, never a resident's name. */
export interface TimelineActorView {
  side: ActorSide;
  name: string | null;
}

/** What an event says in codes and numbers, as it is kept and as everybody who sees it reads it. */
export interface CodedFacts {
  channel?: Channel;
  grade?: Grade;
  gradeBefore?: Grade;
  tier?: Tier;
  // The date told to the requester, ISO 8601.
  dueAt?: string;
  how?: ContactWay;
  outcome?: Outcome;
  finding?: Finding;
  declineReason?: DeclineReason;
  cycle?: number;
  // Which clock, and how much of its time is over.
  clock?: ClockName;
  percent?: number;
  // Why it rose to `tier`.
  trigger?: Trigger;
  returnReason?: ReturnReason;
  // Natural days granted on top.
  days?: number;
  satisfied?: Satisfaction;
  surveyHow?: SurveyWay;
}

/** Type and parameters; each client renders the sentence in its reader's language. */
export interface TimelineFacts extends CodedFacts {
  holderName?: string;
  /** Who joined as it rose. */
  joinedName?: string;
  verifierName?: string;
  organisationName?: string;
  place?: string;
}

export interface TimelineEntryView {
  id: string;
  action: Action | 'attribute';
  stage: Stage;
  at: string;
  actor: TimelineActorView;
  facts: TimelineFacts;
  /** What the actor wrote; null when nothing, erased, or not for this reader. */
  words: string | null;
  /** Photos and voice that came with the words, for whoever may read these. */
  media: MediaView[];
  /** False for remarks among staff. */
  shown: boolean;
}

export interface PartyView {
  /** Masked unless it is the reader. */
  name: string | null;
  /** Masked; shown in full only through a reveal. */
  phone: string | null;
}

export type CoordinationState = 'waiting' | 'missed' | 'answered' | 'returned' | 'recalled' | 'dropped';

/** A request to an outside body, as those who work on the ticket see it. */
export interface CoordinationView {
  id: string;
  organisationName: string;
  state: CoordinationState;
  askedAt: string;
  dueAt: string;
  endedAt: string | null;
}

export interface JoinedView {
  displayName: string;
  tier: Tier;
}

/** A question that waits for its answer; at `until` the work goes on without. */
export interface QuestionView {
  askedAt: string;
  until: string;
  words: string | null;
}

/** Whole minutes, day and night, that it lay in somebody's hands. */
export interface HeldView {
  hands: Hands;
  minutes: number;
}

export interface TicketView extends TicketRowView {
  words: string | null;
  place: string | null;
  channel: Channel;
  consent: Consent;
  requester: PartyView;
  beneficiary: PartyView | null;
  householdId: string | null;
  holder: { id: string; displayName: string; dutyPhone: string } | null;
  dutyPhone: string;
  outcome: Outcome | null;
  finding: Finding | null;
  /** What the caller may do now, in the flow's order: draws the buttons. */
  moves: Action[];
  timeline: TimelineEntryView[];
  /** Last day for saying "not solved"; null while it is open. */
  reopenUntil: string | null;
  /** Until when it would have to be resolved, by the grade it is accepted with; null for whoever cannot accept it now. */
  dueByGrade: Record<Grade, string> | null;
  /** True when the caller is the requester or filed it for them. */
  mine: boolean;
  question: QuestionView | null;
  /** Who joined as it rose; whoever held it first holds it still. */
  joined: JoinedView[];
  verifierName: string | null;
  /** Requests to outside bodies, the latest first; empty for whoever does not work on it. */
  requests: CoordinationView[];
  /** The survey of this cycle was answered. */
  rated: boolean;
  /** In whose hands it was, for how long; null for whoever does not work on it. */
  held: HeldView[] | null;
}

/** An outside body that may be asked. */
export interface PartnerView {
  id: string;
  name: string;
}

export interface PartnerList {
  items: PartnerView[];
}

/** A request as the body that was asked sees it: nothing of the requester, unless they have to be reached. */
export interface PartnerRequestView {
  id: string;
  /** Of the ticket, to speak about on the telephone. */
  number: string;
  communityName: string;
  communityNameBo: string | null;
  officePhone: string | null;
  category: Bilingual;
  grade: Grade;
  /** The building; no door. */
  address: string | null;
  words: string | null;
  /** What was sent along; empty in lists. */
  media: MediaView[];
  state: CoordinationState;
  askedAt: string;
  askedByName: string | null;
  dueAt: string;
  endedAt: string | null;
  contact: PartyView | null;
  /** What they themselves answered, or why they sent it back. */
  answer: string | null;
  /** What they sent along with it; empty in lists. */
  answerMedia: MediaView[];
  returnReason: ReturnReason | null;
  moves: PartnerAction[];
}

export type PartnerRequestPage = Page<PartnerRequestView>;

/** A guest session that sees the ticket followed. */
export interface FollowView extends SessionView {
  ticketId: string;
}
