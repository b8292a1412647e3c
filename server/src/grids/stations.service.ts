/** Stations of a community, added, changed and closed by those who govern it. */
import { Injectable } from '@nestjs/common';
import type { AddStation, WriteStation } from '@sevengrid/shared/grids/set-up.requests';
import { stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { StationSetUpList, StationSetUpView } from '@sevengrid/shared/grids/set-up.views';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { EntityManager } from 'typeorm';
import { Governing } from '../identity/governing';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { stationView, type StationRow } from './grids.views';

interface FullRow extends StationRow {
  position: number;
  retired_at: Date | null;
  version: number;
}

const STATION = 'SELECT id, name, address, hours, phone, services, position, retired_at, version FROM station';

const viewOf = (row: FullRow): StationSetUpView => ({
  ...stationView(row),
  ...{ position: row.position, retired: row.retired_at !== null, version: row.version },
});

const cells = ({ name, address, hours, phone, services }: AddStation | WriteStation): SqlValue[] => [
  ...[JSON.stringify(name), JSON.stringify(address), JSON.stringify(hours), phone ?? null, JSON.stringify(services)],
];

@Injectable()
export class StationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly governing: Governing,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId }: CommunityQuery): Promise<StationSetUpList> {
    const community = this.governing.community(actor, communityId);
    const sql = `${STATION} WHERE community_id = ? ORDER BY retired_at IS NOT NULL, position, id`;
    return this.uow.read(async (tx) => ({ items: (await rows<FullRow>(tx, sql, [community.id])).map(viewOf) }));
  }

  async add(actor: Actor, key: string, body: AddStation): Promise<StationSetUpView> {
    const community = this.governing.community(actor, body.communityId);
    const request = { actor, key, operation: stationSetUpRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const made = newId();
      await change(
        tx,
        `INSERT INTO station (id, community_id, name, address, hours, phone, services, position)
         SELECT ?, ?, ?, ?, ?, ?, ?, COALESCE(MAX(position) + 1, 0) FROM station WHERE community_id = ?`,
        [made, community.id, ...cells(body), community.id],
      );
      await this.note(tx, actor, 'station.added', made, community.id);
      return { id: made };
    });
    return this.view(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteStation): Promise<StationSetUpView> {
    const request = {
      actor,
      key,
      operation: stationSetUpRoutes.write.name,
      fingerprint: inputFingerprint({ id, body }),
    };
    await this.uow.once(request, async (tx) => {
      const sql = 'SELECT community_id FROM station WHERE id = ?';
      const { community_id: communityId } = (await one<{ community_id: string }>(tx, sql, [id])) ?? fail('NOT_FOUND');
      this.governing.demand(actor, communityId);
      const done = await change(
        tx,
        `UPDATE station SET name = ?, address = ?, hours = ?, phone = ?, services = ?, position = ?,
           version = version + 1, retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL) WHERE id = ? AND version = ?`,
        [...cells(body), body.position, body.retired, id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.note(tx, actor, body.retired ? 'station.closed' : 'station.written', id, communityId);
      return { id };
    });
    return this.view(id);
  }

  private view(id: string): Promise<StationSetUpView> {
    return this.uow.read(async (tx) => {
      const row = await one<FullRow>(tx, `${STATION} WHERE id = ?`, [id]);
      return row ? viewOf(row) : fail('NOT_FOUND');
    });
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'station', id }, scopeId });
  }
}
