/** MPEG audio layer III, as WeChat records it: frame after frame, without the tags before, between and behind. */
import { fail } from '../../platform/http/fail';
import { MOST_FRAMES, type Voice } from './voice';

/** Kilobits a second, by the four bits of the header: MPEG 1, then MPEG 2 and 2.5. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const;

interface Frame {
  length: number;
  millis: number;
  /** Version and sampling rate, the same in all frames of one recording. */
  like: string;
  isFirstMpeg: boolean;
  mono: boolean;
}

/** The frame that begins at `at`, or null where none does. */
function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length) return null;
  const head = bytes.readUInt32BE(at);
  // Eleven bits of sync, then version, then layer III.
  if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1) return null;
  const version = (head >>> 19) & 3;
  const base = SAMPLE_RATES[(head >>> 10) & 3];
  const isFirstMpeg = version === 3;
  const kilobits = RATES[isFirstMpeg ? 0 : 1][(head >>> 12) & 15];
  if (version === 1 || !base || !kilobits) return null;
  const rate = isFirstMpeg ? base : version === 2 ? base / 2 : base / 4;
  const padding = (head >>> 9) & 1;
  const samples = isFirstMpeg ? 1152 : 576;
  const length = Math.floor((samples * 125 * kilobits) / rate) + padding;
  return {
    length,
    millis: (samples * 1000) / rate,
    like: `${version} ${rate}`,
    isFirstMpeg,
    mono: ((head >>> 6) & 3) === 3,
  };
}

/** Where the sound begins behind a tag of ID3v2, whose pictures and comments are passed over. */
export function behindTag(bytes: Buffer): number {
  if (bytes.subarray(0, 3).toString('latin1') !== 'ID3' || bytes.length < 10) return 0;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
  const footer = ((bytes[5] ?? 0) & 0x10) === 0 ? 0 : 10;
  return 10 + (((a & 127) << 21) | ((b & 127) << 14) | ((c & 127) << 7) | (d & 127)) + footer;
}

/** The first frame of many encoders is no sound but a table, with the encoder's name in it. */
function isTable(bytes: Buffer, at: number, { isFirstMpeg, mono }: Frame): boolean {
  const side = isFirstMpeg ? (mono ? 17 : 32) : mono ? 9 : 17;
  const marks = [bytes.subarray(at + 4 + side, at + 8 + side), bytes.subarray(at + 36, at + 40)];
  return marks.some((mark) => ['Xing', 'Info', 'VBRI'].includes(mark.toString('latin1')));
}

export const isMp3 = (bytes: Buffer): boolean => frameAt(bytes, behindTag(bytes)) !== null;

/** @throws MEDIA_DAMAGED when fewer than two frames follow one another */
export function readMp3(bytes: Buffer): Voice {
  const kept: Buffer[] = [];
  let millis = 0;
  let like: string | undefined;
  for (let at = behindTag(bytes), n = 0; n < MOST_FRAMES; n++) {
    const frame = frameAt(bytes, at);
    if (!frame || at + frame.length > bytes.length || (like !== undefined && frame.like !== like)) break;
    like = frame.like;
    if (n > 0 || !isTable(bytes, at, frame)) {
      kept.push(bytes.subarray(at, at + frame.length));
      millis += frame.millis;
    }
    at += frame.length;
  }
  return kept.length < 2 ? fail('MEDIA_DAMAGED') : { bytes: Buffer.concat(kept), millis };
}
