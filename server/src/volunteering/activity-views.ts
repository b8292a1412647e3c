/** The only way activities leave the server: rows, one as a whole, and who signed up, masked. */
import { Injectable } from '@nestjs/common';
import { dueByTime, ACTIVITY_FLOW, type ActivityStage } from '@sevengrid/shared/volunteering/activity-flow';
import type {
  ActivityRowView,
  ActivityView,
  MyAttendanceView,
  MySignUpView,
} from '@sevengrid/shared/volunteering/activities.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Clock } from '../platform/clock/clock';
import type { Actor } from '../platform/http/actor';
import type { Activity } from './activities';
import { ActivityReach } from './activity-reach';
import { Attendances, standingOfAttendance, type Attendance } from './attendances';
import { Rules } from './rules';
import { ServiceKinds } from './service-kinds';
import { SignUps } from './sign-ups';

const shown = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** Where it stands though the clock's job has not come by yet. */
export function stageNow(activity: Activity, now: number): ActivityStage {
  const last = dueByTime(activity.stage, activity, now).at(-1);
  return (last && ACTIVITY_FLOW[last].to !== 'unchanged' && ACTIVITY_FLOW[last].to[0]) || activity.stage;
}

export const myAttendanceView = (of: Attendance, organiserIds: readonly string[]): MyAttendanceView => ({
  id: of.id,
  inAt: new Date(of.inAt).toISOString(),
  outAt: shown(of.outAt),
  standing: standingOfAttendance(of, organiserIds),
  minutes: of.minutes,
  points: of.points,
  cappedPoints: of.capped,
});

@Injectable()
export class ActivityViews {
  constructor(
    private readonly reach: ActivityReach,
    private readonly people: People,
    private readonly kinds: ServiceKinds,
    private readonly rules: Rules,
    private readonly signUps: SignUps,
    private readonly attendances: Attendances,
    private readonly clock: Clock,
  ) {}

  async rows(tx: EntityManager, actor: Actor, activities: readonly Activity[]): Promise<ActivityRowView[]> {
    const kinds = await this.kinds.names(
      tx,
      activities.map(({ kindId }) => kindId),
    );
    const mine = await this.signUps.viewsOf(
      tx,
      actor.id,
      activities.map(({ id }) => id),
    );
    const now = (await this.clock.now(tx)).getTime();
    return activities.map((activity) => rowOf(activity, now, kinds.get(activity.kindId), mine.get(activity.id)));
  }

  async one(tx: EntityManager, actor: Actor, id: string): Promise<ActivityView> {
    const { activity, reach } = await this.reach.see(tx, actor, id);
    const [row] = (await this.rows(tx, actor, [activity])) as [ActivityRowView];
    const names = await this.people.displayNames(tx, reach.organiserIds);
    const mine = await this.attendances.ofPerson(tx, id, actor.id);
    const rule = await this.rules.inForce(tx, activity.communityId);
    return {
      ...row,
      about: activity.about,
      spot: activity.spot,
      organisers: reach.organiserIds.map((personId) => ({ personId, displayName: names.get(personId) ?? '' })),
      leading: this.reach.leads(reach),
      myAttendance: mine && myAttendanceView(mine, reach.organiserIds),
      moves: this.reach.moves(row, reach),
      points: rule.points,
      noticeUntil: shown(activity.noticeUntil),
      version: activity.version,
    };
  }
}

function rowOf(
  activity: Activity,
  now: number,
  name: ActivityRowView['kind']['name'] | undefined,
  mySignUp: MySignUpView | undefined,
): ActivityRowView {
  return {
    id: activity.id,
    communityId: activity.communityId,
    kind: { id: activity.kindId, name: name ?? { zh: '' } },
    title: activity.title,
    place: activity.place,
    startsAt: new Date(activity.startsAt).toISOString(),
    endsAt: new Date(activity.endsAt).toISOString(),
    signUpUntil: new Date(activity.signUpUntil).toISOString(),
    stage: stageNow(activity, now),
    capacity: activity.capacity,
    signedUp: activity.signed,
    waiting: activity.waiting,
    mySignUp: mySignUp ?? null,
  };
}
