/** Says in words why points of volunteering moved: the activity's name, which its page opens. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { EntityManager } from 'typeorm';
import { PointCauses, type PointCause } from '../points/point-causes';
import { json, rows } from '../platform/database/sql';

interface Row {
  id: string;
  activity_id: string;
  title: string | Bilingual;
}

const OF_ATTENDANCES = `SELECT a.id, a.activity_id, y.title FROM attendance a JOIN activity y ON y.id = a.activity_id
  WHERE a.id IN (?)`;
const OF_TAKE_BACKS = `SELECT t.id, a.activity_id, y.title FROM award_take_back t
  JOIN attendance a ON a.id = t.attendance_id JOIN activity y ON y.id = a.activity_id WHERE t.id IN (?)`;

const look =
  (sql: string) =>
  async (tx: EntityManager, ids: readonly string[]): Promise<Map<string, PointCause>> =>
    new Map(
      (await rows<Row>(tx, sql, [[...ids]])).map(({ id, activity_id: activityId, title }) => [
        id,
        { title: json(title), subject: { kind: 'activity', id: activityId } },
      ]),
    );

@Injectable()
export class CausesOfAwards implements OnModuleInit {
  constructor(private readonly causes: PointCauses) {}

  onModuleInit(): void {
    this.causes.register('attendance', look(OF_ATTENDANCES));
    this.causes.register('take_back', look(OF_TAKE_BACKS));
  }
}
