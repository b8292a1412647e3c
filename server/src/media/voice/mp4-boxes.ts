/** The boxes of an MP4 file, found by their path; nothing is believed about a length that does not fit. */
import { fail } from '../../platform/http/fail';

export interface Box {
  type: string;
  /** Where the box itself begins in the file. */
  at: number;
  /** Where its content begins and ends. */
  from: number;
  to: number;
}

/** A file has few boxes at one level; a million of eight bytes each are none of a recorder's. */
const MOST_BOXES = 20_000;

export const isMp4 = (bytes: Buffer): boolean => bytes.subarray(4, 8).toString('latin1') === 'ftyp';

/** The boxes that lie side by side between `from` and `to`; what a cut-off file lacks is left out. */
export function boxesIn(bytes: Buffer, from = 0, to = bytes.length): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const short = bytes.readUInt32BE(at);
    const large = short === 1;
    if (large && at + 16 > to) break;
    const length = large ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    const head = large ? 16 : 8;
    if (length < head || at + length > to) break;
    boxes.push({ type: bytes.subarray(at + 4, at + 8).toString('latin1'), at, from: at + head, to: at + length });
    if (boxes.length > MOST_BOXES) return fail('MEDIA_DAMAGED');
    at += length;
  }
  return boxes;
}

/** All boxes at the end of `path`, each step below the one before. */
export function boxesAt(bytes: Buffer, path: readonly string[], within?: Box): Box[] {
  const [type, ...rest] = path;
  if (type === undefined) return within ? [within] : [];
  return boxesIn(bytes, within?.from, within?.to)
    .filter((box) => box.type === type)
    .flatMap((box) => boxesAt(bytes, rest, box));
}

/** The one box at the end of `path`. @throws MEDIA_DAMAGED */
export function boxAt(bytes: Buffer, path: readonly string[], within?: Box): Box {
  const [first] = boxesAt(bytes, path, within);
  return first ?? fail('MEDIA_DAMAGED');
}
