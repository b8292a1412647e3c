/** What one transaction posts: put together in memory under the accounts' locks, then written in few statements. */
import type { LotPart } from '@sevengrid/shared/points/lots';
import type { HoldState, JournalKind, Ledger, PersonLedger, SideKind } from '@sevengrid/shared/points/terms';
import { newId } from '../platform/database/new-id';
import { entryHash, type ChainedEntry } from './entry-chain';

/** Whose transaction it is. */
export interface Act {
  /** null: the system (a job). */
  actorId: string | null;
  communityId: string;
}

/** A person's account as it stands under its lock; changed in place, written at the end. */
export interface Account {
  id: string;
  ledger: PersonLedger;
  personId: string;
  posted: number;
  held: number;
  /** Points that could not be taken back and are netted from later ones. */
  owed: number;
  seq: number;
  headHash: string;
}

export const available = ({ posted, held }: Pick<Account, 'posted' | 'held'>): number => posted - held;

/** One end of a transfer. Persons' ends are accounts; all others are only summed. */
export interface Side {
  kind: SideKind;
  id: string | null;
  account?: Account;
}

export const ISSUE: Side = { kind: 'issue', id: null };
export const EXPIRED: Side = { kind: 'expired', id: null };
export const theUnit = (id: string): Side => ({ kind: 'unit', id });
export const theMerchant = (id: string): Side => ({ kind: 'merchant', id });
export const theDebt = ({ personId }: Account): Side => ({ kind: 'debt', id: personId });
export const person = (account: Account): Side => ({ kind: 'person', id: account.personId, account });

export interface Cause {
  kind: JournalKind;
  causeType: string;
  causeId: string;
  reversesId?: string;
  ruleVersion?: number;
  /** The second of two people who decided it. */
  secondActorId?: string;
}

export interface JournalRow extends Cause {
  id: string;
}

export interface TransferRow {
  id: string;
  journalId: string;
  ledger: Ledger;
  from: Side;
  to: Side;
  amount: number;
}

export interface EntryRow extends ChainedEntry {
  hash: string;
}

export interface NewLot {
  id: string;
  accountId: string;
  transferId: string;
  amount: number;
  expiresAt: Date | null;
}

export interface SpentLot extends LotPart {
  transferId: string;
}

export interface HoldEvent {
  holdId: string;
  account: Account;
  state: HoldState;
  points: number;
  postedAfter: number;
  heldAfter: number;
  journalId: string | null;
}

export class Posting {
  readonly journals: JournalRow[] = [];
  readonly transfers: TransferRow[] = [];
  readonly entries: EntryRow[] = [];
  readonly lots: NewLot[] = [];
  readonly spent: SpentLot[] = [];
  readonly holdEvents: HoldEvent[] = [];
  readonly accounts = new Set<Account>();

  constructor(
    readonly act: Act,
    /** The one instant of all that is posted. */
    readonly at: Date,
  ) {}

  /** Opens a journal; answers its id. */
  open(cause: Cause): string {
    const id = newId();
    this.journals.push({ id, ...cause });
    return id;
  }

  /** Moves `amount` from one side to the other; answers the transfer's id, null where there is nothing to move. */
  move(journalId: string, ledger: Ledger, from: Side, to: Side, amount: number): string | null {
    if (!Number.isSafeInteger(amount) || amount < 0) throw new Error(`${amount} is no amount of ${ledger}`);
    if (amount === 0) return null;
    const id = newId();
    this.transfers.push({ id, journalId, ledger, from, to, amount });
    if (from.account) this.enter(from.account, id, -amount);
    if (to.account) this.enter(to.account, id, amount);
    return id;
  }

  /** Changes what an account holds; before the entry that goes with it, so that the entry tells it. */
  hold(account: Account, points: number): void {
    if (points === 0) return;
    account.held += points;
    this.accounts.add(account);
  }

  owe(account: Account, points: number): void {
    if (points === 0) return;
    account.owed += points;
    this.accounts.add(account);
  }

  /** Tells that a hold came to `state`, after everything that went with it. */
  tell(holdId: string, account: Account, state: HoldState, points: number, journalId: string | null = null): void {
    const { posted: postedAfter, held: heldAfter } = account;
    this.holdEvents.push({ holdId, account, state, points, postedAfter, heldAfter, journalId });
  }

  private enter(account: Account, transferId: string, delta: number): void {
    account.posted += delta;
    account.seq += 1;
    if (available(account) < 0) throw new Error(`account ${account.id} would fall below what it holds`);
    const entry: ChainedEntry = {
      id: newId(),
      accountId: account.id,
      seq: account.seq,
      transferId,
      delta,
      balanceAfter: account.posted,
      heldAfter: account.held,
      at: this.at,
      prevHash: account.headHash,
    };
    const hash = entryHash(entry);
    this.entries.push({ ...entry, hash });
    account.headHash = hash;
    this.accounts.add(account);
  }
}
