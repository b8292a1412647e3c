/** AAC as a stream of frames with a header each (ADTS): what some phones record, and what others' are rewritten to. */
import { fail } from '../../platform/http/fail';
import { behindTag } from './mp3-frames';
import { MOST_FRAMES, type Voice } from './voice';

export const AAC_RATES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const;

const SAMPLES = 1024;
const HEAD = 7;

interface Frame {
  length: number;
  millis: number;
  like: string;
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + HEAD > bytes.length) return null;
  // Twelve bits of sync, layer 0.
  if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return null;
  const [b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0] = bytes.subarray(at + 2, at + HEAD);
  const rate = AAC_RATES[(b2 >> 2) & 15];
  const length = ((b3 & 3) << 11) | (b4 << 3) | (b5 >> 5);
  if (!rate || length <= HEAD) return null;
  const blocks = (b6 & 3) + 1;
  return { length, millis: (SAMPLES * blocks * 1000) / rate, like: `${b2 >> 6} ${rate}` };
}

export const isAac = (bytes: Buffer): boolean => frameAt(bytes, behindTag(bytes)) !== null;

/** @throws MEDIA_DAMAGED when fewer than two frames follow one another */
export function readAac(bytes: Buffer): Voice {
  const kept: Buffer[] = [];
  let millis = 0;
  let like: string | undefined;
  for (let at = behindTag(bytes); kept.length < MOST_FRAMES;) {
    const frame = frameAt(bytes, at);
    if (!frame || at + frame.length > bytes.length || (like !== undefined && frame.like !== like)) break;
    like = frame.like;
    kept.push(bytes.subarray(at, at + frame.length));
    millis += frame.millis;
    at += frame.length;
  }
  return kept.length < 2 ? fail('MEDIA_DAMAGED') : { bytes: Buffer.concat(kept), millis };
}

export interface AacConfig {
  /** Place in {@link AAC_RATES}. */
  rateIndex: number;
  channels: number;
}

/** Bare frames of AAC-LC, each with its header. */
export function writeAac(frames: readonly Buffer[], { rateIndex, channels }: AacConfig): Voice {
  const rate = AAC_RATES[rateIndex] ?? fail('MEDIA_DAMAGED');
  const parts = frames.flatMap((frame) => {
    const length = frame.length + HEAD;
    if (length > 0x1fff) fail('MEDIA_DAMAGED');
    const head = Buffer.from([
      0xff,
      0xf1,
      // AAC-LC is object type 2, written as 1.
      (1 << 6) | (rateIndex << 2) | (channels >> 2),
      ((channels & 3) << 6) | (length >> 11),
      (length >> 3) & 255,
      ((length & 7) << 5) | 31,
      0xfc,
    ]);
    return [head, frame];
  });
  return { bytes: Buffer.concat(parts), millis: (frames.length * SAMPLES * 1000) / rate };
}
