/** What outside bodies give to their routes. */
import { IsIn } from 'class-validator';
import { Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { WithMedia } from '../media/requests';
import { RETURN_REASONS, type ReturnReason } from './terms';

export class ReplyToRequest extends WithMedia {
  /** What was done, or will be. */
  @Words(2, 1000)
  words!: string;
}

export class ReturnRequest {
  @IsIn(RETURN_REASONS)
  reason!: ReturnReason;

  /** The rule or fact that it is not theirs. */
  @Words(2, 500)
  words!: string;
}

export class CoordinationQuery extends PageQuery {
  @Optional()
  @IsIn(['open', 'ended'])
  state?: 'open' | 'ended';
}
