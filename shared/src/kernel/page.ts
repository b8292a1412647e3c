/** Lists come in pages with an opaque cursor, never with an offset. */
import { IsInt, Max, MaxLength, Min } from 'class-validator';
import { ASCII, NumberInQuery, Optional } from './fields';

export interface Page<T> {
  items: T[];
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

export class PageQuery {
  @Optional()
  @ASCII(8, 400)
  cursor?: string;

  /** Rows a page, 1 to 100. */
  @Optional()
  @NumberInQuery()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export const PAGE_SIZE = 20;

export class SearchPageQuery extends PageQuery {
  @Optional()
  @MaxLength(60)
  q?: string;
}
