/** What callers give about lists that are put up, objections to them, and points taken back. */
import { IsBoolean } from 'class-validator';
import { Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

export class ObjectToList {
  /** The line of the list that is wrong; the list as a whole without it. */
  @Optional()
  @Id()
  attendanceId?: string;

  @Words(2, 500)
  words!: string;
}

export class JudgeObjection {
  /** It is right: the line that it names does not count. */
  @IsBoolean()
  upheld!: boolean;

  @Words(2, 500)
  words!: string;
}

export class AskTakeBack {
  @Words(2, 300)
  reason!: string;
}

export class DecideTakeBack {
  @IsBoolean()
  agreed!: boolean;
}

export class TakeBackQuery extends PageQuery {}
