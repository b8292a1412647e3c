/** Activities in a test: planned, opened and signed up for over HTTP, with as many members as it takes. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { PlanActivity } from '@sevengrid/shared/volunteering/activities.requests';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { AttendanceView, BoardView, RollCallView } from '@sevengrid/shared/volunteering/presence.views';
import type { Role } from '@sevengrid/shared/identity/roles';
import { grantRole } from '../../src/identity/rights';
import { Sessions } from '../../src/identity/sessions';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { ActivityEngine } from '../../src/volunteering/activity-engine';
import type { Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';
import type { Cast } from '../contract/cast';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export interface Planned {
  /** From now; a day without it. */
  startsIn?: number;
  lasts?: number;
  /** Before it starts; an hour without it. */
  signUpEnds?: number;
  capacity?: number;
  organisers?: readonly string[];
  spot?: PlanActivity['spot'];
  title?: string;
}

export interface Member {
  id: string;
  caller: Caller;
}

export const oneOf = (id: string): { params: { id: string } } => ({ params: { id } });

export class AtActivities {
  private kindId: string | undefined;

  constructor(
    readonly cast: Cast,
    private readonly moves: 'clock' | 'rows' = 'clock',
  ) {}

  get app(): TestApp {
    return this.cast.app;
  }

  async body(planned: Planned = {}): Promise<PlanActivity> {
    const { startsIn = DAY, lasts = 2 * HOUR, signUpEnds = HOUR, capacity = 20, organisers, spot, title } = planned;
    const startsAt = this.app.now + startsIn;
    const at = (instant: number): string => new Date(instant).toISOString();
    return {
      ...{ kindId: await this.kind(), title: { zh: title ?? '清扫河边' }, place: { zh: '河边小广场' }, capacity },
      ...{ startsAt: at(startsAt), endsAt: at(startsAt + lasts), signUpUntil: at(startsAt - signUpEnds) },
      ...{ organiserIds: [...(organisers ?? [this.cast.id('central')])], ...(spot ? { spot } : {}) },
    };
  }

  async draft(planned: Planned = {}): Promise<ActivityView> {
    const staff = await this.cast.as('staff');
    return (await staff.call(activityRoutes.plan, { body: await this.body(planned) })).reply;
  }

  async open(planned: Planned = {}): Promise<ActivityView> {
    const { id } = await this.draft(planned);
    return (await (await this.cast.as('staff')).call(activityRoutes.publish, oneOf(id))).reply;
  }

  /** Somebody who serves here, with a session of their own. */
  async member(): Promise<Member> {
    const id = newId();
    const { cipher, communityId } = this.cast.place;
    await this.cast.place.sql('INSERT INTO person (id, name_enc, created_at) VALUES (?, ?, NOW(3))', [
      ...[id, cipher.seal('罗桑次仁')],
    ]);
    const { token } = await this.app.get(UnitOfWork).run(async (tx) => {
      await grantRole(tx, id, 'member', communityId);
      return this.app.get(Sessions).openForPerson(tx, id);
    });
    return { id, caller: this.app.as(token) };
  }

  async members(count: number): Promise<Member[]> {
    const made: Member[] = [];
    for (let i = 0; i < count; i++) made.push(await this.member());
    return made;
  }

  async signUp(activityId: string, ...members: readonly Member[]): Promise<void> {
    for (const { caller } of members) void (await caller.call(activityRoutes.signUp, oneOf(activityId))).reply;
  }

  /** Time goes by: for everybody, or only for the rows of this activity, where others are not to notice. */
  async pass(id: string, ms: number): Promise<void> {
    if (this.moves === 'clock') return this.app.moveTime(ms);
    const back = (...columns: string[]): string =>
      columns.map((column) => `${column} = ${column} - INTERVAL ${ms * 1000} MICROSECOND`).join(', ');
    const times = back('starts_at', 'ends_at', 'sign_up_until', 'notice_until');
    await this.cast.place.sql(`UPDATE activity SET ${times} WHERE id = ?`, [id]);
    const spans = back('in_at', 'out_at', 'from_at', 'to_at');
    await this.cast.place.sql(`UPDATE attendance SET ${spans} WHERE activity_id = ?`, [id]);
  }

  /** Begun just now, with these people having places. */
  async running(members: readonly Member[], planned: Planned = {}): Promise<string> {
    const startsIn = planned.startsIn ?? 3 * HOUR;
    const { id } = await this.open({ ...planned, startsIn });
    await this.signUp(id, ...members);
    await this.pass(id, startsIn);
    return id;
  }

  async call(id: string, point: 'in' | 'out', members: readonly { id: string }[]): Promise<RollCallView['items']> {
    const body = { point, personIds: members.map((member) => member.id) };
    const organiser = await this.cast.as('central');
    return (await organiser.call(presenceRoutes.call, { ...oneOf(id), body })).reply.items;
  }

  /** It is over; all of them were there from its beginning to its last minute. */
  async over(members: readonly Member[], planned: Planned = {}): Promise<string> {
    const id = await this.running(members, planned);
    const lasts = planned.lasts ?? 2 * HOUR;
    if (members.length > 0) await this.call(id, 'in', members);
    await this.pass(id, lasts - MINUTE);
    if (members.length > 0) await this.call(id, 'out', members);
    await this.pass(id, 2 * MINUTE);
    return id;
  }

  /** Its list is up. */
  async announced(members: readonly Member[], planned: Planned = {}): Promise<string> {
    const id = await this.over(members, planned);
    void (await (await this.cast.as('central')).call(awardRoutes.announce, oneOf(id))).reply;
    return id;
  }

  /** Its list was up long enough, and nobody has settled it. */
  async due(members: readonly Member[], planned: Planned = {}): Promise<string> {
    const id = await this.announced(members, planned);
    await this.pass(id, 4 * DAY);
    return id;
  }

  async settled(members: readonly Member[], planned: Planned = {}): Promise<string> {
    const id = await this.due(members, planned);
    void (await (await this.cast.as('staff')).call(awardRoutes.settle, oneOf(id))).reply;
    return id;
  }

  /** Says of these that they were there, or were not; also lets time do what is due. */
  async tick(id: string, attendanceIds: readonly string[], counts: boolean): Promise<void> {
    await this.app.get(UnitOfWork).run((tx) => this.app.get(ActivityEngine).take(tx, id));
    if (attendanceIds.length === 0) return;
    const body = { attendanceIds: [...attendanceIds], counts };
    void (await (await this.cast.as('central')).call(presenceRoutes.tick, { ...oneOf(id), body })).reply;
  }

  async appoint(personId: string, role: Role): Promise<void> {
    const { communityId } = this.cast.place;
    await this.app.get(UnitOfWork).run((tx) => grantRole(tx, personId, role, communityId));
  }

  /** From now on of this work unit and of no other, a new one where none is named; answers its id. */
  async join({ id }: Member, of?: string): Promise<string> {
    const { place } = this.cast;
    const { communityId } = place;
    const unitId = of ?? (await this.unit());
    await place.sql(
      "UPDATE membership SET state = 'ended', sole_person = NULL, ends_on = CURDATE() WHERE person_id = ? AND state = 'live'",
      [id],
    );
    await place.sql(
      `INSERT INTO membership (id, community_id, unit_id, person_id, state, starts_on, sole_person)
       VALUES (?, ?, ?, ?, 'live', CURDATE(), ?)`,
      [newId(), communityId, unitId, id, id],
    );
    return unitId;
  }

  /** A work unit that nobody is of yet. */
  async unit(): Promise<string> {
    const id = newId();
    const { place } = this.cast;
    await place.sql('INSERT INTO organisation (id, kind, name) VALUES (?, ?, ?)', [id, 'unit', `试用单位${id}`]);
    await place.sql('INSERT INTO work_unit (id, name_key) VALUES (?, SHA2(?, 256))', [id, id]);
    return id;
  }

  /** The same person with a new session. */
  async again({ id }: Member): Promise<Member> {
    const { token } = await this.app.get(UnitOfWork).run((tx) => this.app.get(Sessions).openForPerson(tx, id));
    return { id, caller: this.app.as(token) };
  }

  async board(id: string): Promise<BoardView> {
    return (await (await this.cast.as('central')).call(presenceRoutes.board, oneOf(id))).reply;
  }

  /** Of one person at one activity. */
  async attendanceOf(id: string, personId: string): Promise<AttendanceView> {
    const found = (await this.board(id)).items.find((item) => item.personId === personId);
    if (!found) throw new Error('was not there');
    return found;
  }

  /** A kind of service that the community has. */
  async kind(): Promise<string> {
    const sql = 'SELECT id FROM service_kind WHERE community_id = ? ORDER BY position LIMIT 1';
    this.kindId ??= ((await this.cast.place.sql(sql, [this.cast.place.communityId])) as [{ id: string }])[0].id;
    return this.kindId;
  }
}
