/** Opus in Ogg, as Firefox records it: pages put together to packets, comments left out. */
import { fail } from '../../platform/http/fail';
import { readOpusHead, type OpusTrack } from './opus-packets';
import { MOST_FRAMES } from './voice';

const PAGE = 27;

export const isOgg = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'OggS';

/** Packets of the first stream, in order; a second stream is none of ours. */
function packetsOf(bytes: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  let open: Buffer[] = [];
  let serial: number | undefined;
  for (let at = 0; at + PAGE <= bytes.length && packets.length <= MOST_FRAMES;) {
    if (!isOgg(bytes.subarray(at)) || bytes[at + 4] !== 0) break;
    const count = bytes[at + 26] ?? 0;
    const sizes = [...bytes.subarray(at + PAGE, at + PAGE + count)];
    serial ??= bytes.readUInt32LE(at + 14);
    if (bytes.readUInt32LE(at + 14) !== serial) return fail('MEDIA_KIND_UNKNOWN');
    at += PAGE + count;
    for (const size of sizes) {
      if (at + size > bytes.length) return packets;
      open.push(bytes.subarray(at, at + size));
      at += size;
      if (size === 255) continue;
      packets.push(Buffer.concat(open));
      open = [];
    }
  }
  return packets;
}

/** @throws MEDIA_KIND_UNKNOWN for Vorbis, Speex and pictures, MEDIA_DAMAGED for no sound at all */
export function readOgg(bytes: Buffer): OpusTrack {
  const [head, , ...packets] = packetsOf(bytes);
  if (!head) return fail('MEDIA_DAMAGED');
  return { ...readOpusHead(head), packets: packets.filter((packet) => packet.length > 0) };
}
