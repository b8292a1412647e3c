/** What is asked of monthly statements, and what either side says of them. */
import { IsString, Matches } from 'class-validator';
import { Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

export class StatementQuery extends PageQuery {
  @Optional()
  @Id()
  merchantId?: string;
}

export class DrawUpStatement {
  @Id()
  merchantId!: string;

  /** The month, `2026-11`; it must be over. */
  @IsString()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month!: string;

  @Optional()
  @Id()
  communityId?: string;
}

export class SayOfStatement {
  @Words(1, 500)
  words!: string;
}
