/** The sound of an MP4 file, as iPhones and some browsers record it: AAC or Opus, one track, without all that lies around. */
import { fail } from '../../platform/http/fail';
import { AAC_RATES, writeAac, type AacConfig } from './aac-frames';
import { boxAt, boxesAt, boxesIn, type Box } from './mp4-boxes';
import { samplesByFragments, samplesByTables } from './mp4-samples';
import type { Voice } from './voice';
import { writeWebm } from './webm-elements';

/** A sample entry of sound has 28 bytes of its own before its boxes. */
const ENTRY = 28;
const AAC = 0x40;
/** AAC-LC, and the two that are AAC-LC with something for better ears on top. */
const LOW = 2;
const ON_TOP = [5, 29];

/** Bits, the highest first. */
function bitsOf(bytes: Buffer): (count: number) => number {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let n = 0; n < count; n++, at++) value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
    return value;
  };
}

/** AudioSpecificConfig (ISO 14496-3, 1.6.2.1). */
function configOf(bytes: Buffer): AacConfig {
  const take = bitsOf(bytes);
  const object = take(5);
  const rateIndex = take(4);
  const channels = take(4);
  const known = object === LOW || ON_TOP.includes(object);
  if (!known || rateIndex >= AAC_RATES.length || channels < 1 || channels > 2) return fail('MEDIA_KIND_UNKNOWN');
  return { rateIndex, channels };
}

/** Descriptors lie in one another, each a tag and a length of up to four bytes. */
function descriptor(bytes: Buffer, at: number): { tag: number; from: number } {
  let from = at + 1;
  while (from < at + 4 && ((bytes[from] ?? 0) & 0x80) !== 0) from++;
  return { tag: bytes[at] ?? 0, from: from + 1 };
}

function aacConfig(bytes: Buffer, esds: Box): AacConfig {
  const stream = descriptor(bytes, esds.from + 4);
  const flags = bytes[stream.from + 2] ?? 0;
  if (stream.tag !== 3 || (flags & 0xe0) !== 0) return fail('MEDIA_KIND_UNKNOWN');
  const decoder = descriptor(bytes, stream.from + 3);
  if (decoder.tag !== 4 || bytes[decoder.from] !== AAC) return fail('MEDIA_KIND_UNKNOWN');
  const config = descriptor(bytes, decoder.from + 13);
  return config.tag === 5 ? configOf(bytes.subarray(config.from, config.from + 5)) : fail('MEDIA_KIND_UNKNOWN');
}

/** @throws MEDIA_KIND_UNKNOWN for pictures, several tracks and other codecs; MEDIA_DAMAGED where tables and data do not fit */
export function readMp4(bytes: Buffer): Voice {
  const moov = boxAt(bytes, ['moov']);
  const [track, another] = boxesAt(bytes, ['trak'], moov);
  if (!track || another) return fail('MEDIA_KIND_UNKNOWN');
  const handler = boxAt(bytes, ['mdia', 'hdlr'], track);
  if (bytes.subarray(handler.from + 8, handler.from + 12).toString('latin1') !== 'soun') fail('MEDIA_KIND_UNKNOWN');
  const stbl = boxAt(bytes, ['mdia', 'minf', 'stbl'], track);
  const entries = boxAt(bytes, ['stsd'], stbl);
  const [entry] = boxesIn(bytes, entries.from + 8, entries.to);
  if (!entry) return fail('MEDIA_DAMAGED');
  const inside = { ...entry, from: entry.from + ENTRY };
  const samples = [...samplesByTables(bytes, stbl), ...samplesByFragments(bytes)].filter(({ length }) => length > 0);
  if (samples.length < 2) return fail('MEDIA_DAMAGED');
  if (entry.type === 'mp4a') return writeAac(samples, aacConfig(bytes, boxAt(bytes, ['esds'], inside)));
  if (entry.type !== 'Opus') return fail('MEDIA_KIND_UNKNOWN');
  const { from } = boxAt(bytes, ['dOps'], inside);
  const [channels = 0, preSkip] = [bytes[from + 1], bytes.readUInt16BE(from + 2)];
  return channels < 1 || channels > 2 ? fail('MEDIA_KIND_UNKNOWN') : writeWebm({ channels, preSkip, packets: samples });
}
