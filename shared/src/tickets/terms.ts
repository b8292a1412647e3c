/** The closed lists of words tickets are made of; their names in Chinese are in docs/glossary.md. */

export const PHASES = ['new', 'active', 'waiting_requester', 'waiting_partner', 'resolved', 'closed'] as const;
/** What queues, clocks, figures and search read; stages belong to a kind's flow, phases to all. */
export type Phase = (typeof PHASES)[number];

export const GRADES = ['G0', 'G1', 'G2', 'G3'] as const;
/** G0 danger to life, G1 urgent, G2 ordinary, G3 many parties. */
export type Grade = (typeof GRADES)[number];

export const TIERS = ['grid', 'community', 'street'] as const;
/** Who carries it: each tier adds a holder and never drops the one before. */
export type Tier = (typeof TIERS)[number];

/** The tier above, or the same where there is none. */
export const tierAbove = (tier: Tier): Tier => TIERS[Math.min(TIERS.indexOf(tier) + 1, TIERS.length - 1)] ?? tier;

export const KINDS = ['appeal'] as const;
export type Kind = (typeof KINDS)[number];

export const CHANNELS = ['mini', 'card_scan', 'phone', 'walk_in', 'visit'] as const;
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

export const CLOCKS = ['accept', 'contact', 'resolve', 'follow_up'] as const;
/** The clocks that run on a ticket. */
export type ClockName = (typeof CLOCKS)[number];

/** Days after closing within which the requester may say "not solved". */
export const REOPEN_DAYS = 30;
/** Failed attempts, on different days, before "not reached" may be recorded. */
export const ATTEMPTS_BEFORE_NOT_REACHED = 2;
