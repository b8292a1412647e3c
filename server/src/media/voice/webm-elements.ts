/** Opus in WebM: read as browsers record it (lengths unknown, no duration), written anew with both and without tags. */
import { fail } from '../../platform/http/fail';
import { packetMillis, readOpusHead, writeOpusHead, type OpusTrack } from './opus-packets';
import { MOST_FRAMES, type Voice } from './voice';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const CLUSTER = 0x1f43b675;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const SIMPLE_BLOCK = 0xa3;
const TRACK_TYPE = 0x83;
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63a2;
const AUDIO = 2;
/** What is read for what lies in it. */
const PARENTS = new Set([SEGMENT, TRACKS, TRACK, CLUSTER, BLOCK_GROUP]);

export const isWebm = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32BE(0) === EBML;

interface Found {
  id: number;
  /** Of parents, only where it begins. */
  data: Buffer;
}

/** A number of as many bytes as its first byte says; `marked` keeps the mark, as ids do. Null means that no length is known. */
function variable(bytes: Buffer, at: number, marked: boolean): { value: number | null; next: number } {
  const first = bytes[at] ?? fail('MEDIA_DAMAGED');
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return fail('MEDIA_DAMAGED');
  let value = marked ? first : first & (0xff >> length);
  let unknown = !marked && value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    unknown &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: unknown ? null : value, next: at + length };
}

/** Every element in order, parents before what is in them; clusters of unknown length simply end where the next begins. */
function* elements(bytes: Buffer): Generator<Found> {
  for (let at = 0, n = 0; at < bytes.length && n < 3 * MOST_FRAMES; n++) {
    const { value: id, next } = variable(bytes, at, true);
    const { value: length, next: start } = variable(bytes, next, false);
    if (id === null) return;
    if (PARENTS.has(id)) {
      yield { id, data: bytes.subarray(start, start) };
      at = start;
      continue;
    }
    // A recording that was cut off ends in the middle of an element.
    if (length === null || start + length > bytes.length) return;
    yield { id, data: bytes.subarray(start, start + length) };
    at = start + length;
  }
}

/** What a block carries behind track number, time and flags; laced blocks are no recorder's. */
function packetOf(block: Buffer): Buffer {
  const { next } = variable(block, 0, false);
  const flags = block[next + 2] ?? fail('MEDIA_DAMAGED');
  return (flags & 6) === 0 ? block.subarray(next + 3) : fail('MEDIA_KIND_UNKNOWN');
}

/** @throws MEDIA_KIND_UNKNOWN for anything but one track of Opus */
export function readWebm(bytes: Buffer): OpusTrack {
  const packets: Buffer[] = [];
  const types: number[] = [];
  let codec = '';
  let head: Buffer | undefined;
  for (const { id, data } of elements(bytes)) {
    if (id === TRACK_TYPE) types.push(data[data.length - 1] ?? 0);
    if (id === CODEC) codec = data.toString('latin1');
    if (id === CODEC_PRIVATE) head = data;
    if (id === BLOCK || id === SIMPLE_BLOCK) packets.push(packetOf(data));
    if (packets.length > MOST_FRAMES) break;
  }
  if (types.length !== 1 || types[0] !== AUDIO || codec !== 'A_OPUS' || !head) return fail('MEDIA_KIND_UNKNOWN');
  return { ...readOpusHead(head), packets: packets.filter((packet) => packet.length > 0) };
}

const idBytes = (id: number): Buffer => Buffer.from(id.toString(16), 'hex');

function element(id: number, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  // Four bytes of length are enough for anything of ours.
  const length = Buffer.alloc(4);
  length.writeUInt32BE((0x10000000 | data.length) >>> 0);
  return Buffer.concat([idBytes(id), length, data]);
}

const text = (id: number, value: string): Buffer => element(id, Buffer.from(value, 'latin1'));

function whole(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  return element(id, bytes);
}

function real(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

const headOfFile = (): Buffer =>
  element(
    EBML,
    whole(0x4286, 1),
    whole(0x42f7, 1),
    whole(0x42f2, 4),
    whole(0x42f3, 8),
    text(0x4282, 'webm'),
    whole(0x4287, 4),
    whole(0x4285, 2),
  );

const track = (opus: OpusTrack): Buffer =>
  element(
    TRACKS,
    element(
      TRACK,
      whole(0xd7, 1),
      whole(0x73c5, 1),
      whole(TRACK_TYPE, AUDIO),
      text(CODEC, 'A_OPUS'),
      whole(0x56aa, Math.round((opus.preSkip * 1e9) / 48_000)),
      whole(0x56bb, 80_000_000),
      element(CODEC_PRIVATE, writeOpusHead(opus)),
      element(0xe1, real(0xb5, 48_000), whole(0x9f, opus.channels)),
    ),
  );

/** Milliseconds that one cluster spans. */
const CLUSTER_MILLIS = 5_000;

function* clusters(packets: readonly Buffer[]): Generator<Buffer> {
  let start = 0;
  let now = 0;
  let blocks: Buffer[] = [];
  const cluster = (): Buffer => element(CLUSTER, whole(0xe7, start), ...blocks);
  for (const packet of packets) {
    if (now - start >= CLUSTER_MILLIS) {
      yield cluster();
      [start, blocks] = [Math.round(now), []];
    }
    const head = Buffer.from([0x81, 0, 0, 0x80]);
    head.writeInt16BE(Math.max(0, Math.round(now - start)), 1);
    blocks.push(element(SIMPLE_BLOCK, head, packet));
    now += packetMillis(packet);
  }
  yield cluster();
}

/** @throws MEDIA_DAMAGED when a packet is none of Opus, or there is none */
export function writeWebm(opus: OpusTrack): Voice {
  if (opus.packets.length === 0) return fail('MEDIA_DAMAGED');
  const millis = opus.packets.reduce((sum, packet) => sum + packetMillis(packet), 0);
  const about = element(
    INFO,
    whole(0x2ad7b1, 1_000_000),
    real(0x4489, millis),
    text(0x4d80, 'SevenGrid'),
    text(0x5741, 'SevenGrid'),
  );
  const bytes = Buffer.concat([headOfFile(), element(SEGMENT, about, track(opus), ...clusters(opus.packets))]);
  return { bytes, millis };
}
