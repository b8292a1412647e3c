/** Rows of attendances and the proofs behind them: who was there from when to when, and how that is known. */
import { Injectable } from '@nestjs/common';
import type { AttendanceStanding, Tick } from '@sevengrid/shared/volunteering/attendance-standing';
import { standingOf } from '@sevengrid/shared/volunteering/attendance-standing';
import { countedSpan, type Presence, type Span } from '@sevengrid/shared/volunteering/served-time';
import { scoreOf, type Signal } from '@sevengrid/shared/volunteering/signals';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change, insertMany, json, one, rows, type SqlValue } from '../platform/database/sql';
import type { Where } from '../platform/database/where';
import type { Activity } from './activities';
import { AttendanceProofs } from './attendance-proofs';

export type How = 'scan' | 'call' | 'manual';

/** Instants in milliseconds UTC. */
export interface Attendance {
  id: string;
  activityId: string;
  personId: string;
  /** Of the person at the time of service. */
  unitId: string | null;
  inAt: number;
  outAt: number | null;
  autoOut: boolean;
  /** What counts of it. */
  span: Span;
  how: How;
  signals: Signal[];
  score: number;
  tick: Tick;
  tickedBy: string | null;
  addedBy: string | null;
  wantsSecond: boolean;
  secondedBy: string | null;
  minutes: number | null;
  points: number | null;
  capped: number | null;
  journalId: string | null;
  reversalId: string | null;
}

export interface NewAttendance extends Pick<Attendance, 'personId' | 'unitId' | 'how' | 'signals'> {
  presence: Presence;
  addedBy?: string;
  wantsSecond?: boolean;
}

interface Row {
  id: string;
  activity_id: string;
  person_id: string;
  unit_id: string | null;
  in_at: Date;
  out_at: Date | null;
  auto_out: number;
  from_at: Date;
  to_at: Date;
  how: How;
  signals: string | Signal[];
  score: number;
  tick: Tick;
  ticked_by: string | null;
  added_by: string | null;
  wants_second: number;
  seconded_by: string | null;
  minutes: number | null;
  points: number | null;
  capped: number | null;
  journal_id: string | null;
  reversal_id: string | null;
}

const ATTENDANCE = `SELECT id, activity_id, person_id, unit_id, in_at, out_at, auto_out, from_at, to_at, how, signals,
  score, tick, ticked_by, added_by, wants_second, seconded_by, minutes, points, capped, journal_id, reversal_id
  FROM attendance`;

const attendanceOf = (row: Row): Attendance => ({
  ...{ id: row.id, activityId: row.activity_id, personId: row.person_id, unitId: row.unit_id },
  ...{ inAt: row.in_at.getTime(), outAt: row.out_at?.getTime() ?? null, autoOut: row.auto_out === 1 },
  ...{ span: { from: row.from_at.getTime(), to: row.to_at.getTime() }, how: row.how, signals: json(row.signals) },
  ...{ score: row.score, tick: row.tick, tickedBy: row.ticked_by, addedBy: row.added_by },
  ...{ wantsSecond: row.wants_second === 1, secondedBy: row.seconded_by, minutes: row.minutes, points: row.points },
  ...{ capped: row.capped, journalId: row.journal_id, reversalId: row.reversal_id },
});

export const standingOfAttendance = (of: Attendance, organiserIds: readonly string[]): AttendanceStanding =>
  standingOf({
    ...{ gone: of.outAt !== null, autoOut: of.autoOut, score: of.score, tick: of.tick },
    ...{ ofOrganiser: organiserIds.includes(of.personId), wantsSecond: of.wantsSecond },
    ...{ seconded: of.secondedBy !== null, awarded: of.journalId !== null, takenBack: of.reversalId !== null },
  });

const WRITTEN_AT_ONCE = 100;

/** Ids by what they have in common. */
function groups<T extends { id: string }>(all: readonly T[], by: (one: T) => number): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const one of all) found.set(by(one), [...(found.get(by(one)) ?? []), one.id]);
  return found;
}

@Injectable()
export class Attendances {
  constructor(private readonly proofs: AttendanceProofs) {}

  /** Of one activity, in the order of coming. */
  async of(tx: EntityManager, activityId: string): Promise<Attendance[]> {
    const sql = `${ATTENDANCE} WHERE activity_id = ? ORDER BY id`;
    return (await rows<Row>(tx, sql, [activityId])).map(attendanceOf);
  }

  async find(tx: EntityManager, id: string): Promise<Attendance | null> {
    const row = await one<Row>(tx, `${ATTENDANCE} WHERE id = ?`, [id]);
    return row && attendanceOf(row);
  }

  async ofPerson(tx: EntityManager, activityId: string, personId: string): Promise<Attendance | null> {
    const row = await one<Row>(tx, `${ATTENDANCE} WHERE activity_id = ? AND person_id = ?`, [activityId, personId]);
    return row && attendanceOf(row);
  }

  /** One person's, by activity. */
  async ofPersonAmong(
    tx: EntityManager,
    personId: string,
    activityIds: readonly string[],
  ): Promise<Map<string, Attendance>> {
    if (activityIds.length === 0) return new Map();
    const sql = `${ATTENDANCE} WHERE person_id = ? AND activity_id IN (?)`;
    const found = await rows<Row>(tx, sql, [personId, [...activityIds]]);
    return new Map(found.map((row) => [row.activity_id, attendanceOf(row)]));
  }

  /** Adds them with their first proof; answers their ids in the order given. `serviceDay` is the activity's. */
  async add(
    tx: EntityManager,
    activity: Activity,
    serviceDay: string,
    all: readonly NewAttendance[],
  ): Promise<string[]> {
    const planned = { from: activity.startsAt, to: activity.endsAt };
    const made = all.map((one) => ({ id: newId(), one, span: countedSpan(one.presence, planned) }));
    await insertMany(
      tx,
      `INSERT INTO attendance (id, activity_id, person_id, unit_id, service_day, in_at, out_at, from_at, to_at, how,
         signals, score, added_by, wants_second)`,
      made.map(({ id, one, span }) => [
        ...[id, activity.id, one.personId, one.unitId, serviceDay, new Date(one.presence.in)],
        ...[one.presence.out === null ? null : new Date(one.presence.out), new Date(span.from), new Date(span.to)],
        ...[one.how, JSON.stringify(one.signals), scoreOf(one.signals), one.addedBy ?? null, one.wantsSecond ? 1 : 0],
      ]),
    );
    return made.map(({ id }) => id);
  }

  /** From then on they are gone; signals of the going weigh beside those of the coming. */
  async leave(
    tx: EntityManager,
    activity: Activity,
    of: Attendance,
    at: number,
    signals: readonly Signal[] = [],
  ): Promise<void> {
    const span = countedSpan({ in: of.inAt, out: at }, { from: activity.startsAt, to: activity.endsAt });
    const all = [...new Set([...of.signals, ...signals])];
    await change(tx, 'UPDATE attendance SET out_at = ?, from_at = ?, to_at = ?, signals = ?, score = ? WHERE id = ?', [
      new Date(at),
      new Date(span.from),
      new Date(span.to),
      JSON.stringify(all),
      scoreOf(all),
      of.id,
    ]);
  }

  /** The same of many at once, who left without a scan. */
  async leaveAll(tx: EntityManager, activity: Activity, all: readonly Attendance[], at: number): Promise<void> {
    if (all.length === 0) return;
    await change(
      tx,
      'UPDATE attendance SET out_at = ?, to_at = GREATEST(from_at, LEAST(?, ?)) WHERE id IN (?) AND out_at IS NULL',
      [new Date(at), new Date(at), new Date(activity.endsAt), all.map(({ id }) => id)],
    );
  }

  /** False where somebody seconded it before. */
  async second(tx: EntityManager, id: string, byId: string): Promise<boolean> {
    const sql = 'UPDATE attendance SET seconded_by = ? WHERE id = ? AND wants_second = 1 AND seconded_by IS NULL';
    return (await change(tx, sql, [byId, id])) === 1;
  }

  async tick(tx: EntityManager, ids: readonly string[], tick: Tick, byId: string): Promise<void> {
    await change(tx, 'UPDATE attendance SET tick = ?, ticked_by = ? WHERE id IN (?)', [tick, byId, [...ids]]);
  }

  /** What is put up for everybody; many have the same, so there are few statements. */
  async writeMinutes(tx: EntityManager, all: readonly { id: string; minutes: number }[]): Promise<void> {
    for (const [minutes, ids] of groups(all, ({ minutes }) => minutes))
      await change(tx, 'UPDATE attendance SET minutes = ? WHERE id IN (?)', [minutes, ids]);
  }

  /** What each was given, with the journal that gave it. */
  async writeEarnings(
    tx: EntityManager,
    all: readonly { id: string; points: number; capped: number; unitPoints: number }[],
    journals: ReadonlyMap<string, string>,
  ): Promise<void> {
    for (let from = 0; from < all.length; from += WRITTEN_AT_ONCE) {
      const part = all.slice(from, from + WRITTEN_AT_ONCE);
      const column = (of: (one: (typeof part)[number]) => SqlValue): Where => ({
        sql: `CASE id ${part.map(() => 'WHEN ? THEN ?').join(' ')} END`,
        params: part.flatMap((one) => [one.id, of(one)]),
      });
      const columns = [
        ...[column(({ points }) => points), column(({ capped }) => capped), column(({ unitPoints }) => unitPoints)],
        column(({ id }) => journals.get(id) ?? null),
      ];
      const [points, capped, unit, journal] = columns.map(({ sql }) => sql);
      await change(
        tx,
        `UPDATE attendance SET points = ${points}, capped = ${capped}, unit_points = ${unit}, journal_id = ${journal}
         WHERE id IN (?)`,
        [...columns.flatMap(({ params }) => [...params]), part.map(({ id }) => id)],
      );
    }
  }

  async takeBack(tx: EntityManager, id: string, reversalId: string): Promise<void> {
    await change(tx, 'UPDATE attendance SET reversal_id = ? WHERE id = ?', [reversalId, id]);
  }

  /** Whoever is still there when it ends is gone by the clock, which needs an organiser's tick. */
  async closeAll(tx: EntityManager, { id, endsAt }: Activity): Promise<void> {
    const there = (await this.of(tx, id)).filter(({ outAt }) => outAt === null);
    if (there.length === 0) return;
    await change(
      tx,
      'UPDATE attendance SET out_at = ?, to_at = GREATEST(from_at, ?), auto_out = 1 WHERE activity_id = ? AND out_at IS NULL',
      [new Date(endsAt), new Date(endsAt), id],
    );
    await this.proofs.prove(
      tx,
      there.map((one) => ({ attendanceId: one.id, what: 'auto_out', byId: null })),
    );
  }

  /** Those of `personIds` who were elsewhere within `span`; their accounts must be locked. */
  async elsewhere(
    tx: EntityManager,
    personIds: readonly string[],
    activityId: string,
    { from, to }: Span,
  ): Promise<Set<string>> {
    if (personIds.length === 0 || from >= to) return new Set();
    const found = await rows<{ person_id: string }>(
      tx,
      `SELECT DISTINCT person_id FROM attendance
       WHERE person_id IN (?) AND activity_id <> ? AND tick <> 'no' AND from_at < ? AND to_at > ? AND to_at > from_at`,
      [[...personIds], activityId, new Date(to), new Date(from)],
    );
    return new Set(found.map((row) => row.person_id));
  }
}
