/** What callers give to the routes of imports. */
import { IsBoolean, IsIn } from 'class-validator';
import { Id, Optional, Words } from '../kernel/fields';
import { PageQuery } from '../kernel/page';
import { REVEAL_REASONS, type RevealReason } from './requests';

/** Bytes of an uploaded spreadsheet. */
export const IMPORT_MAX = 8_000_000;
/** Rows of all its sheets. */
export const IMPORT_ROWS_MAX = 60_000;
/** Rows of the sheet of people: their passwords are made in one go. */
export const IMPORT_ROLES_MAX = 1000;

/** Of which community; without it the first in which the caller may import. */
export class RegisterQuery {
  @Optional()
  @Id()
  communityId?: string;
}

export class UploadImport extends RegisterQuery {
  /** As it is called on the clerk's machine. */
  @Words(1, 120)
  name!: string;
}

export const ROW_GROUPS = ['wrong', 'held', 'new', 'changed', 'kept'] as const;
/** `wrong`: to be mended. `held`: waits for such a row. `kept`: stayed when the import was taken back. */
export type RowGroup = (typeof ROW_GROUPS)[number];

export class ImportRowQuery extends PageQuery {
  @IsIn(ROW_GROUPS)
  group!: RowGroup;
}

export class ApplyImport {
  /** Take the good rows over although others are wrong; refused without it while there are any. */
  @IsBoolean()
  skipWrong!: boolean;
}

export class ImportQuery extends PageQuery {
  @Optional()
  @Id()
  communityId?: string;
}

export class ExportQuery extends RegisterQuery {
  /** Why names and phones are needed in the clear; they are masked without it. */
  @Optional()
  @IsIn(REVEAL_REASONS)
  reason?: RevealReason;
}
