/** What callers give to the routes of media, and to any other route along with words. */
import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { ASCII, Id, Ids, NumberInQuery, Optional } from '../kernel/fields';
import { MEDIA_KINDS, MOST_BYTES, MOST_PHOTOS, type MediaKind } from './terms';

/** Beyond any file of a phone: what lies between this and a kind's own limit is told in words. */
const ABSURD_SIZE = 1_000_000_000;

export class StartUpload {
  @IsIn(MEDIA_KINDS)
  kind!: MediaKind;

  /** In bytes; more than `MOST_BYTES` of its kind is MEDIA_TOO_LARGE or VOICE_TOO_LONG. */
  @IsInt()
  @Min(1)
  @Max(ABSURD_SIZE)
  size!: number;

  /** SHA-256 of the file, hex in small letters. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

export class SendQuery {
  /** Where these bytes begin: as many as the server already has. */
  @NumberInQuery()
  @IsInt()
  @Min(0)
  @Max(MOST_BYTES.photo)
  offset!: number;
}

export const VARIANTS = ['full', 'thumb'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Media of the caller's own, uploaded and not used elsewhere; otherwise MEDIA_NOT_YOURS. */
export class WithMedia {
  @Optional()
  @Ids(1, MOST_PHOTOS)
  photoIds?: string[];

  @Optional()
  @Id()
  voiceId?: string;
}

/** What makes a link private: until when, and the proof that this server said so. */
export class LinkQuery {
  /** Seconds since 1970. */
  @NumberInQuery()
  @IsInt()
  @Min(0)
  @Max(9_999_999_999)
  until!: number;

  @ASCII(43, 43)
  proof!: string;
}

export class PhotoQuery extends LinkQuery {
  @IsIn(VARIANTS)
  variant!: Variant;
}
