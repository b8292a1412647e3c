/** Writes planned activities as time and their organisers would have left them, and gives what was earned through the ledger, each at its own time. */
import { randomBytes } from 'node:crypto';
import { dayPlus, startOfDay, wallTime } from '@sevengrid/shared/kernel/days';
import type { ActivityAction, ActivityStage } from '@sevengrid/shared/volunteering/activity-flow';
import { SEEDED_RULE } from '@sevengrid/shared/volunteering/rules';
import { minutesOf } from '@sevengrid/shared/volunteering/served-time';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, insertMany } from '../platform/database/sql';
import { Activities, type Activity } from '../volunteering/activities';
import { wakeOf } from '../volunteering/activity-engine';
import { AttendanceProofs } from '../volunteering/attendance-proofs';
import { Attendances } from '../volunteering/attendances';
import { Coming } from '../volunteering/coming';
import { Settling } from '../volunteering/settling';
import type { DemoContext } from './demo-context';
import type { PlannedActivity } from './plan-activities';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What was done by when an activity stands there; `null` is time. */
const STEPS: readonly (readonly [ActivityAction, ActivityStage, 'staff' | 'organiser' | null])[] = [
  ['plan', 'draft', 'staff'],
  ['publish', 'open', 'staff'],
  ['close', 'closed', null],
  ['begin', 'running', null],
  ['finish', 'confirming', null],
  ['announce', 'public_notice', 'organiser'],
];

export class ActivityWriter {
  constructor(
    private readonly context: DemoContext,
    private readonly kinds: ReadonlyMap<string, string>,
    private readonly offset: number,
  ) {}

  async write(tx: EntityManager, planned: PlannedActivity): Promise<void> {
    const id = newId(Math.min(planned.startsAt - 10 * DAY, this.context.now.getTime()));
    await this.writeRow(tx, id, planned);
    const activities = this.context.app.get(Activities);
    await activities.nameOrganisers(tx, id, [this.organiserId]);
    await this.writeSignUps(tx, id, planned);
    await this.writeSteps(tx, id, planned);
    const activity = await activities.find(tx, id);
    if (!activity) throw new Error('an activity that was not written');
    if (planned.attended.length > 0) await this.writeAttendances(tx, activity, planned);
    if (planned.stage === 'settled') await this.settle(tx, activity);
  }

  private get organiserId(): string {
    return this.context.people.central[0]?.id ?? '';
  }

  /** What will be settled is first put up for notice. */
  private async writeRow(tx: EntityManager, id: string, planned: PlannedActivity): Promise<void> {
    const stage = planned.stage === 'settled' ? 'public_notice' : planned.stage;
    const noticed = stage === 'public_notice';
    const noticeUntil = noticed ? this.noticeEnd(planned) : null;
    const secret = this.context.app.get(FieldCipher).sealBytes(randomBytes(32));
    await change(
      tx,
      `INSERT INTO activity (id, community_id, kind_id, title, place, starts_at, ends_at, sign_up_until, capacity, signed,
         stage, secret_enc, rule_version, notice_until, wake_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, this.context.communityId, this.kinds.get(planned.kind) ?? '', JSON.stringify(planned.title)],
        ...[JSON.stringify(planned.place), new Date(planned.startsAt), new Date(planned.endsAt)],
        ...[new Date(planned.signUpUntil), planned.capacity, planned.placed.length, stage, secret],
        ...[noticed ? SEEDED_RULE.version : null, noticeUntil && new Date(noticeUntil)],
        wakeOf({ ...planned, stage, noticeUntil }),
      ],
    );
  }

  private async writeSignUps(tx: EntityManager, id: string, planned: PlannedActivity): Promise<void> {
    const asked = Math.min(planned.startsAt - 3 * DAY, this.context.now.getTime() - DAY);
    const all = [...planned.placed, ...planned.waiting];
    await insertMany(
      tx,
      'INSERT INTO activity_sign_up (id, activity_id, person_id, state, asked_at, turn)',
      all.map((personId, i) => {
        const state = i < planned.placed.length ? 'in' : 'waiting';
        return [newId(), id, personId, state, new Date(asked + i * MINUTE), newId(asked + i * MINUTE)];
      }),
    );
  }

  private async writeSteps(tx: EntityManager, id: string, { stage, startsAt, endsAt }: PlannedActivity): Promise<void> {
    const { staff } = this.context.people;
    const last = STEPS.findIndex(([, to]) => to === (stage === 'settled' ? 'public_notice' : stage));
    const done = stage === 'cancelled' ? STEPS.slice(0, 2) : STEPS.slice(0, last + 1);
    const now = this.context.now.getTime();
    const planned = Math.min(startsAt - 8 * DAY, now - DAY);
    const steps = done.map(([action, to, by]): [ActivityAction, ActivityStage, string | null, number] => {
      const at = action === 'announce' || action === 'finish' ? endsAt : planned;
      return [action, to, by === 'staff' ? (staff[0]?.id ?? null) : by && this.organiserId, at];
    });
    if (stage === 'cancelled') steps.push(['cancel', 'cancelled', staff[0]?.id ?? null, startsAt - DAY]);
    await insertMany(
      tx,
      'INSERT INTO activity_event (id, activity_id, action, stage, actor_id, at)',
      steps.map(([action, to, actorId, at]) => [newId(at), id, action, to, actorId, new Date(at)]),
    );
  }

  private async writeAttendances(tx: EntityManager, activity: Activity, planned: PlannedActivity): Promise<void> {
    const [attendances, proofs] = [this.context.app.get(Attendances), this.context.app.get(AttendanceProofs)];
    const over = planned.stage !== 'running';
    const comers = planned.attended.map(({ personId, late = 0, stayed, signals = [] }) => ({
      ...{ personId, how: signals.length > 0 ? ('scan' as const) : ('call' as const), signals: [...signals] },
      presence: { in: activity.startsAt + late * MINUTE, out: stayed ? null : activity.endsAt },
    }));
    const ids = await at(tx, activity.startsAt, () => this.context.app.get(Coming).put(tx, activity, comers));
    const came = (what: 'in' | 'out', of: readonly string[]) =>
      proofs.prove(
        tx,
        of.map((attendanceId) => ({ attendanceId, what, byId: this.organiserId })),
      );
    await at(tx, activity.startsAt, () => came('in', ids));
    if (!over) return;
    const left = ids.filter((_, i) => !planned.attended[i]?.stayed);
    await at(tx, activity.endsAt, async () => {
      await came('out', left);
      await attendances.closeAll(tx, activity);
    });
    if (planned.stage === 'confirming') return;
    const all = await attendances.of(tx, activity.id);
    await attendances.writeMinutes(
      tx,
      all.map(({ id, span }) => ({ id, minutes: minutesOf(span) })),
    );
  }

  private settle(tx: EntityManager, activity: Activity): Promise<void> {
    const now = activity.noticeUntil ?? activity.endsAt;
    return at(tx, now, async () => void (await this.context.app.get(Settling).settle(tx, { ...activity, now }, null)));
  }

  /** The list is put up when it ends. */
  private noticeEnd({ endsAt }: PlannedActivity): number {
    return startOfDay(dayPlus(wallTime(endsAt, this.offset).day, SEEDED_RULE.noticeDays + 1), this.offset);
  }
}

/** Runs `work` at another instant of the transaction's clock. */
async function at<T>(tx: EntityManager, instant: number, work: () => Promise<T>): Promise<T> {
  await change(tx, 'SET timestamp = ?', [instant / 1000]);
  try {
    return await work();
  } finally {
    await change(tx, 'SET timestamp = DEFAULT');
  }
}
