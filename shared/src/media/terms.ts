/** Kinds and limits of media: what server and phone both keep to. */

export const MEDIA_KINDS = ['photo', 'voice'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** Bytes of one upload. Phones compress photos to far less; a minute of any voice is below its own. */
export const MOST_BYTES: Readonly<Record<MediaKind, number>> = { photo: 10_485_760, voice: 3_145_728 };

/** Pixels a photo may have, whatever its sides: a 24-megapixel camera's, and what fits in memory once unpacked. */
export const MOST_PIXELS = 26_000_000;

/** Seconds of one voice message. */
export const MOST_SECONDS = 60;

/** Bytes that one request may carry. Small enough for a village's 2G within the server's patience. */
export const MOST_AT_ONCE = 262_144;

/** Photos that go with one entry: a filing, a visit, a result, an answer. */
export const MOST_PHOTOS = 9;

/** The longer side of a photo as it is kept, and of its thumbnail, in pixels. */
export const PHOTO_EDGE = 1600;
export const THUMB_EDGE = 320;
