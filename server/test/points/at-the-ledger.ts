/** The ledger as its tests use it: people who are nobody else, and each call in a transaction of its own. */
import type { EntityManager } from 'typeorm';
import { Ledger, type Award, type HoldOutcome, type NewHold } from '../../src/points/ledger';
import type { Act } from '../../src/points/posting';
import { newId } from '../../src/platform/database/new-id';
import { change } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { TestApp } from '../actors/start-app';

export interface Standing {
  posted: number;
  held: number;
  owed: number;
  minutes: number;
}

const NOTHING: Standing = { posted: 0, held: 0, owed: 0, minutes: 0 };

export class AtTheLedger {
  readonly act: Act;
  readonly shopId = newId();

  constructor(
    readonly app: TestApp,
    communityId = newId(),
  ) {
    this.act = { actorId: newId(), communityId };
  }

  private get uow(): UnitOfWork {
    return this.app.get(UnitOfWork);
  }

  get ledger(): Ledger {
    return this.app.get(Ledger);
  }

  awardAll(awards: readonly Award[]): Promise<Map<string, string>> {
    return this.uow.run((tx) => this.ledger.awardAll(tx, this.act, awards, 'attendance'));
  }

  /** Answers the journal. */
  async award(personId: string, points: number, more: Partial<Award> = {}): Promise<string> {
    const award = { causeId: newId(), personId, points, minutes: points * 30, unit: null, ruleVersion: 1, ...more };
    return (await this.awardAll([award])).get(award.causeId) ?? '';
  }

  reverse(journalId: string): Promise<string> {
    return this.uow.run((tx) => this.ledger.reverse(tx, this.act, journalId, 'attendance', newId()));
  }

  /** As two people asked for it and granted it. */
  adjust(personId: string, delta: number): Promise<string> {
    const { communityId, actorId } = this.act;
    const [act, id] = [{ ...this.act, secondActorId: newId() }, newId()];
    return this.uow.run(async (tx) => {
      await change(
        tx,
        `INSERT INTO point_adjustment (id, community_id, person_id, delta, reason_ref, reason_digest, state, asked_by,
           asked_at, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, 'granted', ?, NOW(3), ?, NOW(3))`,
        [id, communityId, personId, delta, newId(), '0'.repeat(64), actorId, act.secondActorId],
      );
      return this.ledger.adjust(tx, act, personId, delta, id);
    });
  }

  /** Answers the hold. */
  async hold(personId: string, points: number, ttlS = 900): Promise<string> {
    const hold: NewHold = { id: newId(), personId, points, ttlS, causeType: 'redemption' };
    await this.uow.run((tx) => this.ledger.hold(tx, this.act, hold));
    return hold.id;
  }

  capture(holdId: string): Promise<HoldOutcome> {
    return this.uow.run((tx) => this.ledger.capture(tx, this.act, holdId, this.shopId));
  }

  release(holdId: string): Promise<HoldOutcome> {
    return this.uow.run((tx) => this.ledger.release(tx, this.act, holdId));
  }

  expire(holdId: string): Promise<HoldOutcome> {
    return this.uow.run((tx) => this.ledger.expire(tx, this.act, holdId));
  }

  uncapture(holdId: string): Promise<HoldOutcome> {
    return this.uow.run((tx) => this.ledger.uncapture(tx, this.act, holdId));
  }

  expireLots(personId: string): Promise<number> {
    return this.uow.run((tx) => this.ledger.expireLots(tx, personId));
  }

  async standing(personId: string): Promise<Standing> {
    const found = await this.sql<Standing & { ledger: string }>(
      'SELECT ledger, posted, held, owed FROM point_account WHERE person_id = ?',
      [personId],
    );
    const minutes = found.find(({ ledger }) => ledger === 'MIN')?.posted ?? 0;
    const points = found.find(({ ledger }) => ledger === 'PT');
    return points ? { posted: points.posted, held: points.held, owed: points.owed, minutes } : NOTHING;
  }

  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.uow.read(work);
  }

  sql<T>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.app.dataSource.query<T[]>(statement, values);
  }
}
