/** What callers give to the routes of tickets. */
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { Day, Id, Optional, Part, Phone, UnlessGiven, Words } from '../kernel/fields';
import { PageQuery, SearchPageQuery } from '../kernel/page';
import { WithMedia } from '../media/requests';
import { CHANNELS, CONSENTS, PHASES, type Channel, type Consent, type Phase } from './terms';

/** Somebody a ticket is about or from, as typed by whoever files it. */
export class Party {
  @Words(1, 60)
  name!: string;

  @Optional()
  @Phone()
  phone?: string;
}

export class OpenTicket extends WithMedia {
  @Id()
  categoryId!: string;

  /** What is wrong, in one sentence or more; may be left out where it is said by voice. */
  @UnlessGiven('voiceId')
  @Words(2, 1000)
  words?: string;

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

  /** Who asks, where staff find them in the household's register; their name and phone are taken from there. */
  @Optional()
  @Id()
  residentId?: string;

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

/** From and to are days of the leave, both included. */
export class LeaveWithIt {
  @Day()
  from!: string;

  @Day()
  to!: string;
}

/** All open work of one person into the hands of another. */
export class HandOver {
  @Id()
  fromId!: string;

  @Id()
  toId!: string;

  @Words(2, 300)
  words!: string;

  @Optional()
  @Part(() => LeaveWithIt)
  leave?: LeaveWithIt;
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
