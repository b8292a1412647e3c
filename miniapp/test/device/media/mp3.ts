/** Sound as WeChat records it: MP3 of 16 kHz and 48 kbit/s, silent but true to the last frame. */

/** Milliseconds of one frame. */
const FRAME = 36;
/** MPEG 2, layer III, 48 kbit/s, 16 kHz, mono. */
const HEAD = [0xff, 0xf3, 0x68, 0xc4];
const FRAME_BYTES = 216;

export function recordingOf(milliseconds: number): Buffer {
  const frame = Buffer.concat([Buffer.from(HEAD), Buffer.alloc(FRAME_BYTES - HEAD.length)]);
  return Buffer.concat(Array.from({ length: Math.max(1, Math.round(milliseconds / FRAME)) }, () => frame));
}

const MPEG_1 = 3;
const LAYER_III = 1;

/** Of an MP3 of one bit rate; undefined for what is none. */
export function millisecondsOf(bytes: Buffer): number | undefined {
  const [first = 0, second = 0] = bytes;
  const layer = (second >> 1) & 3;
  const isMp3 = first === 0xff && second >> 5 === 7 && layer === LAYER_III && ((second >> 3) & 3) !== MPEG_1;
  return isMp3 ? (bytes.length / FRAME_BYTES) * FRAME : undefined;
}
