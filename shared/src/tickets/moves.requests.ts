/** What each action of the flow is given. */
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Id, Optional, UnlessGiven, Words } from '../kernel/fields';
import { WithMedia } from '../media/requests';
import {
  CONTACT_WAYS,
  DECLINE_REASONS,
  FINDINGS,
  GRADES,
  OUTCOMES,
  SATISFACTIONS,
  SURVEY_WAYS,
  type ContactWay,
  type DeclineReason,
  type Finding,
  type Grade,
  type Outcome,
  type Satisfaction,
  type SurveyWay,
} from './terms';

export class AcceptTicket {
  @IsIn(GRADES)
  grade!: Grade;

  /** A visit to the place is needed; where the grade always asks for one this changes nothing. */
  @Optional()
  @IsBoolean()
  onSite?: boolean;
}

export class DeclineTicket {
  @IsIn(DECLINE_REASONS)
  reason!: DeclineReason;

  /** Where to go instead. */
  @Words(2, 300)
  words!: string;
}

export class ContestDecline extends WithMedia {
  @UnlessGiven('voiceId')
  @Words(2, 1000)
  words?: string;
}

export class ContactRequester extends WithMedia {
  @IsIn(CONTACT_WAYS)
  how!: ContactWay;

  /** What was seen and said. */
  @Words(2, 1000)
  words!: string;

  @Optional()
  @Words(1, 120)
  place?: string;
}

export class ResolveTicket extends WithMedia {
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

export class ReopenTicket extends WithMedia {
  /** What is still not right; may be left out where it is said by voice. */
  @UnlessGiven('voiceId')
  @Words(2, 1000)
  words?: string;
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

export class RemarkTicket extends WithMedia {
  @Words(1, 1000)
  words!: string;

  /** True when the requester shall read it too. */
  @IsBoolean()
  shown!: boolean;
}

/** A question without whose answer the work cannot go on; the time to resolve stands still meanwhile. */
export class AskRequester {
  @IsIn(CONTACT_WAYS)
  how!: ContactWay;

  @Words(2, 500)
  words!: string;
}

export class AnswerQuestion extends WithMedia {
  @UnlessGiven('voiceId')
  @Words(1, 1000)
  words?: string;
}

/** The survey, once for each closing. */
export class RateTicket {
  @IsIn(SATISFACTIONS)
  satisfied!: Satisfaction;

  /** Answered by the requester, read aloud to them, or on paper. */
  @IsIn(SURVEY_WAYS)
  how!: SurveyWay;

  @Optional()
  @Words(1, 1000)
  words?: string;
}

/** Some time after the closing: does it hold? `not_solved` of a withdrawal: it was not of their own will. */
export class RevisitTicket {
  @IsIn(FINDINGS.filter((finding) => finding !== 'not_reached'))
  finding!: Exclude<Finding, 'not_reached'>;

  @IsIn(CONTACT_WAYS)
  how!: ContactWay;

  @Optional()
  @Words(1, 1000)
  words?: string;
}

/**
 * A request to an outside body. It reads these words and sees these media, and nothing else that is on the ticket; here they
 * may be media that hang on the ticket already.
 */
export class CoordinateTicket extends WithMedia {
  @Id()
  organisationId!: string;

  @Words(2, 1000)
  words!: string;

  /** The body has to reach the requester: it is shown name and phone. */
  @IsBoolean()
  withContact!: boolean;
}

export class RecallRequest {
  @Id()
  requestId!: string;

  @Words(2, 300)
  words!: string;
}

export class EscalateTicket {
  @Words(2, 500)
  words!: string;
}

export class ExtendTicket {
  /** Natural days on top; not more than the time there was. */
  @IsInt()
  @Min(1)
  @Max(30)
  days!: number;

  @Words(2, 500)
  words!: string;
}

export class AppointVerifier {
  @Id()
  verifierId!: string;
}
