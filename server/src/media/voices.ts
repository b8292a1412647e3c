/** Voice messages: the container is told by its content, the length by its frames, and only frames are kept. */
import { MOST_SECONDS } from '@sevengrid/shared/media/terms';
import { fail } from '../platform/http/fail';
import { isAac, readAac } from './voice/aac-frames';
import { isMp3, readMp3 } from './voice/mp3-frames';
import { isMp4 } from './voice/mp4-boxes';
import { readMp4 } from './voice/mp4-track';
import { isOgg, readOgg } from './voice/ogg-pages';
import type { Voice } from './voice/voice';
import { isWebm, readWebm, writeWebm } from './voice/webm-elements';

interface Container {
  is: (bytes: Buffer) => boolean;
  read: (bytes: Buffer) => Voice;
}

/** Of frames alone, which are known by a few bits, the last. */
const CONTAINERS: readonly Container[] = [
  { is: isWebm, read: (bytes) => writeWebm(readWebm(bytes)) },
  { is: isOgg, read: (bytes) => writeWebm(readOgg(bytes)) },
  { is: isMp4, read: readMp4 },
  { is: isAac, read: readAac },
  { is: isMp3, read: readMp3 },
];

/** A number in the file led out of it. */
const leadsOut = (error: unknown): boolean =>
  ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(String((error as { code?: unknown }).code));

/** Milliseconds by which recorders run over. */
const OVERRUN = 1_500;
/** A shorter one says nothing. */
const SHORTEST = 200;

/**
 * MP3 and AAC stay what they are, frame by frame; Opus, whatever it came in, is kept in WebM.
 * @throws MEDIA_KIND_UNKNOWN, MEDIA_DAMAGED, VOICE_TOO_LONG
 */
export function cleanVoice(bytes: Buffer): Voice {
  const container = CONTAINERS.find(({ is }) => is(bytes)) ?? fail('MEDIA_KIND_UNKNOWN');
  let voice: Voice;
  try {
    voice = container.read(bytes);
  } catch (error) {
    if (!leadsOut(error)) throw error;
    return fail('MEDIA_DAMAGED', {}, error);
  }
  if (voice.millis < SHORTEST) return fail('MEDIA_DAMAGED');
  return voice.millis > 1000 * MOST_SECONDS + OVERRUN ? fail('VOICE_TOO_LONG') : voice;
}
