/** Where the samples of an MP4's only track lie, by its tables or, in pieces as Safari records it, by its fragments. */
import { fail } from '../../platform/http/fail';
import { boxAt, boxesAt, boxesIn, type Box } from './mp4-boxes';
import { MOST_FRAMES } from './voice';

const few = (count: number): number => (count > MOST_FRAMES ? fail('MEDIA_DAMAGED') : count);

const slice = (bytes: Buffer, at: number, size: number): Buffer =>
  size < 0 || at < 0 || at + size > bytes.length ? fail('MEDIA_DAMAGED') : bytes.subarray(at, at + size);

/** Behind version and flags: a count, then so many 32-bit numbers in groups of `width`. */
function table(bytes: Buffer, box: Box, width: number): number[][] {
  const count = few(bytes.readUInt32BE(box.from + 4));
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: width }, (__, column) => bytes.readUInt32BE(box.from + 8 + 4 * (row * width + column))),
  );
}

function sizesOf(bytes: Buffer, stbl: Box): number[] {
  const { from } = boxAt(bytes, ['stsz'], stbl);
  const [same, count] = [bytes.readUInt32BE(from + 4), few(bytes.readUInt32BE(from + 8))];
  return Array.from({ length: count }, (_, i) => (same > 0 ? same : bytes.readUInt32BE(from + 12 + 4 * i)));
}

function chunksOf(bytes: Buffer, stbl: Box): number[] {
  const [long] = boxesAt(bytes, ['co64'], stbl);
  if (!long) return table(bytes, boxAt(bytes, ['stco'], stbl), 1).map(([at = 0]) => at);
  const count = few(bytes.readUInt32BE(long.from + 4));
  return Array.from({ length: count }, (_, i) => Number(bytes.readBigUInt64BE(long.from + 8 + 8 * i)));
}

/** Chunks hold as many samples as the entry says that is in force from their number on. */
export function samplesByTables(bytes: Buffer, stbl: Box): Buffer[] {
  const sizes = sizesOf(bytes, stbl);
  const runs = table(bytes, boxAt(bytes, ['stsc'], stbl), 3);
  const samples: Buffer[] = [];
  let run = 0;
  chunksOf(bytes, stbl).forEach((start, chunk) => {
    while ((runs[run + 1]?.[0] ?? Infinity) <= chunk + 1) run++;
    let at = start;
    for (let n = runs[run]?.[1] ?? 0; n > 0 && samples.length < sizes.length; n--) {
      const size = sizes[samples.length] ?? 0;
      samples.push(slice(bytes, at, size));
      at += size;
    }
  });
  return samples;
}

/** Optional fields of `tfhd`, in their order: bit of the flags, width. */
const TRACK_FIELDS = [
  [0x1, 8],
  [0x2, 4],
  [0x8, 4],
] as const;

/** The size that all samples of a fragment have where none is given, and where its data are counted from. */
function defaults(bytes: Buffer, moof: Box, tfhd: Box): { size: number; base: number } {
  const flags = bytes.readUInt32BE(tfhd.from) & 0xffffff;
  let at = tfhd.from + 8;
  const base = flags & 0x1 ? Number(bytes.readBigUInt64BE(at)) : moof.at;
  for (const [bit, width] of TRACK_FIELDS) if (flags & bit) at += width;
  return { size: flags & 0x10 ? bytes.readUInt32BE(at) : 0, base };
}

function samplesOfRun(
  bytes: Buffer,
  trun: Box,
  { size, base }: { size: number; base: number },
  from: number,
): Buffer[] {
  const flags = bytes.readUInt32BE(trun.from) & 0xffffff;
  const count = few(bytes.readUInt32BE(trun.from + 4));
  let at = trun.from + 8;
  let data = from;
  if (flags & 0x1) {
    data = base + bytes.readInt32BE(at);
    at += 4;
  }
  if (flags & 0x4) at += 4;
  const width = 4 * [0x100, 0x200, 0x400, 0x800].filter((bit) => flags & bit).length;
  const sizeAt = flags & 0x100 ? 4 : 0;
  return Array.from({ length: count }, (_, i) => {
    const own = flags & 0x200 ? bytes.readUInt32BE(at + i * width + sizeAt) : size;
    data += own;
    return slice(bytes, data - own, own);
  });
}

export function samplesByFragments(bytes: Buffer): Buffer[] {
  const samples: Buffer[] = [];
  for (const moof of boxesIn(bytes).filter(({ type }) => type === 'moof')) {
    for (const traf of boxesAt(bytes, ['traf'], moof)) {
      const given = defaults(bytes, moof, boxAt(bytes, ['tfhd'], traf));
      let from = given.base;
      for (const trun of boxesAt(bytes, ['trun'], traf)) {
        const run = samplesOfRun(bytes, trun, given, from);
        samples.push(...run);
        from += run.reduce((sum, sample) => sum + sample.length, 0);
        few(samples.length);
      }
    }
  }
  return samples;
}
