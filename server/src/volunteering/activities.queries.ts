/** Lists of activities, each bounded by community or person and answered by an index; and one's own sign-ups and year. */
import { Injectable } from '@nestjs/common';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { PAGE_SIZE, type PageQuery } from '@sevengrid/shared/kernel/page';
import type { ActivityListName, ActivityQuery, YearQuery } from '@sevengrid/shared/volunteering/activities.requests';
import type { ActivityPage, MyActivityPage, MyYearView } from '@sevengrid/shared/volunteering/activities.views';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { Clock } from '../platform/clock/clock';
import { rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { ACTIVITY_COLUMNS, Activities, activityOf, type Activity, type ActivityRow } from './activities';
import { ActivityViews, myAttendanceView, stageNow } from './activity-views';
import { Attendances } from './attendances';
import { SignUps } from './sign-ups';

/** The soonest first where one looks for what to do, the newest first otherwise. */
const SOONEST: readonly ActivityListName[] = ['open'];

/** Read in the order of `key`, where it has one. */
type Branch = Where & { key?: string };

@Injectable()
export class ActivityQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly clock: Clock,
    private readonly activities: Activities,
    private readonly attendances: Attendances,
    private readonly signUps: SignUps,
    private readonly views: ActivityViews,
  ) {}

  list(actor: Actor, query: ActivityQuery): Promise<ActivityPage> {
    const list = query.list ?? 'open';
    return this.uow.read(async (tx) => {
      const found = await this.page(tx, this.branches(actor, list), SOONEST.includes(list) ? 'ASC' : 'DESC', query);
      const items = await this.views.rows(tx, actor, found.activities);
      return { items, nextCursor: found.nextCursor };
    });
  }

  /** Everything one asked for a place in, the last asked first. */
  mine(actor: Actor, { cursor, limit = PAGE_SIZE }: PageQuery): Promise<MyActivityPage> {
    return this.uow.read(async (tx) => {
      const after: SqlValue[] = cursor === undefined ? [] : decodeCursor(cursor, ['id']);
      const turns = await rows<{ activity_id: string; turn: string }>(
        tx,
        `SELECT activity_id, turn FROM activity_sign_up WHERE person_id = ? ${after.length > 0 ? 'AND turn < ?' : ''}
         ORDER BY turn DESC LIMIT ?`,
        [actor.id, ...after, limit + 1],
      );
      const ids = turns.slice(0, limit).map((row) => row.activity_id);
      const last = turns[limit - 1];
      const items = await this.mineOf(tx, actor, ids);
      return { items, nextCursor: turns.length > limit && last ? encodeCursor([last.turn]) : null };
    });
  }

  private async mineOf(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<MyActivityPage['items']> {
    const [activities, signUps] = [
      await this.activities.findAll(tx, ids),
      await this.signUps.viewsOf(tx, actor.id, ids),
    ];
    const attended = await this.attendances.ofPersonAmong(tx, actor.id, ids);
    const now = (await this.clock.now(tx)).getTime();
    const items: MyActivityPage['items'] = [];
    for (const id of ids) {
      const [activity, signUp, attendance] = [activities.get(id), signUps.get(id), attended.get(id)];
      if (!activity || !signUp) continue;
      const organiserIds = attendance ? await this.activities.organisersOf(tx, id) : [];
      items.push({
        ...{ activityId: id, title: activity.title, place: activity.place, signUp },
        ...{ startsAt: new Date(activity.startsAt).toISOString(), endsAt: new Date(activity.endsAt).toISOString() },
        ...{
          stage: stageNow(activity, now),
          attendance: attendance ? myAttendanceView(attendance, organiserIds) : null,
        },
      });
    }
    return items;
  }

  myYear(actor: Actor, { year }: YearQuery): Promise<MyYearView> {
    return this.uow.read(async (tx) => {
      const offset = this.scopes.communityOfActor(actor)?.tzOffset ?? 0;
      const shown = year ?? wallTime((await this.clock.now(tx)).getTime(), offset).year;
      const found = await rows<{ month: number; activities: number; minutes: string; points: string }>(
        tx,
        `SELECT MONTH(service_day) AS month, COUNT(*) AS activities, SUM(minutes) AS minutes, SUM(points) AS points
         FROM attendance WHERE person_id = ? AND service_day BETWEEN ? AND ? AND journal_id IS NOT NULL
           AND reversal_id IS NULL GROUP BY MONTH(service_day) ORDER BY month`,
        [actor.id, `${shown}-01-01`, `${shown}-12-31`],
      );
      const months = found.map((row) => ({
        ...{ month: Number(row.month), activities: Number(row.activities) },
        ...{ minutes: Number(row.minutes), points: Number(row.points) },
      }));
      const sum = (of: 'activities' | 'minutes' | 'points'): number => months.reduce((all, one) => all + one[of], 0);
      return { year: shown, activities: sum('activities'), minutes: sum('minutes'), points: sum('points'), months };
    });
  }

  /** @throws NOT_ALLOWED where all are asked for by one who plans nowhere. */
  private branches(actor: Actor, list: ActivityListName): Branch[] {
    const within = (scopeIds: readonly string[], key: string, besides: Where | null = null): Branch[] =>
      each('a.community_id', this.scopes.communitiesAround(scopeIds)).map((where) => ({ ...and(where, besides), key }));
    const of = (stage: 'open' | 'public_notice', scopeIds: readonly string[]): Branch[] =>
      within(scopeIds, 'activity_stage', { sql: 'a.stage = ?', params: [stage] });
    const mine = (table: string, besides = ''): Where => ({
      sql: `a.id IN (SELECT activity_id FROM ${table} WHERE person_id = ? ${besides})`,
      params: [actor.id],
    });
    switch (list) {
      case 'open':
        return of('open', [...actor.scopesWith('activity.join'), ...actor.scopesWith('activity.plan')]);
      case 'notice':
        return of(
          'public_notice',
          actor.grants.flatMap(({ scopeId }) => this.scopes.withDescendants(scopeId)),
        );
      case 'mine':
        return [mine('activity_sign_up', "AND state <> 'cancelled'"), mine('attendance')];
      case 'organise':
        return [mine('activity_organiser')];
      case 'all': {
        const seen = [...actor.scopesWith('activity.plan'), ...actor.scopesWith('points.read')];
        return seen.length > 0 ? within(seen, 'activity_all') : fail('NOT_ALLOWED');
      }
    }
  }

  /** Each branch reads its own index in order and stops at the limit; together they are sorted once more. */
  private async page(
    tx: EntityManager,
    branches: readonly Branch[],
    direction: 'ASC' | 'DESC',
    { cursor, limit = PAGE_SIZE }: PageQuery,
  ): Promise<{ activities: Activity[]; nextCursor: string | null }> {
    const after = cursor === undefined ? null : afterCursor(cursor, direction);
    if (branches.length === 0) return { activities: [], nextCursor: null };
    const parts = branches.map(({ key, ...branch }) => ({ key, ...and(branch, after) }));
    const select = ({ sql, key }: Branch): string =>
      `(SELECT a.id, a.starts_at AS at FROM activity a ${key ? `FORCE INDEX (${key})` : ''} WHERE ${sql} ORDER BY a.starts_at ${direction}, a.id ${direction} LIMIT ${limit + 1})`;
    const found = await rows<ActivityRow>(
      tx,
      `SELECT ${ACTIVITY_COLUMNS} FROM (${parts.map(select).join(' UNION ')}) found JOIN activity a ON a.id = found.id
       ORDER BY found.at ${direction}, found.id ${direction} LIMIT ${limit + 1}`,
      parts.flatMap(({ params }) => params),
    );
    const activities = found.slice(0, limit).map(activityOf);
    const last = activities.at(-1);
    return { activities, nextCursor: found.length > limit && last ? encodeCursor([last.startsAt, last.id]) : null };
  }
}

function afterCursor(cursor: string, direction: 'ASC' | 'DESC'): Where {
  const [at, id] = decodeCursor(cursor, ['instant', 'id']);
  const sign = direction === 'ASC' ? '>' : '<';
  return { sql: `a.starts_at ${sign}= ? AND (a.starts_at ${sign} ? OR a.id ${sign} ?)`, params: [at, at, id] };
}
