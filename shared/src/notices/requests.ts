/** What callers give to the routes of notices. */
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsString, Matches } from 'class-validator';
import { Optional, ULID_PATTERN } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

export class InboxQuery extends PageQuery {
  @Optional()
  @IsIn(['unread'])
  only?: 'unread';
}

/** Either some ids or everything. */
export class MarkRead {
  @Optional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @Matches(ULID_PATTERN, { each: true })
  ids?: string[];

  @Optional()
  @IsBoolean()
  all?: boolean;
}
