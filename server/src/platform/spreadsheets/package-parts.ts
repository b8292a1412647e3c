/** The zip package that an .xlsx file is: its parts by name, unpacked bit by bit and never beyond the limit. */
import { setImmediate as breathe } from 'node:timers/promises';
import * as yauzl from 'yauzl';
import { Fault, fail } from '../http/fail';
import type { ReadingLimits } from './sheet';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** The container of .xls files, and of .xlsx files with a password. */
const OLD_CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');
const MACROS = /(^|\/)vbaProject\.bin$/i;
const ENCRYPTED = 1;

/** Says of a file that is no .xlsx what it is instead, by its first bytes. @throws SPREADSHEET_… */
export function demandPackage(bytes: Buffer): void {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return;
  if (bytes.subarray(0, OLD_CONTAINER.length).equals(OLD_CONTAINER))
    fail(bytes.includes(LOCKED) ? 'SPREADSHEET_LOCKED' : 'SPREADSHEET_IS_XLS');
  const head = bytes.subarray(0, 4096);
  fail(head.length > 0 && !head.includes(0) ? 'SPREADSHEET_IS_TEXT' : 'SPREADSHEET_NOT_XLSX');
}

export class PackageParts {
  private unpacked = 0;

  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    private readonly limits: ReadingLimits,
  ) {}

  /** @throws a fault that says why the bytes are no package one can read. */
  static async open(bytes: Buffer, limits: ReadingLimits): Promise<PackageParts> {
    demandPackage(bytes);
    const entries = new Map<string, yauzl.Entry>();
    try {
      const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      for await (const entry of zip.eachEntry()) {
        if (entries.size >= limits.parts) fail('SPREADSHEET_TOO_BIG');
        if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) fail('SPREADSHEET_LOCKED');
        if (MACROS.test(entry.fileName)) fail('SPREADSHEET_HAS_MACROS');
        entries.set(entry.fileName.toLowerCase(), entry);
      }
      return new PackageParts(zip, entries, limits);
    } catch (error) {
      throw error instanceof Fault ? error : new Fault('SPREADSHEET_BROKEN', {}, error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Gives the part's text to `hear`, piece by piece, and lets others work in between; what `hear` throws ends it. */
  async read(name: string, hear: (piece: string) => void): Promise<void> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return fail('SPREADSHEET_BROKEN');
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const piece of await this.zip.openReadStreamPromise(entry)) {
        this.unpacked += (piece as Buffer).length;
        // Counted as it comes out: what the package says of its own sizes proves nothing.
        if (this.unpacked > this.limits.unpacked) fail('SPREADSHEET_TOO_BIG');
        hear(decoder.decode(piece as Buffer, { stream: true }));
        await breathe();
      }
      hear(decoder.decode());
    } catch (error) {
      throw error instanceof Fault ? error : new Fault('SPREADSHEET_BROKEN', {}, error);
    }
  }
}
