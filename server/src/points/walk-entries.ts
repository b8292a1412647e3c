/** Walks every entry by account and sequence, and makes anew from them what stands in the account. */
import type { PersonLedger, SideKind } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { rows } from '../platform/database/sql';
import { FIRST_HASH, entryHash, type ChainedEntry } from './entry-chain';

/** What the entries come to. */
export interface Rebuilt {
  id: string;
  posted: number;
  seq: number;
  headHash: string;
}

interface AccountRow extends Rebuilt {
  ledger: PersonLedger;
  personId: string;
}

interface EntryRow extends ChainedEntry {
  hash: string;
  ledger: string | null;
  debitKind: SideKind;
  debitId: string | null;
  creditKind: SideKind;
  creditId: string | null;
  amount: number;
}

const ACCOUNTS_AT_ONCE = 500;
const ENTRIES_AT_ONCE = 5000;

const ACCOUNTS = `SELECT id, ledger, person_id AS personId, posted, seq, head_hash AS headHash FROM point_account
  WHERE id > ? ORDER BY id LIMIT ${ACCOUNTS_AT_ONCE}`;

const ENTRIES = `SELECT e.account_id AS accountId, e.seq, e.id, e.transfer_id AS transferId, e.delta,
    e.balance_after AS balanceAfter, e.held_after AS heldAfter, e.at, e.prev_hash AS prevHash, e.hash, t.ledger,
    t.debit_kind AS debitKind, t.debit_id AS debitId, t.credit_kind AS creditKind, t.credit_id AS creditId, t.amount
  FROM point_entry e FORCE INDEX (PRIMARY) LEFT JOIN point_transfer t ON t.id = e.transfer_id
  WHERE (e.account_id > ? OR (e.account_id = ? AND e.seq > ?)) AND e.account_id <= ?
  ORDER BY e.account_id, e.seq LIMIT ${ENTRIES_AT_ONCE}`;

/** Behind every id. */
const LAST = '~';

/** The equation that the entry breaks after what came before it; null where it breaks none. */
function wrongWith(entry: EntryRow, { ledger, personId }: AccountRow, before: Rebuilt): string | null {
  if (entry.seq !== before.seq + 1) return `I2 seq = 1…n without gaps: ${entry.seq} follows ${before.seq}`;
  if (entry.prevHash !== before.headHash) return 'I13 an entry names the hash of the one before it';
  if (entry.balanceAfter !== before.posted + entry.delta)
    return `I2 balance after = balance before + delta: ${before.posted} + ${entry.delta} is not ${entry.balanceAfter}`;
  if (entry.heldAfter < 0 || entry.balanceAfter < entry.heldAfter)
    return `I3 posted − held ≥ 0: ${entry.balanceAfter} − ${entry.heldAfter}`;
  if (entry.hash !== entryHash(entry)) return 'I13 an entry’s hash is that of what it says';
  if (entry.ledger === null) return `I1 an entry is one side of a transfer: there is no ${entry.transferId}`;
  const side = entry.delta > 0 ? [entry.creditKind, entry.creditId] : [entry.debitKind, entry.debitId];
  const same = side[0] === 'person' && side[1] === personId && entry.ledger === ledger;
  return same && Math.abs(entry.delta) === entry.amount
    ? null
    : `I1 an entry is its person’s side of transfer ${entry.transferId}, in its ledger and amount`;
}

function differs(account: AccountRow, { posted, seq, headHash }: Rebuilt): string | null {
  if (account.posted !== posted) return `I2 posted = Σ delta: ${account.posted} is not ${posted}`;
  if (account.seq !== seq) return `I2 seq = number of entries: ${account.seq} is not ${seq}`;
  return account.headHash === headHash ? null : 'I13 the account names the hash of its last entry';
}

class Walk {
  walked = 0;
  private readonly rebuilt = new Map<string, Rebuilt>();

  constructor(
    private readonly accounts: ReadonlyMap<string, AccountRow>,
    private readonly tx: EntityManager,
  ) {}

  made(id: string): Rebuilt {
    const found = this.rebuilt.get(id) ?? { id, posted: 0, seq: 0, headHash: FIRST_HASH };
    this.rebuilt.set(id, found);
    return found;
  }

  /** The entries of accounts after `from` and up to `to`; answers the first that is wrong. */
  async entries(from: string, to: string): Promise<string | null> {
    for (let [id, seq, more] = [from, Number.MAX_SAFE_INTEGER, true]; more;) {
      const found = await rows<EntryRow>(this.tx, ENTRIES, [id, id, seq, to]);
      for (const entry of found) {
        const account = this.accounts.get(entry.accountId);
        const before = this.made(entry.accountId);
        const wrong = account ? wrongWith(entry, account, before) : `I2 an entry has an account`;
        if (wrong) return `point_entry row ${entry.id} (account ${entry.accountId}, seq ${entry.seq}): ${wrong}`;
        [before.posted, before.seq, before.headHash] = [entry.balanceAfter, entry.seq, entry.hash];
        this.walked += 1;
      }
      const last = found.at(-1);
      if (last) [id, seq] = [last.accountId, last.seq];
      more = found.length === ENTRIES_AT_ONCE;
    }
    return null;
  }
}

/** @param hear is told what the entries of a few accounts make, in the order of their ids */
export async function walkEntries(
  tx: EntityManager,
  hear?: (made: readonly Rebuilt[]) => Promise<void>,
): Promise<{ walked: number; broken: string | null }> {
  let walked = 0;
  for (let after = ''; ;) {
    const accounts = await rows<AccountRow>(tx, ACCOUNTS, [after]);
    const walk = new Walk(new Map(accounts.map((account) => [account.id, account])), tx);
    const whole = accounts.length < ACCOUNTS_AT_ONCE;
    const wrong = await walk.entries(after, whole ? LAST : (accounts.at(-1)?.id ?? LAST));
    walked += walk.walked;
    const different = accounts.flatMap((account) => {
      const what = differs(account, walk.made(account.id));
      return what ? [`point_account row ${account.id}: ${what}`] : [];
    });
    await hear?.(accounts.map(({ id }) => walk.made(id)));
    const broken = wrong ?? different[0] ?? null;
    if (broken || whole) return { walked, broken };
    after = accounts.at(-1)?.id ?? LAST;
  }
}
