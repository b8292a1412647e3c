/** A text as the modules of a QR code (bytes, correction M, versions 1 to 10): pure, so that it is drawn where no canvas is. */
import { GaloisRemainder } from './qr-correction';

/** Of each version from 1 on: bytes of correction in a block, and blocks. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const;
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const;
const LARGEST = 10;
/** Where the small squares stand, in rows and in columns. */
const ALIGNED: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Rows of modules; true is dark. */
export type QrMatrix = boolean[][];

const sideOf = (version: number): number => version * 4 + 17;

/** Bytes that a version holds, correction included. */
function bytesOf(version: number): number {
  const aligned = ALIGNED[version - 1]?.length ?? 0;
  const squares = aligned === 0 ? 0 : 25 * aligned * aligned - 10 * aligned - 55;
  const bits = (16 * version + 128) * version + 64 - squares - (version >= 7 ? 36 : 0);
  return Math.floor(bits / 8);
}

const dataOf = (version: number): number =>
  bytesOf(version) - (CORRECTION[version - 1] ?? 0) * (BLOCKS[version - 1] ?? 1);

/** Links and codes are ASCII, which is what bytes of a QR code are read as everywhere. */
function wordsOf(text: string, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  put(0b0100, 4);
  put(text.length, version < 10 ? 8 : 16);
  for (const sign of text) put(sign.charCodeAt(0), 8);
  const room = dataOf(version) * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0; bits.length < room; pad++) put(pad % 2 === 0 ? 0xec : 0x11, 8);
  return Array.from({ length: room / 8 }, (_, byte) => Number.parseInt(bits.slice(byte * 8, byte * 8 + 8).join(''), 2));
}

/** The data in blocks, each with its correction, read across. */
function interleaved(data: readonly number[], version: number): number[] {
  const [blocks, extra] = [BLOCKS[version - 1] ?? 1, CORRECTION[version - 1] ?? 0];
  const remainder = new GaloisRemainder(extra);
  const short = Math.floor(data.length / blocks);
  const long = data.length % blocks;
  const parts: { data: readonly number[]; correction: number[] }[] = [];
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = data.slice(at, (at += short + (block >= blocks - long ? 1 : 0)));
    parts.push({ data: part, correction: remainder.of(part) });
  }
  const across = (of: (part: (typeof parts)[number]) => readonly number[], length: number): number[] =>
    Array.from({ length }, (_, nth) => parts.flatMap((part) => of(part)[nth] ?? [])).flat();
  return [...across((part) => part.data, short + 1), ...across((part) => part.correction, extra)];
}

class Drawing {
  readonly modules: QrMatrix;
  private readonly fixed: boolean[][];
  private readonly side: number;

  constructor(private readonly version: number) {
    this.side = sideOf(version);
    const empty = (): boolean[][] => Array.from({ length: this.side }, () => Array<boolean>(this.side).fill(false));
    this.modules = empty();
    this.fixed = empty();
    this.frame();
  }

  private set(x: number, y: number, dark: boolean): void {
    const [row, fixed] = [this.modules[y], this.fixed[y]];
    if (!row || !fixed || x < 0 || x >= this.side) return;
    row[x] = dark;
    fixed[x] = true;
  }

  /** Rings around a middle; `reach` 4 draws an eye with its white border, 2 a small square. */
  private rings(cx: number, cy: number, reach: number): void {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        this.set(cx + dx, cy + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
      }
  }

  private frame(): void {
    for (let at = 0; at < this.side; at++) {
      this.set(6, at, at % 2 === 0);
      this.set(at, 6, at % 2 === 0);
    }
    for (const [x, y] of [
      [3, 3],
      [this.side - 4, 3],
      [3, this.side - 4],
    ] as const)
      this.rings(x, y, 4);
    const at = ALIGNED[this.version - 1] ?? [];
    const [first, last] = [at[0], at[at.length - 1]];
    for (const y of at)
      for (const x of at) {
        const isEye = (x === first && y === first) || (x === first && y === last) || (x === last && y === first);
        if (!isEye) this.rings(x, y, 2);
      }
    this.format(0);
    if (this.version >= 7) this.versionMarks();
  }

  /** Which mask it wears, twice, with 10 bits of correction. */
  private format(mask: number): void {
    let rest = mask;
    for (let n = 0; n < 10; n++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const bits = ((mask << 10) | rest) ^ 0x5412;
    const bit = (nth: number): boolean => ((bits >>> nth) & 1) === 1;
    for (let nth = 0; nth < 15; nth++) {
      const inColumn = nth < 6 ? nth : nth < 8 ? nth + 1 : this.side - 15 + nth;
      const inRow = nth < 8 ? this.side - 1 - nth : nth === 8 ? 7 : 14 - nth;
      this.set(8, inColumn, bit(nth));
      this.set(inRow, 8, bit(nth));
    }
    this.set(8, this.side - 8, true);
  }

  private versionMarks(): void {
    let rest = this.version;
    for (let n = 0; n < 12; n++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let nth = 0; nth < 18; nth++) {
      const [far, near] = [this.side - 11 + (nth % 3), Math.floor(nth / 3)];
      this.set(far, near, ((bits >>> nth) & 1) === 1);
      this.set(near, far, ((bits >>> nth) & 1) === 1);
    }
  }

  /** Two columns at a time from the right, up and down in turn, around what is fixed. */
  fill(words: readonly number[]): void {
    let nth = 0;
    for (let right = this.side - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < this.side; step++) {
        const y = ((right + 1) & 2) === 0 ? this.side - 1 - step : step;
        for (const x of [right, right - 1]) {
          const row = this.modules[y];
          if (!row || this.fixed[y]?.[x]) continue;
          row[x] = (((words[nth >>> 3] ?? 0) >>> (7 - (nth & 7))) & 1) === 1;
          nth += 1;
        }
      }
    }
  }

  wear(mask: number): this {
    this.format(mask);
    for (const [y, row] of this.modules.entries())
      for (const [x, dark] of row.entries()) if (!this.fixed[y]?.[x]) row[x] = dark !== MASKS[mask]?.(x, y);
    return this;
  }
}

/** What makes a code hard to read: long runs, blocks of one colour, and more of one than of the other. */
function unrest(modules: QrMatrix): number {
  const side = modules.length;
  const at = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  let [worth, dark] = [0, 0];
  for (let y = 0; y < side; y++) {
    let [across, down] = [0, 0];
    for (let x = 0; x < side; x++) {
      across = x > 0 && at(x, y) === at(x - 1, y) ? across + 1 : 1;
      down = x > 0 && at(y, x) === at(y, x - 1) ? down + 1 : 1;
      for (const run of [across, down]) worth += run === 5 ? 3 : run > 5 ? 1 : 0;
      const isBlock = x > 0 && y > 0 && [at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)].every((of) => of === at(x, y));
      if (isBlock) worth += 3;
      if (at(x, y)) dark += 1;
    }
  }
  return worth + Math.floor(Math.abs((dark / side / side) * 20 - 10)) * 10;
}

/** @throws RangeError when the text is longer than 213 signs, or no ASCII */
export function qrMatrix(text: string): QrMatrix {
  if (!/^[\x00-\x7f]*$/.test(text)) throw new RangeError('only ASCII can be drawn');
  const versions = Array.from({ length: LARGEST }, (_, nth) => nth + 1);
  const version = versions.find((one) => text.length + (one < 10 ? 2 : 3) <= dataOf(one));
  if (!version) throw new RangeError(`${text.length} signs are too many for a QR code of version ${LARGEST}`);
  const words = interleaved(wordsOf(text, version), version);
  const drawn = MASKS.map((_, mask) => {
    const drawing = new Drawing(version);
    drawing.fill(words);
    return drawing.wear(mask).modules;
  });
  return drawn.reduce((best, one) => (unrest(one) < unrest(best) ? one : best));
}
