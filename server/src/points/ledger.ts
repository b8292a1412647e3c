/** The only writer of points: whatever is earned, kept, spent, corrected or taken back goes through here. */
import { Injectable } from '@nestjs/common';
import { takeBack } from '@sevengrid/shared/points/lots';
import type { HoldState, Ledger as LedgerCode } from '@sevengrid/shared/points/terms';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { fail } from '../platform/http/fail';
import {
  findHold,
  insertHold,
  leave,
  merchantOf,
  partsOf,
  stateOf,
  writeHoldEvents,
  type HoldFacts,
} from './hold-rows';
import { journalsOf, lockAccount, lockAccounts, movedBy, nowOf, takenBack, writeLedger } from './ledger-rows';
import {
  communitiesOf,
  giveGrace,
  lockLots,
  lockOverdueLots,
  writeLotHistory,
  writeLots,
  type LotRow,
} from './lot-rows';
import { EXPIRED, ISSUE, Posting, available, person, theDebt, theMerchant, theUnit } from './posting';
import type { Account, Act, Cause } from './posting';
import { choose, credit, endOf, lotOf, spend, takeOwnFirst, type Chosen } from './spending';

export interface Award {
  /** What is awarded: UNIQUE with its type, so that it is awarded once whoever asks. */
  causeId: string;
  personId: string;
  points: number;
  minutes: number;
  /** The person's unit as of the service; it gets the same minutes. */
  unit: { id: string; points: number } | null;
  /** Of the rule by which the points were counted. */
  ruleVersion: number;
}

export interface NewHold {
  /** The redemption's own id. */
  id: string;
  personId: string;
  /** 0 for what is free. */
  points: number;
  /** Seconds from now by the database's clock. */
  ttlS: number;
  causeType: 'redemption';
}

/** `done`, or the state that stood in the way: `expired` as well where its time is over and nobody has swept it yet. */
export type HoldOutcome = 'done' | HoldState;

/** More than this in one call would keep its accounts locked for longer than others may wait. */
export const MOST_AWARDS = 1000;

/** What a hold's end does beside the hold's own row; answers the journal by which points moved. */
type Ending = (
  of: { posting: Posting; account: Account; hold: HoldFacts } & Chosen,
) => string | null | Promise<string | null>;

/** Gives lots back what a hold took of them. */
const putBack: Ending = ({ posting, account, hold, lots, parts }) => {
  for (const { lotId, quantity } of parts) lotOf(lots, lotId).held -= quantity;
  giveGrace(lots, posting.at);
  posting.hold(account, -hold.points);
  return null;
};

const causeOf = (kind: 'capture' | 'uncapture', { id, causeType }: HoldFacts): Cause => ({
  kind,
  causeType,
  causeId: id,
});

const begin = async (tx: EntityManager, act: Act): Promise<Posting> => new Posting(act, await nowOf(tx));

async function write(tx: EntityManager, posting: Posting, lots: readonly LotRow[]): Promise<void> {
  await writeLedger(tx, posting);
  await writeLots(tx, lots);
  await writeLotHistory(tx, posting);
  await writeHoldEvents(tx, posting);
}

async function pointsOf(tx: EntityManager, personId: string): Promise<Account> {
  const account = (await lockAccounts(tx, [personId], ['PT'])).PT.get(personId);
  if (!account) throw new Error(`no account of ${personId}`);
  return account;
}

const notOneself = (personId: string, ...actorIds: readonly (string | null)[]): void => {
  if (actorIds.includes(personId)) fail('POINTS_OF_ONESELF');
};

/**
 * Every method is part of the caller's transaction, which by then holds its locks on the actor's row, the key and the
 * activity, and none on accounts, lots, holds, quotas or offers.
 */
@Injectable()
export class Ledger {
  /**
   * One journal each: the person's points and minutes, the unit's points and minutes, all or nothing. At most
   * {@link MOST_AWARDS}. What was awarded before is passed over. Answers the journal's id by cause.
   * @throws POINTS_OF_ONESELF where the actor is among those awarded
   */
  async awardAll(
    tx: EntityManager,
    act: Act,
    awards: readonly Award[],
    causeType: 'attendance',
  ): Promise<Map<string, string>> {
    if (awards.length > MOST_AWARDS) throw new Error(`${awards.length} awards at once`);
    const [personIds, causeIds] = [awards.map(({ personId }) => personId), awards.map(({ causeId }) => causeId)];
    for (const personId of personIds) notOneself(personId, act.actorId);
    const { PT, MIN } = await lockAccounts(tx, personIds);
    const journals = await journalsOf(tx, 'award', causeType, causeIds);
    const posting = await begin(tx, act);
    const endsAt = await endOf(tx, posting);
    for (const { causeId, personId, points, minutes, unit, ruleVersion } of awards) {
      const [account, time] = [PT.get(personId), MIN.get(personId)];
      if (journals.has(causeId)) continue;
      if (!account || !time) throw new Error(`no accounts of ${personId}`);
      const journal = posting.open({ kind: 'award', causeType, causeId, ruleVersion });
      credit(posting, journal, account, points, endsAt);
      posting.move(journal, 'MIN', ISSUE, person(time), minutes);
      if (unit) {
        posting.move(journal, 'UPT', ISSUE, theUnit(unit.id), unit.points);
        posting.move(journal, 'UMIN', ISSUE, theUnit(unit.id), minutes);
      }
      journals.set(causeId, journal);
    }
    await write(tx, posting, []);
    return journals;
  }

  /**
   * Takes an award back, once: from the person what is available of it, the rest is owed and netted from later awards;
   * the minutes, and the unit's part, whole. Answers the id of the journal that does it.
   * @throws POINTS_ALREADY_TAKEN_BACK
   */
  async reverse(tx: EntityManager, act: Act, journalId: string, causeType: string, causeId: string): Promise<string> {
    const moved = await movedBy(tx, journalId);
    if (moved[0]?.kind !== 'award') throw new Error(`journal ${journalId} is no award`);
    const personId = moved.find(({ creditKind }) => creditKind === 'person' || creditKind === 'debt')?.creditId;
    const { PT, MIN } = await lockAccounts(tx, personId ? [personId] : []);
    if (await takenBack(tx, journalId)) fail('POINTS_ALREADY_TAKEN_BACK');
    const posting = await begin(tx, act);
    const journal = posting.open({ kind: 'reverse', causeType, causeId, reversesId: journalId });
    const of = (ledger: LedgerCode): number =>
      moved.reduce((sum, row) => (row.ledger === ledger ? sum + (row.amount ?? 0) : sum), 0);
    for (const { ledger, creditKind, creditId, amount } of moved)
      if (creditKind === 'unit' && ledger) posting.move(journal, ledger, theUnit(creditId ?? ''), ISSUE, amount ?? 0);
    const lots: LotRow[] = [];
    for (const time of MIN.values()) posting.move(journal, 'MIN', person(time), ISSUE, of('MIN'));
    for (const account of PT.values()) {
      const { taken, owed } = takeBack(of('PT'), available(account));
      lots.push(...(await takeOwnFirst(tx, posting, { journal, account, points: taken }, moved)));
      posting.move(journal, 'PT', theDebt(account), ISSUE, owed);
      posting.owe(account, owed);
    }
    await write(tx, posting, lots);
    return journal;
  }

  /**
   * Corrects a person's points up or down; the actor asked for it and `secondActorId` decided it. Answers the journal.
   * @throws POINTS_NOT_ENOUGH where less than that is available, POINTS_OF_ONESELF where it is about one of the two
   */
  async adjust(
    tx: EntityManager,
    act: Act & { secondActorId: string },
    personId: string,
    deltaPt: number,
    causeId: string,
  ): Promise<string> {
    notOneself(personId, act.actorId, act.secondActorId);
    const account = await pointsOf(tx, personId);
    const posting = await begin(tx, act);
    const { secondActorId } = act;
    const journal = posting.open({ kind: 'adjust', causeType: 'adjustment', causeId, secondActorId });
    if (deltaPt > 0) credit(posting, journal, account, deltaPt, await endOf(tx, posting));
    const due = { journal, account, points: Math.max(-deltaPt, 0) };
    await write(tx, posting, await takeOwnFirst(tx, posting, due, []));
    return journal;
  }

  /**
   * Reserves points until `ttlS` seconds from now; they are still posted, and available no more.
   * @throws POINTS_NOT_ENOUGH with `available`
   */
  async hold(tx: EntityManager, act: Act, hold: NewHold): Promise<{ expiresAt: Date }> {
    const account = await pointsOf(tx, hold.personId);
    const posting = await begin(tx, act);
    const { id, personId, points, causeType } = hold;
    const { lots, parts } = await choose(tx, account, points, posting.at);
    for (const { lotId, quantity } of parts) lotOf(lots, lotId).held += quantity;
    posting.hold(account, points);
    const expiresAt = new Date(posting.at.getTime() + hold.ttlS * 1000);
    const facts = { id, accountId: account.id, communityId: act.communityId, points, causeType };
    await insertHold(tx, { ...facts, personId, madeAt: posting.at, expiresAt }, parts);
    posting.tell(id, account, 'reserved', points);
    await write(tx, posting, lots);
    return { expiresAt };
  }

  /** The points held go to the merchant, while the hold's time is not over. */
  capture(tx: EntityManager, act: Act, holdId: string, merchantId: string): Promise<HoldOutcome> {
    return this.end(tx, act, holdId, 'captured', ({ posting, account, hold, lots, parts }) => {
      const journal = posting.open(causeOf('capture', hold));
      posting.hold(account, -hold.points);
      const transfer = posting.move(journal, 'PT', person(account), theMerchant(merchantId), hold.points);
      for (const { lotId, quantity } of parts) {
        const lot = lotOf(lots, lotId);
        lot.held -= quantity;
        spend(posting, transfer, lot, quantity);
      }
      return journal;
    });
  }

  /** Somebody gave it up: the points are available again. */
  release(tx: EntityManager, act: Act, holdId: string): Promise<HoldOutcome> {
    return this.end(tx, act, holdId, 'released', putBack);
  }

  /** Its time is over: the points are available again. Answers `reserved` while it is not. */
  expire(tx: EntityManager, act: Act, holdId: string): Promise<HoldOutcome> {
    return this.end(tx, act, holdId, 'expired', putBack);
  }

  /** The merchant gives the points back, into the lots they came from. Until when, the caller knows. */
  uncapture(tx: EntityManager, act: Act, holdId: string): Promise<HoldOutcome> {
    return this.end(tx, act, holdId, 'uncaptured', async ({ posting, account, hold, lots, parts }) => {
      const journal = posting.open(causeOf('uncapture', hold));
      const merchant = theMerchant(await merchantOf(tx, holdId));
      const transfer = posting.move(journal, 'PT', merchant, person(account), hold.points);
      for (const { lotId, quantity } of parts) spend(posting, transfer, lotOf(lots, lotId), -quantity);
      giveGrace(lots, posting.at);
      return journal;
    });
  }

  /** Ends what a person has left of lots whose time is over; what is held stays. Answers how many points. */
  async expireLots(tx: EntityManager, personId: string): Promise<number> {
    const account = await pointsOf(tx, personId);
    const overdue = await lockOverdueLots(tx, account.id, await nowOf(tx));
    const communities = await communitiesOf(tx, overdue);
    let ended = 0;
    for (const lot of overdue) {
      const posting = await begin(tx, { actorId: null, communityId: communities.get(lot.id) ?? '' });
      const quantity = lot.remaining - lot.held;
      const journal = posting.open({ kind: 'expire', causeType: 'lot_end', causeId: newId() });
      const transfer = posting.move(journal, 'PT', person(account), EXPIRED, quantity);
      spend(posting, transfer, lot, quantity);
      await write(tx, posting, [lot]);
      ended += quantity;
    }
    return ended;
  }

  /**
   * Locks persons' accounts, points and minutes, in the ruled order and makes those that are missing: for a caller that
   * checks something which must not change meanwhile. Whoever needs more accounts later names them here already.
   */
  async lockAccounts(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    await lockAccounts(tx, personIds);
  }

  private async end(
    tx: EntityManager,
    act: Act,
    holdId: string,
    to: Exclude<HoldState, 'reserved'>,
    ending: Ending,
  ): Promise<HoldOutcome> {
    const hold = (await findHold(tx, holdId)) ?? fail('NOT_FOUND');
    const account = await lockAccount(tx, hold.accountId);
    const posting = await begin(tx, act);
    const parts = hold.points > 0 ? await partsOf(tx, holdId) : [];
    const lots = await lockLots(
      tx,
      parts.map(({ lotId }) => lotId),
    );
    if (!(await leave(tx, holdId, to, posting.at))) {
      const state = await stateOf(tx, holdId);
      return to === 'captured' && state === 'reserved' ? 'expired' : state;
    }
    const journal = await ending({ posting, account, hold, lots, parts });
    posting.tell(holdId, account, to, hold.points, journal);
    await write(tx, posting, lots);
    return 'done';
  }
}
