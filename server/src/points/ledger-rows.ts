/** All SQL of accounts, journals, transfers and entries; with `lot-rows.ts` and `hold-rows.ts` the only one on the ledger's tables. */
import type { JournalKind, Ledger, PersonLedger, SideKind } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { insertMany, one, rows, type SqlValue } from '../platform/database/sql';
import { FIRST_HASH } from './entry-chain';
import type { Account, Posting } from './posting';

interface AccountRow {
  id: string;
  ledger: PersonLedger;
  person_id: string;
  posted: number;
  held: number;
  owed: number;
  seq: number;
  head_hash: string;
}

const ACCOUNT = 'id, ledger, person_id, posted, held, owed, seq, head_hash';
/** Accounts locked by one statement: an index range stays cheaper than reading, and locking, the whole table. */
const LOCKED_AT_ONCE = 50;
const BOTH: readonly PersonLedger[] = ['PT', 'MIN'];

const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  ledger: row.ledger,
  personId: row.person_id,
  posted: row.posted,
  held: row.held,
  owed: row.owed,
  seq: row.seq,
  headHash: row.head_hash,
});

type Known = Pick<AccountRow, 'id' | 'ledger' | 'person_id'>;

const knownAccounts = (tx: EntityManager, personIds: readonly string[]): Promise<Known[]> =>
  rows<Known>(tx, 'SELECT id, ledger, person_id FROM point_account WHERE person_id IN (?)', [personIds]);

/** Whoever has no accounts yet gets both. Two who make them at once wait here, before either has locked anything else. */
async function makeMissing(tx: EntityManager, personIds: readonly string[], known: readonly Known[]): Promise<boolean> {
  const having = new Set(known.map((row) => `${row.person_id} ${row.ledger}`));
  const missing = [...personIds]
    .sort()
    .flatMap((id) => BOTH.filter((ledger) => !having.has(`${id} ${ledger}`)).map((ledger) => [id, ledger] as const));
  if (missing.length === 0) return false;
  await insertMany(
    tx,
    `INSERT INTO point_account (${ACCOUNT})`,
    missing.map(([personId, ledger]) => [newId(), ledger, personId, 0, 0, 0, 0, FIRST_HASH]),
    // An exclusive lock on what somebody else made meanwhile, where IGNORE would take a shared one to be raised later.
    'ON DUPLICATE KEY UPDATE seq = seq',
  );
  return true;
}

/** Accounts by person, as they stand under their locks. */
export type Locked = Record<PersonLedger, Map<string, Account>>;

/** Locks persons' accounts in `ledgers`, ascending by id; those that are missing are made. */
export async function lockAccounts(
  tx: EntityManager,
  personIds: readonly string[],
  ledgers: readonly PersonLedger[] = BOTH,
): Promise<Locked> {
  const locked: Locked = { PT: new Map(), MIN: new Map() };
  const persons = [...new Set(personIds)];
  if (persons.length === 0) return locked;
  let known = await knownAccounts(tx, persons);
  if (await makeMissing(tx, persons, known)) known = await knownAccounts(tx, persons);
  const ids = known.flatMap(({ id, ledger }) => (ledgers.includes(ledger) ? id : [])).sort();
  for (let from = 0; from < ids.length; from += LOCKED_AT_ONCE) {
    const found = await rows<AccountRow>(
      tx,
      `SELECT ${ACCOUNT} FROM point_account FORCE INDEX (PRIMARY) WHERE id IN (?) ORDER BY id FOR UPDATE`,
      [ids.slice(from, from + LOCKED_AT_ONCE)],
    );
    for (const row of found) locked[row.ledger].set(row.person_id, accountOf(row));
  }
  return locked;
}

/** Locks one account by its id. */
export async function lockAccount(tx: EntityManager, id: string): Promise<Account> {
  const row = await one<AccountRow>(tx, `SELECT ${ACCOUNT} FROM point_account WHERE id = ? FOR UPDATE`, [id]);
  if (!row) throw new Error(`no account ${id}`);
  return accountOf(row);
}

/** The instant of what is posted: read after the locks, so that whoever waited for them does not write into the past. */
export async function nowOf(tx: EntityManager): Promise<Date> {
  const row = await one<{ now: Date }>(tx, 'SELECT NOW(3) AS now');
  if (!row) throw new Error('the database tells no time');
  return row.now;
}

/** Journals that these causes already have, by cause. */
export async function journalsOf(
  tx: EntityManager,
  kind: JournalKind,
  causeType: string,
  causeIds: readonly string[],
): Promise<Map<string, string>> {
  if (causeIds.length === 0) return new Map();
  const found = await rows<{ id: string; cause_id: string }>(
    tx,
    'SELECT id, cause_id FROM point_journal WHERE kind = ? AND cause_type = ? AND cause_id IN (?)',
    [kind, causeType, causeIds],
  );
  return new Map(found.map((row) => [row.cause_id, row.id]));
}

/** One row of a journal that was posted before. */
export interface Moved {
  kind: JournalKind;
  transferId: string | null;
  ledger: Ledger | null;
  creditKind: SideKind | null;
  creditId: string | null;
  amount: number | null;
}

/** A journal's transfers; one row without a transfer where it moved nothing, none where there is no such journal. */
export const movedBy = (tx: EntityManager, journalId: string): Promise<Moved[]> =>
  rows<Moved>(
    tx,
    `SELECT j.kind, t.id AS transferId, t.ledger, t.credit_kind AS creditKind, t.credit_id AS creditId, t.amount
     FROM point_journal j LEFT JOIN point_transfer t ON t.journal_id = j.id WHERE j.id = ? ORDER BY t.id`,
    [journalId],
  );

export async function takenBack(tx: EntityManager, journalId: string): Promise<boolean> {
  return (await one(tx, 'SELECT id FROM point_journal WHERE reverses_id = ?', [journalId])) !== null;
}

const insert = (tx: EntityManager, into: string, values: readonly (readonly SqlValue[])[]): Promise<void> =>
  insertMany(tx, `INSERT INTO ${into}`, values);

/** Accounts as they now stand; their rows are locked. */
async function writeAccounts(tx: EntityManager, accounts: readonly Account[]): Promise<void> {
  await insertMany(
    tx,
    `INSERT INTO point_account (${ACCOUNT})`,
    accounts.map((of) => [of.id, of.ledger, of.personId, of.posted, of.held, of.owed, of.seq, of.headHash]),
    `ON DUPLICATE KEY UPDATE posted = VALUES(posted), held = VALUES(held), owed = VALUES(owed), seq = VALUES(seq),
       head_hash = VALUES(head_hash)`,
  );
}

async function writeJournals(tx: EntityManager, { journals, act, at }: Posting): Promise<void> {
  await insert(
    tx,
    `point_journal (id, kind, community_id, actor_id, second_actor_id, cause_type, cause_id, reverses_id,
       rule_version, at)`,
    journals.map((of) => [
      ...[of.id, of.kind, act.communityId, act.actorId, of.secondActorId ?? null],
      ...[of.causeType, of.causeId, of.reversesId ?? null, of.ruleVersion ?? null, at],
    ]),
  );
}

async function writeTransfers(tx: EntityManager, { transfers, act }: Posting): Promise<void> {
  await insert(
    tx,
    'point_transfer (id, journal_id, community_id, ledger, debit_kind, debit_id, credit_kind, credit_id, amount)',
    transfers.map((of) => [
      ...[of.id, of.journalId, act.communityId, of.ledger],
      ...[of.from.kind, of.from.id, of.to.kind, of.to.id, of.amount],
    ]),
  );
}

async function writeEntries(tx: EntityManager, { entries }: Posting): Promise<void> {
  await insert(
    tx,
    'point_entry (account_id, seq, id, transfer_id, delta, balance_after, held_after, at, prev_hash, hash)',
    entries.map((of) => [
      ...[of.accountId, of.seq, of.id, of.transferId, of.delta],
      ...[of.balanceAfter, of.heldAfter, of.at, of.prevHash, of.hash],
    ]),
  );
}

/** Accounts first: UNIQUE(account_id, seq) of the entries then refuses whoever wrote without the lock. */
export async function writeLedger(tx: EntityManager, posting: Posting): Promise<void> {
  if (posting.accounts.size > 0) await writeAccounts(tx, [...posting.accounts]);
  if (posting.journals.length > 0) await writeJournals(tx, posting);
  if (posting.transfers.length > 0) await writeTransfers(tx, posting);
  if (posting.entries.length > 0) await writeEntries(tx, posting);
}
