/** The closed lists of words tickets are made of; their names in Chinese are in docs/glossary.md. */

export const PHASES = ['new', 'active', 'waiting_requester', 'waiting_partner', 'resolved', 'closed'] as const;
/** What queues, clocks, figures and search read; stages belong to a kind's flow, phases to all. */
export type Phase = (typeof PHASES)[number];

export const GRADES = ['G0', 'G1', 'G2', 'G3'] as const;
/** G0 danger to life, G1 urgent, G2 ordinary, G3 many parties. */
export type Grade = (typeof GRADES)[number];

/** Worked on before the other: G0 before all. */
export const isMoreUrgent = (grade: Grade, than: Grade): boolean => GRADES.indexOf(grade) < GRADES.indexOf(than);

export const TIERS = ['grid', 'community', 'street'] as const;
/** Who carries it: each tier adds a holder and never drops the one before. */
export type Tier = (typeof TIERS)[number];

/** The tier above, or the same where there is none. */
export const tierAbove = (tier: Tier): Tier => TIERS[Math.min(TIERS.indexOf(tier) + 1, TIERS.length - 1)] ?? tier;

export const KINDS = ['appeal'] as const;
export type Kind = (typeof KINDS)[number];

export const CHANNELS = ['mini', 'card_scan', 'phone', 'walk_in', 'visit', 'central'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CONSENTS = ['self', 'verbal', 'written', 'guardian'] as const;
/** How the person it is about agreed to its being filed. */
export type Consent = (typeof CONSENTS)[number];

export const OUTCOMES = ['solved', 'partly', 'impossible', 'referred'] as const;
/** What the handler says became of it. */
export type Outcome = (typeof OUTCOMES)[number];

export const FINDINGS = ['solved', 'partly', 'not_solved', 'not_reached'] as const;
/** What the verifier, or the requester, found. Never overwrites the outcome. */
export type Finding = (typeof FINDINGS)[number];

export const CONTACT_WAYS = ['visit', 'call', 'message'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

export const DECLINE_REASONS = [
  'emergency',
  'in_court',
  'outside_area',
  'not_public_service',
  'unlawful',
  'no_content',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const CLOCKS = ['accept', 'contact', 'on_site', 'resolve', 'answer', 'partner', 'follow_up', 'revisit'] as const;
/** The clocks that run on a ticket; `answer` is the requester's own time, `partner` that of an outside body. */
export type ClockName = (typeof CLOCKS)[number];

export const UNITS = ['wall_min', 'work_min', 'work_day', 'natural_day'] as const;
/** A length of time as a policy states it: wall minutes and natural days count day and night, the others by the working calendar. */
export interface Span {
  amount: number;
  unit: (typeof UNITS)[number];
}

/** The most that a policy may say, in each unit: a year, or as many working days and hours as one has at most. */
export const MOST: Readonly<Record<Span['unit'], number>> = {
  wall_min: 525_600,
  work_min: 30_000,
  work_day: 250,
  natural_day: 365,
};

export const TRIGGERS = ['asked', 'accept_missed', 'resolve_missed', 'partners_returned', 'reopened'] as const;
/** Why a ticket rose to the tier above. */
export type Trigger = (typeof TRIGGERS)[number];

export const RETURN_REASONS = ['not_ours', 'no_powers', 'outside_area', 'more_needed'] as const;
/** Why an outside body sends a request back. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const SATISFACTIONS = ['yes', 'fair', 'no'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

export const SURVEY_WAYS = ['self', 'read_aloud', 'paper'] as const;
/** How the survey was answered: by the requester, read aloud to them, or on paper. */
export type SurveyWay = (typeof SURVEY_WAYS)[number];

/** Whose hands it is in, minute by minute. */
export type Hands = Tier | 'requester' | 'partner' | 'verifier';

/** Days after closing within which the requester may say "not solved". */
export const REOPEN_DAYS = 30;
/** Failed attempts, on different days, before "not reached" may be recorded. */
export const ATTEMPTS_BEFORE_NOT_REACHED = 2;
