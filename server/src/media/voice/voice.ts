/** A voice message as it is kept: its frames and nothing else, and how long they sound. */

export interface Voice {
  bytes: Buffer;
  millis: number;
}

/** No more frames than this sound within a minute, whatever the codec; tables that promise more are lies. */
export const MOST_FRAMES = 30_000;
