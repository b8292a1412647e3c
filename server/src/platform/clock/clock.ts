/** Time is the database's; every instant that is stored or compared comes from here. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { one } from '../database/sql';
import { ClockShift } from './clock-shift';

@Injectable()
export class Clock {
  constructor(
    private readonly dataSource: DataSource,
    private readonly shift: ClockShift,
  ) {}

  /** The instant of the transaction `tx`, or of the database now; milliseconds. */
  async now(tx?: EntityManager): Promise<Date> {
    const row = await one<{ now: Date }>(tx ?? this.dataSource.manager, 'SELECT NOW(3) AS now');
    if (!row) throw new Error('the database tells no time');
    return tx ? row.now : new Date(row.now.getTime() + this.shift.ms);
  }
}
