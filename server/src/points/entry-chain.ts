/** The chain of one account's entries: each names the hash of the one before, so that none can be changed or left out. */
import { sha256 } from '../platform/database/fingerprint';

/** Stands before the first entry of every account. */
export const FIRST_HASH = '0'.repeat(64);

/** Domain and version of what is hashed; another form gets another number, and both stay readable. */
const FORM = 'sevengrid.point_entry.1';

export interface ChainedEntry {
  id: string;
  accountId: string;
  /** 1 for the first, without gaps. */
  seq: number;
  transferId: string;
  delta: number;
  balanceAfter: number;
  heldAfter: number;
  at: Date;
  prevHash: string;
}

/** A JSON list of known length and order: no two entries are written the same. */
export const entryHash = (entry: ChainedEntry): string =>
  sha256(
    JSON.stringify([
      FORM,
      entry.prevHash,
      entry.accountId,
      entry.seq,
      entry.id,
      entry.transferId,
      entry.delta,
      entry.balanceAfter,
      entry.heldAfter,
      entry.at.toISOString(),
    ]),
  );
