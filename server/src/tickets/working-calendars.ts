/** The working calendar of each community: its hours and the days that notices changed, read again only when somebody changed them. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { workingCalendar, type Interval, type WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';
import { Scopes } from '../identity/scopes';
import { change, json, one, rows } from '../platform/database/sql';

export interface DayRow {
  day: string;
  kind: 'off' | 'work';
  name: string;
}

export interface CalendarRow {
  weekdays: readonly number[];
  intervals: readonly Interval[];
  /** One more for each change; what was computed under a lower one may have to be computed again. */
  revision: number;
}

interface Known {
  revision: number;
  offset: number;
  calendar: WorkingCalendar;
}

@Injectable()
export class WorkingCalendars {
  private readonly known = new Map<string, Known>();

  constructor(private readonly scopes: Scopes) {}

  /** `revision` is the one in the database where the caller has just read it. */
  async of(tx: EntityManager, communityId: string, revision?: number): Promise<WorkingCalendar> {
    const offset = this.scopes.communityOf(communityId).tzOffset;
    const known = this.known.get(communityId);
    if (known && known.revision === revision && known.offset === offset) return known.calendar;
    const row = await this.row(tx, communityId);
    if (known?.revision === row.revision && known.offset === offset) return known.calendar;
    const calendar = await this.read(tx, communityId, row);
    this.known.set(communityId, { revision: row.revision, offset, calendar });
    return calendar;
  }

  /** As `tx` sees it, changes not yet committed included; so it is not remembered. */
  async read(tx: EntityManager, communityId: string, row?: CalendarRow): Promise<WorkingCalendar> {
    const { weekdays, intervals } = row ?? (await this.row(tx, communityId));
    const days = new Map((await this.days(tx, communityId)).map(({ day, kind }) => [day, kind]));
    const offset = this.scopes.communityOf(communityId).tzOffset;
    return workingCalendar({ offset, weekdays, intervals, days });
  }

  /** The ordinary hours where the community has set none. */
  async row(tx: EntityManager, communityId: string): Promise<CalendarRow> {
    const row = await one<{ weekdays: string | number[]; intervals: string | Interval[]; revision: number }>(
      tx,
      'SELECT weekdays, intervals, revision FROM work_calendar WHERE community_id = ?',
      [communityId],
    );
    if (!row) return { ...ORDINARY_HOURS, revision: 0 };
    return { weekdays: json(row.weekdays), intervals: json(row.intervals), revision: row.revision };
  }

  days(tx: EntityManager, communityId: string): Promise<DayRow[]> {
    return rows<DayRow>(tx, 'SELECT day, kind, name FROM work_day WHERE community_id = ? ORDER BY day', [communityId]);
  }

  /** Locks the community's calendar for a change, made first where there is none. */
  async lock(tx: EntityManager, communityId: string): Promise<void> {
    await change(
      tx,
      `INSERT INTO work_calendar (community_id, weekdays, intervals, revision, redated) VALUES (?, ?, ?, 1, 1)
       ON DUPLICATE KEY UPDATE revision = revision`,
      [communityId, JSON.stringify(ORDINARY_HOURS.weekdays), JSON.stringify(ORDINARY_HOURS.intervals)],
    );
    await one(tx, 'SELECT revision FROM work_calendar WHERE community_id = ? FOR UPDATE', [communityId]);
  }

  async writeHours(tx: EntityManager, communityId: string, hours: Omit<CalendarRow, 'revision'>): Promise<void> {
    await this.lock(tx, communityId);
    await change(
      tx,
      'UPDATE work_calendar SET weekdays = ?, intervals = ?, revision = revision + 1, redate_after = NULL WHERE community_id = ?',
      [JSON.stringify(hours.weekdays), JSON.stringify(hours.intervals), communityId],
    );
  }

  /** Sets days, or gives them back to the ordinary week. */
  async writeDays(
    tx: EntityManager,
    communityId: string,
    days: readonly (Omit<DayRow, 'kind'> & { kind: DayRow['kind'] | 'ordinary' })[],
  ): Promise<void> {
    await this.lock(tx, communityId);
    const ordinary = days.filter(({ kind }) => kind === 'ordinary').map(({ day }) => day);
    const changed = days.filter(({ kind }) => kind !== 'ordinary');
    if (ordinary.length > 0)
      await change(tx, 'DELETE FROM work_day WHERE community_id = ? AND day IN (?)', [communityId, ordinary]);
    if (changed.length > 0)
      await change(
        tx,
        `REPLACE INTO work_day (community_id, day, kind, name) VALUES ${changed.map(() => '(?,?,?,?)').join(', ')}`,
        changed.flatMap(({ day, kind, name }) => [communityId, day, kind, name]),
      );
    await change(tx, 'UPDATE work_calendar SET revision = revision + 1, redate_after = NULL WHERE community_id = ?', [
      communityId,
    ]);
  }
}
