/** What callers give to the routes of tickets. */
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { Id, Optional, Part, Phone, Words } from '../kernel/fields';
import { PageQuery, SearchPageQuery } from '../kernel/page';
import {
  CHANNELS,
  CONSENTS,
  CONTACT_WAYS,
  DECLINE_REASONS,
  FINDINGS,
  GRADES,
  OUTCOMES,
  PHASES,
  type Channel,
  type Consent,
  type ContactWay,
  type DeclineReason,
  type Finding,
  type Grade,
  type Outcome,
  type Phase,
} from './terms';

/** Somebody a ticket is about or from, as typed by whoever files it. */
export class Party {
  @Words(1, 60)
  name!: string;

  @Optional()
  @Phone()
  phone?: string;
}

export class OpenTicket {
  @Id()
  categoryId!: string;

  /** What is wrong, in one sentence or more. */
  @Words(2, 1000)
  words!: string;

  /** Where, if not at home. */
  @Optional()
  @Words(1, 120)
  place?: string;

  /** Somebody else whom it is about; absent when the requester files for themself. */
  @Optional()
  @Part(() => Party)
  beneficiary?: Party;

  /** Who asks, when staff or a central household type for them, or how a guest can be reached. */
  @Optional()
  @Part(() => Party)
  requester?: Party;

  @IsIn(CONSENTS)
  consent!: Consent;

  @IsIn(CHANNELS)
  channel!: Channel;

  /** For whom staff or a central household file; residents and guests have theirs from binding or card. */
  @Optional()
  @Id()
  householdId?: string;

  /** Staff only, where no household is concerned. */
  @Optional()
  @Id()
  gridId?: string;
}

export const QUEUES = ['to_do', 'due_soon', 'to_verify', 'all'] as const;
export type Queue = (typeof QUEUES)[number];

/** The queue, by due time; `q` is a number or its last digits. */
export class QueueQuery extends SearchPageQuery {
  @Optional()
  @IsIn(QUEUES)
  queue?: Queue;

  @Optional()
  @IsIn(PHASES)
  phase?: Phase;

  @Optional()
  @Id()
  gridId?: string;
}

export class CountQuery {
  @Optional()
  @Id()
  gridId?: string;
}

export class MineQuery extends PageQuery {
  @Optional()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';
}

export class AcceptTicket {
  @IsIn(GRADES)
  grade!: Grade;
}

export class DeclineTicket {
  @IsIn(DECLINE_REASONS)
  reason!: DeclineReason;

  /** Where to go instead. */
  @Words(2, 300)
  words!: string;
}

export class ContestDecline {
  @Words(2, 1000)
  words!: string;
}

export class ContactRequester {
  @IsIn(CONTACT_WAYS)
  how!: ContactWay;

  /** What was seen and said. */
  @Words(2, 1000)
  words!: string;

  @Optional()
  @Words(1, 120)
  place?: string;
}

export class ResolveTicket {
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** What was done; for `impossible` why, for `referred` to whom. */
  @Words(2, 1000)
  words!: string;
}

export class AttemptFollowUp {
  @IsIn(CONTACT_WAYS)
  how!: ContactWay;
}

export class VerifyTicket {
  @IsIn(FINDINGS)
  finding!: Finding;

  @IsIn(CONTACT_WAYS)
  how!: ContactWay;

  @Optional()
  @Words(1, 1000)
  words?: string;
}

export class ConfirmTicket {
  @Optional()
  @Words(1, 1000)
  words?: string;
}

export class ReopenTicket {
  /** What is still not right. */
  @Words(2, 1000)
  words!: string;
}

export class WithdrawTicket {
  @Optional()
  @Words(1, 300)
  words?: string;
}

export class ReassignTicket {
  @Id()
  holderId!: string;

  @Words(2, 300)
  words!: string;
}

export class RegradeTicket {
  @IsIn(GRADES)
  grade!: Grade;

  @Words(2, 300)
  words!: string;
}

export class RemarkTicket {
  @Words(1, 1000)
  words!: string;

  /** True when the requester shall read it too. */
  @IsBoolean()
  shown!: boolean;
}

export class FollowTicket {
  /** `幸-20261123-0007`, or its digits alone; digits of any script, dashes of any kind and spaces are forgiven. */
  @IsString()
  @Matches(/^\S{0,4}\s*[-－—–−]?\s*[\d０-９༠-༩]{8}\s*[-－—–−]?\s*[\d０-９༠-༩]{4,6}$/)
  number!: string;

  /** Ten characters handed out when a guest filed, as people write them. */
  @IsString()
  @Matches(/^(?:[\s\-－—–−]*[\dA-Za-z０-９Ａ-Ｚａ-ｚ༠-༩]){10}\s*$/)
  @Length(10, 24)
  code!: string;
}

/** Gives a guest's ticket to a resident of its household. */
export class AttributeTicket {
  @Id()
  residentId!: string;
}
