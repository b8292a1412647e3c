/** Kinds of service: eight standing ones that every community is given, and any number of its own. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { WriteServiceKind } from '@sevengrid/shared/volunteering/kinds.requests';
import type { EntityManager } from 'typeorm';
import { NewCommunities } from '../identity/new-communities';
import { newId } from '../platform/database/new-id';
import { change, insertMany, json, one, rows } from '../platform/database/sql';
import { STANDING_KINDS } from './standing-kinds';

export interface ServiceKind {
  id: string;
  communityId: string;
  code: string;
  name: Bilingual;
  position: number;
  retired: boolean;
  version: number;
}

interface KindRow {
  id: string;
  community_id: string;
  code: string;
  name: string | Bilingual;
  position: number;
  retired_at: Date | null;
  version: number;
}

const KIND = 'SELECT id, community_id, code, name, position, retired_at, version FROM service_kind';

const kindOf = ({ id, community_id, code, name, position, retired_at, version }: KindRow): ServiceKind => ({
  ...{ id, communityId: community_id, code, name: json(name), position },
  ...{ retired: retired_at !== null, version },
});

@Injectable()
export class ServiceKinds implements OnModuleInit {
  constructor(private readonly newCommunities: NewCommunities) {}

  onModuleInit(): void {
    this.newCommunities.register((tx, communityIds) =>
      insertMany(
        tx,
        'INSERT INTO service_kind (id, community_id, code, name, position)',
        communityIds.flatMap((communityId) =>
          STANDING_KINDS.map(({ code, name }, position) => [
            ...[newId(), communityId, code, JSON.stringify(name), position],
          ]),
        ),
      ),
    );
  }

  /** Those that one can choose, in the community's order. */
  async of(tx: EntityManager, communityId: string): Promise<ServiceKind[]> {
    return (await this.all(tx, communityId)).filter(({ retired }) => !retired);
  }

  /** Retired ones too, which come last. */
  async all(tx: EntityManager, communityId: string): Promise<ServiceKind[]> {
    const order = 'ORDER BY retired_at IS NOT NULL, position, id';
    return (await rows<KindRow>(tx, `${KIND} WHERE community_id = ? ${order}`, [communityId])).map(kindOf);
  }

  async find(tx: EntityManager, id: string): Promise<ServiceKind | null> {
    const row = await one<KindRow>(tx, `${KIND} WHERE id = ?`, [id]);
    return row && kindOf(row);
  }

  /** One of the community’s own, at the end; answers its id. */
  async add(tx: EntityManager, communityId: string, name: Bilingual): Promise<string> {
    const id = newId();
    await change(
      tx,
      `INSERT INTO service_kind (id, community_id, code, name, position)
       SELECT ?, ?, ?, ?, COALESCE(MAX(position) + 1, 0) FROM service_kind WHERE community_id = ?`,
      [id, communityId, `own-${id.slice(-12).toLowerCase()}`, JSON.stringify(name), communityId],
    );
    return id;
  }

  /** False where it is not the version that was read. */
  async write(tx: EntityManager, id: string, { name, position, retired, version }: WriteServiceKind): Promise<boolean> {
    const done = await change(
      tx,
      `UPDATE service_kind SET name = ?, position = ?, retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL),
         version = version + 1 WHERE id = ? AND version = ?`,
      [JSON.stringify(name), position, retired, id, version],
    );
    return done === 1;
  }

  /** By id, retired ones too: what was done keeps its name. */
  async names(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Bilingual>> {
    if (ids.length === 0) return new Map();
    const found = await rows<KindRow>(tx, `${KIND} WHERE id IN (?)`, [[...new Set(ids)]]);
    return new Map(found.map((row) => [row.id, json(row.name)]));
  }
}
