/** Packets of Opus, whatever container they came in: how long each sounds, and the two facts a player needs. */
import { fail } from '../../platform/http/fail';

export interface OpusTrack {
  channels: number;
  /** Samples at 48 kHz that a player drops at the beginning. */
  preSkip: number;
  packets: readonly Buffer[];
}

const HALF_MS = [20, 40, 80, 120] as const;
const HYBRID = [20, 40] as const;
const CELT = [5, 10, 20, 40] as const;
/** A packet may sound for 120 ms. */
const LONGEST = 120;

/** Milliseconds of one frame, by the five bits that open a packet (RFC 6716, 3.1). */
function frameMillis(config: number): number {
  if (config < 12) return (HALF_MS[config & 3] ?? 0) / 2;
  if (config < 16) return (HYBRID[config & 1] ?? 0) / 2;
  return (CELT[config & 3] ?? 0) / 2;
}

/** Milliseconds. @throws MEDIA_DAMAGED when no packet of Opus says that */
export function packetMillis(packet: Buffer): number {
  const [toc, second = 0] = packet;
  if (toc === undefined) return fail('MEDIA_DAMAGED');
  const code = toc & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : second & 63;
  const millis = frames * frameMillis(toc >> 3);
  return frames === 0 || millis > LONGEST ? fail('MEDIA_DAMAGED') : millis;
}

const MARK = 'OpusHead';

/** Channels and pre-skip from an identification header (RFC 7845, 5.1). */
export function readOpusHead(head: Buffer): Omit<OpusTrack, 'packets'> {
  const channels = head[9] ?? 0;
  const known = head.length >= 19 && head.subarray(0, 8).toString('latin1') === MARK;
  if (!known || channels < 1 || channels > 2 || head[18] !== 0) return fail('MEDIA_KIND_UNKNOWN');
  return { channels, preSkip: head.readUInt16LE(10) };
}

export function writeOpusHead({ channels, preSkip }: Omit<OpusTrack, 'packets'>): Buffer {
  const head = Buffer.alloc(19);
  head.write(MARK, 'latin1');
  head.writeUInt8(1, 8);
  head.writeUInt8(channels, 9);
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(48_000, 12);
  return head;
}
