/** Who answers in a grid: its worker, and the backup while the worker is on leave. */
import { Injectable } from '@nestjs/common';
import type { WorkerView } from '@sevengrid/shared/grids/views';
import type { EntityManager } from 'typeorm';
import { People, type NameRow } from '../identity/people';
import { GRANT_HOLDS } from '../identity/rights';
import { runsToday, TODAY } from '../identity/today';
import { one, rows } from '../platform/database/sql';
import { isOnDuty } from './duty';

export interface Team {
  /** Person ids. */
  worker: string | null;
  backup: string | null;
  /** The backup while the worker is on leave today, unless the backup is away too. */
  answering: string | null;
  /** Everybody who serves the grid today. */
  members: readonly string[];
  /** The public name of who answers. */
  answeringName: string | null;
}

const NOBODY: Team = { worker: null, backup: null, answering: null, members: [], answeringName: null };

export interface Faces {
  worker: WorkerView | null;
  backup: WorkerView | null;
  dutyPhone: string;
  branchName: string | null;
}

interface TeamRow extends NameRow {
  grid_id: string;
  person_id: string;
  role: 'worker' | 'backup';
  away: number;
}

interface GridRow {
  scope_id: string;
  branch_name: string | null;
  duty_phone: string;
  duty_days: number;
  duty_from: number;
  duty_to: number;
  tz_offset: number;
  now: Date;
}

/** On the wall of the grid's community. */
const SERVES = runsToday('gw');

/** Of a row with a person: on leave today, on the wall of `scope sc`. */
const away = (row: string): string => `EXISTS (SELECT 1 FROM worker_leave wl WHERE wl.person_id = ${row}.person_id
  AND wl.cancelled_at IS NULL AND wl.from_day <= ${TODAY} AND wl.to_day >= ${TODAY})`;

@Injectable()
export class GridTeams {
  constructor(private readonly people: People) {}

  async of(tx: EntityManager, gridId: string): Promise<Team> {
    return (await this.ofMany(tx, [gridId])).get(gridId) ?? NOBODY;
  }

  async ofMany(tx: EntityManager, gridIds: readonly string[]): Promise<Map<string, Team>> {
    const teams = new Map<string, Team>();
    for (const [gridId, members] of await this.members(tx, gridIds)) {
      const worker = members.find((row) => row.role === 'worker');
      const backup = members.find((row) => row.role === 'backup');
      const answering = [worker, backup].find((row) => row && row.away === 0) ?? worker ?? backup;
      teams.set(gridId, {
        worker: worker?.person_id ?? null,
        backup: backup?.person_id ?? null,
        answering: answering?.person_id ?? null,
        members: members.map((row) => row.person_id),
        answeringName: answering ? this.people.shownName(answering) : null,
      });
    }
    return teams;
  }

  async isOnTeam(tx: EntityManager, personId: string, gridId: string): Promise<boolean> {
    return (await this.of(tx, gridId)).members.includes(personId);
  }

  /** On leave today, on the wall of a grid the person serves or of a scope where they have a role. */
  async onLeave(tx: EntityManager, personId: string): Promise<boolean> {
    const row = await one(
      tx,
      `SELECT gw.id FROM grid_worker gw JOIN scope sc ON sc.id = gw.grid_id
       WHERE gw.person_id = ? AND ${SERVES} AND ${away('gw')}
       UNION ALL SELECT rg.id FROM role_grant rg JOIN scope sc ON sc.id = rg.scope_id
       WHERE rg.person_id = ? AND ${GRANT_HOLDS} AND ${away('rg')} LIMIT 1`,
      [personId, personId],
    );
    return row !== null;
  }

  /** Grids that the person serves today, in either role. */
  async gridsOf(tx: EntityManager, personId: string): Promise<{ gridId: string; role: 'worker' | 'backup' }[]> {
    const found = await rows<{ grid_id: string; role: 'worker' | 'backup' }>(
      tx,
      `SELECT gw.grid_id, gw.role FROM grid_worker gw JOIN scope sc ON sc.id = gw.grid_id
       WHERE gw.person_id = ? AND ${SERVES} ORDER BY gw.grid_id`,
      [personId],
    );
    return found.map(({ grid_id: gridId, role }) => ({ gridId, role }));
  }

  /** The team as everybody may see it: public names, the grid's duty phone. */
  async faces(tx: EntityManager, gridIds: readonly string[]): Promise<Map<string, Faces>> {
    if (gridIds.length === 0) return new Map();
    const grids = await rows<GridRow>(
      tx,
      `SELECT g.scope_id, g.branch_name, g.duty_phone, g.duty_days, g.duty_from, g.duty_to, sc.tz_offset, NOW(3) AS now
       FROM grid g JOIN scope sc ON sc.id = g.scope_id WHERE g.scope_id IN (?)`,
      [[...gridIds]],
    );
    const members = await this.members(tx, gridIds);
    const nameOf = (row: NameRow): string => this.people.shownName(row) ?? '';
    return new Map(grids.map((grid) => [grid.scope_id, facesOf(grid, members.get(grid.scope_id) ?? [], nameOf)]));
  }

  private async members(tx: EntityManager, gridIds: readonly string[]): Promise<Map<string, TeamRow[]>> {
    if (gridIds.length === 0) return new Map();
    const found = await rows<TeamRow>(
      tx,
      `SELECT gw.grid_id, gw.person_id, gw.role, p.display_name, p.name_enc, ${away('gw')} AS away FROM grid_worker gw
       JOIN scope sc ON sc.id = gw.grid_id JOIN person p ON p.id = gw.person_id
       WHERE gw.grid_id IN (?) AND p.disabled_at IS NULL AND ${SERVES} ORDER BY gw.starts_on DESC, gw.id`,
      [[...new Set(gridIds)]],
    );
    const teams = new Map<string, TeamRow[]>();
    for (const row of found) teams.set(row.grid_id, [...(teams.get(row.grid_id) ?? []), row]);
    return teams;
  }
}

function facesOf(grid: GridRow, members: readonly TeamRow[], nameOf: (row: TeamRow) => string): Faces {
  const hours = { days: grid.duty_days, from: grid.duty_from, to: grid.duty_to };
  const open = isOnDuty(hours, grid.now.getTime(), grid.tz_offset);
  const face = (role: TeamRow['role']): WorkerView | null => {
    const row = members.find((member) => member.role === role);
    if (!row) return null;
    const onLeave = row.away === 1;
    return { id: row.person_id, displayName: nameOf(row), role, onLeave, onDuty: open && !onLeave };
  };
  return { worker: face('worker'), backup: face('backup'), dutyPhone: grid.duty_phone, branchName: grid.branch_name };
}
