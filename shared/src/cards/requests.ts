/** What callers give to the routes of cards. */
import { IsIn, IsString, Matches, ValidateIf } from 'class-validator';
import { ASCII, Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';

export class ScanCard {
  /** What the card's link carries; 22 characters, read tolerantly. */
  @ASCII(4, 64)
  token!: string;
}

export class LookUpCard {
  /** The six digits printed on the card; left out where the card itself was scanned. */
  @ValidateIf(({ shortCode, token }: LookUpCard) => shortCode !== undefined || token === undefined)
  @IsString()
  @Matches(/^\d{6}$/)
  shortCode?: string;

  /** What the card's link carries, read tolerantly. */
  @Optional()
  @ASCII(4, 64)
  token?: string;
}

export class CardQuery extends PageQuery {
  @Optional()
  @Id()
  householdId?: string;

  @Optional()
  @Id()
  gridId?: string;
}

export class IssueCard {
  @Id()
  householdId!: string;
}

export const CARD_ENDINGS = ['lost', 'moved_out', 'damaged', 'misused'] as const;
export type CardEnding = (typeof CARD_ENDINGS)[number];

export class EndCard {
  @IsIn(CARD_ENDINGS)
  because!: CardEnding;
}

export class ReadCardLink {
  @Words(2, 200)
  reason!: string;
}
