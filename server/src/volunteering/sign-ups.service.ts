/** Signing up: a place while there is one, a turn on the waiting list otherwise, and giving either back. */
import { Injectable } from '@nestjs/common';
import { PAGE_SIZE, type PageQuery } from '@sevengrid/shared/kernel/page';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView, SignUpState, SignedUpPage } from '@sevengrid/shared/volunteering/activities.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { inputFingerprint } from '../platform/database/fingerprint';
import { rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Activities } from './activities';
import { ActivityEngine, type Taken } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { SignUps } from './sign-ups';

interface SignedRow {
  person_id: string;
  state: SignUpState;
  asked_at: Date;
  turn: string;
}

@Injectable()
export class SignUpsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly activities: Activities,
    private readonly engine: ActivityEngine,
    private readonly reach: ActivityReach,
    private readonly views: ActivityViews,
    private readonly signUps: SignUps,
    private readonly people: People,
  ) {}

  async signUp(actor: Actor, key: string, id: string): Promise<ActivityView> {
    const request = { actor, key, operation: activityRoutes.signUp.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const activity = await this.engine.take(tx, id);
      await this.reach.demand(tx, actor, activity, 'sign_up');
      this.engine.demandStage('sign_up', activity);
      const before = await this.signUps.stateOf(tx, id, actor.id);
      if (before !== null && before !== 'cancelled') fail('SIGN_UP_TWICE');
      const state = (await this.signUps.takePlace(tx, id)) ? 'in' : 'waiting';
      await this.signUps.put(tx, id, actor.id, state);
      return { id };
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  async leave(actor: Actor, key: string, id: string): Promise<ActivityView> {
    const request = { actor, key, operation: activityRoutes.leave.name, fingerprint: inputFingerprint({ id }) };
    await this.uow.once(request, async (tx) => {
      const activity = await this.engine.take(tx, id);
      const reach = await this.reach.of(tx, actor, activity);
      if (!this.reach.sees(activity, reach)) fail('NOT_FOUND');
      this.engine.demandStage('leave', activity);
      const state = await this.signUps.stateOf(tx, id, actor.id);
      if (state === null || state === 'cancelled') fail('SIGN_UP_MISSING');
      await this.signUps.giveBack(tx, id, actor.id);
      if (state === 'in') await this.passOn(tx, activity);
      return { id };
    });
    return this.uow.read((tx) => this.views.one(tx, actor, id));
  }

  /** Until sign-up ends the place goes to the head of the list, afterwards to nobody. */
  private async passOn(tx: EntityManager, { id, signUpUntil, now }: Taken): Promise<void> {
    const taken = now < signUpUntil && (await this.signUps.callHead(tx, id)) !== null;
    if (!taken) await this.signUps.freePlace(tx, id);
  }

  list(actor: Actor, id: string, { cursor, limit = PAGE_SIZE }: PageQuery): Promise<SignedUpPage> {
    return this.uow.read(async (tx) => {
      const activity = (await this.activities.find(tx, id)) ?? fail('NOT_FOUND');
      await this.reach.demandLead(tx, actor, activity);
      const after: SqlValue[] = cursor === undefined ? [] : decodeCursor(cursor, ['id']);
      const found = await rows<SignedRow>(
        tx,
        `SELECT person_id, state, asked_at, turn FROM activity_sign_up
         WHERE activity_id = ? ${after.length > 0 ? 'AND turn > ?' : ''} ORDER BY turn LIMIT ?`,
        [id, ...after, limit + 1],
      );
      const page = found.slice(0, limit);
      const names = await this.people.displayNames(
        tx,
        page.map((row) => row.person_id),
      );
      const items = page.map((row) => ({
        ...{ personId: row.person_id, displayName: names.get(row.person_id) ?? '' },
        ...{ state: row.state, at: row.asked_at.toISOString() },
      }));
      const last = page.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.turn]) : null };
    });
  }
}
