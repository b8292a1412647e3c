/** The one writer of an activity's stage: moves it as the flow says, after time has done what was due. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ACTIVITY_FLOW,
  dueByTime,
  nextByTime,
  type ActivityAction,
  type ActivityStage,
} from '@sevengrid/shared/volunteering/activity-flow';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock';
import { canonicalJson } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import { Seals } from '../platform/seal/seals';
import { Activities, type Activity } from './activities';
import { Attendances } from './attendances';

/** An activity that nobody else changes until the transaction ends. */
export interface Taken extends Activity {
  /** The instant of the transaction, milliseconds UTC. */
  now: number;
}

/** What is written beside the stage. */
export interface Besides {
  ruleVersion?: number;
  /** Milliseconds UTC. */
  noticeUntil?: number;
  cancelledRef?: string;
}

@Injectable()
export class ActivityEngine implements OnModuleInit {
  constructor(
    private readonly activities: Activities,
    private readonly attendances: Attendances,
    private readonly clock: Clock,
    private readonly seals: Seals,
  ) {}

  onModuleInit(): void {
    this.seals.register({ name: 'activity_event', table: 'activity_event', canonical: canonicalJson });
  }

  /** Locks it, and lets time do first what is due. @throws NOT_FOUND */
  async take(tx: EntityManager, id: string): Promise<Taken> {
    const found = (await this.activities.lock(tx, id)) ?? fail('NOT_FOUND');
    const now = (await this.clock.now(tx)).getTime();
    let taken: Taken = { ...found, now };
    for (const action of dueByTime(found.stage, found, now)) {
      if (action === 'finish') await this.attendances.closeAll(tx, taken);
      taken = await this.move(tx, taken, action, null);
    }
    return taken;
  }

  /** @throws ACTIVITY_WRONG_STAGE */
  demandStage(action: ActivityAction, { stage }: Pick<Activity, 'stage'>): void {
    if (!ACTIVITY_FLOW[action].from.includes(stage)) fail('ACTIVITY_WRONG_STAGE');
  }

  /** Moves what was taken; `actorId` null is time. @throws ACTIVITY_WRONG_STAGE */
  async move(
    tx: EntityManager,
    activity: Taken,
    action: ActivityAction,
    actorId: string | null,
    besides: Besides = {},
  ): Promise<Taken> {
    this.demandStage(action, activity);
    const { to } = ACTIVITY_FLOW[action];
    const stage = to === 'unchanged' ? activity.stage : (to[0] ?? activity.stage);
    const moved: Taken = { ...activity, stage, noticeUntil: besides.noticeUntil ?? activity.noticeUntil };
    await change(
      tx,
      `UPDATE activity SET stage = ?, wake_at = ?, notice_until = COALESCE(?, notice_until),
         rule_version = COALESCE(?, rule_version), cancelled_ref = COALESCE(?, cancelled_ref), version = version + 1
       WHERE id = ?`,
      [
        ...[stage, wakeOf(moved), besides.noticeUntil === undefined ? null : new Date(besides.noticeUntil)],
        ...[besides.ruleVersion ?? null, besides.cancelledRef ?? null, activity.id],
      ],
    );
    await this.note(tx, moved, action, actorId);
    return { ...moved, ruleVersion: besides.ruleVersion ?? activity.ruleVersion, version: activity.version + 1 };
  }

  /** Time has nothing to do until somebody has answered. */
  async sleep(tx: EntityManager, id: string): Promise<void> {
    await change(tx, 'UPDATE activity SET wake_at = NULL WHERE id = ?', [id]);
  }

  /** Time may go on. */
  async wake(tx: EntityManager, activity: Taken): Promise<void> {
    await change(tx, 'UPDATE activity SET wake_at = ? WHERE id = ?', [wakeOf(activity), activity.id]);
  }

  /** What was done and changed no stage. */
  async note(
    tx: EntityManager,
    { id, stage }: { id: string; stage: ActivityStage },
    action: ActivityAction,
    actorId: string | null,
  ): Promise<void> {
    await change(
      tx,
      'INSERT INTO activity_event (id, activity_id, action, stage, actor_id, at) VALUES (?, ?, ?, ?, ?, NOW(3))',
      [newId(), id, action, stage, actorId],
    );
  }
}

/** When time next has something to do; null while it waits for people. */
export function wakeOf(
  activity: Pick<Activity, 'stage' | 'noticeUntil' | 'startsAt' | 'endsAt' | 'signUpUntil'>,
): Date | null {
  if (activity.stage === 'public_notice') return activity.noticeUntil === null ? null : new Date(activity.noticeUntil);
  const next = nextByTime(activity.stage, activity);
  return next && new Date(next.at);
}
