/** Work units of a community, listed, added, renamed and ended; and those that one answers for, as their contact. */
import { Injectable } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type {
  AddUnit,
  UnitChoiceQuery,
  UnitPlace,
  UnitQuery,
  WriteUnit,
} from '@sevengrid/shared/volunteering/units.requests';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitDetailView, UnitNamePage, UnitPage } from '@sevengrid/shared/volunteering/units.views';
import type { EntityManager } from 'typeorm';
import { RegisterKeepers } from '../grids/register-keepers';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { UnitFigures } from './unit-figures';
import { UnitRows } from './unit-rows';
import { unitName } from './units';
import { unitView, type UnitRow } from './volunteering.views';

const UNIT = `SELECT o.id, o.name, u.name_bo, DATE_FORMAT(r.starts_on, '%Y-%m-%d') AS from_day,
    DATE_FORMAT(r.ends_on, '%Y-%m-%d') AS to_day, o.version
  FROM unit_reporting r JOIN organisation o ON o.id = r.unit_id JOIN work_unit u ON u.id = r.unit_id`;

/** Of one that reported more than once, the last time. */
const LATEST = `r.id = (SELECT x.id FROM unit_reporting x WHERE x.unit_id = r.unit_id AND x.community_id = r.community_id
  ORDER BY x.sole_unit IS NULL, x.id DESC LIMIT 1)`;

interface Asked {
  q?: string;
  cursor?: string;
  limit?: number;
}

@Injectable()
export class UnitsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly keepers: RegisterKeepers,
    private readonly people: People,
    private readonly units: UnitRows,
    private readonly figures: UnitFigures,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId, state = 'reporting', ...query }: UnitQuery): Promise<UnitPage> {
    const community = this.keepers.communityFor(actor, 'unit.read', communityId);
    const standing = state === 'reporting' ? 'r.sole_unit IS NOT NULL' : `r.sole_unit IS NULL AND ${LATEST}`;
    return this.uow.read(async (tx) => {
      const { found, nextCursor } = await this.page(tx, community.id, standing, query);
      const ids = found.map(({ id }) => id);
      const figures = await this.figures.of(tx, ids, community.id);
      const items = found.flatMap((row) => {
        const of = figures.get(row.id);
        return of ? [unitView(row, of)] : [];
      });
      return { items, nextCursor };
    });
  }

  choices(actor: Actor, { communityId, ...query }: UnitChoiceQuery): Promise<UnitNamePage> {
    return this.uow.read(async (tx) => {
      const community = this.scopes.communityOfActor(actor, communityId) ?? fail('NOT_FOUND');
      const { found, nextCursor } = await this.page(tx, community.id, 'r.sole_unit IS NOT NULL', query);
      return { items: found.map((row) => ({ id: row.id, name: unitName(row) })), nextCursor };
    });
  }

  one(actor: Actor, id: string, { communityId }: UnitPlace): Promise<UnitDetailView> {
    const community = this.keepers.communityFor(actor, 'unit.read', communityId);
    return this.uow.read((tx) => this.view(tx, actor, id, community.id));
  }

  async add(actor: Actor, key: string, body: AddUnit): Promise<UnitDetailView> {
    const community = this.keepers.communityFor(actor, 'unit.edit', body.communityId);
    const request = { actor, key, operation: unitRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const unitId = await this.units.named(tx, body);
      if (!(await this.units.begin(tx, unitId, community.id)))
        fail('UNIT_KNOWN', { fields: [{ field: 'body.name', rules: ['taken'] }] });
      await this.note(tx, actor, 'unit.added', unitId, community.id);
      return { id: unitId };
    });
    return this.uow.read((tx) => this.view(tx, actor, id, community.id));
  }

  async write(actor: Actor, key: string, id: string, body: WriteUnit): Promise<UnitDetailView> {
    const request = { actor, key, operation: unitRoutes.write.name, fingerprint: inputFingerprint({ id, body }) };
    const { communityId } = await this.uow.once(request, async (tx) => {
      const everywhere = await this.units.communitiesOf(tx, id);
      const seen = everywhere.filter((one) => actor.may('unit.read', this.scopes.pathOf(one)));
      const [first] = seen;
      if (first === undefined) return fail('NOT_FOUND');
      if (everywhere.some((one) => !actor.may('unit.edit', this.scopes.pathOf(one)))) fail('NOT_ALLOWED');
      const sql = 'UPDATE organisation SET version = version + 1 WHERE id = ? AND version = ?';
      if ((await change(tx, sql, [id, body.version])) === 0) fail('CHANGED_MEANWHILE');
      if (!(await this.units.rename(tx, id, body)))
        fail('UNIT_KNOWN', { fields: [{ field: 'body.name', rules: ['taken'] }] });
      for (const communityId of everywhere) await this.note(tx, actor, 'unit.written', id, communityId);
      return { communityId: first };
    });
    return this.uow.read((tx) => this.view(tx, actor, id, communityId));
  }

  async end(actor: Actor, key: string, id: string, body: UnitPlace): Promise<UnitDetailView> {
    const community = this.keepers.communityFor(actor, 'unit.edit', body.communityId);
    const request = { actor, key, operation: unitRoutes.end.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      await this.find(tx, id, community.id);
      if (!(await this.units.lockReporting(tx, id, community.id, 'FOR UPDATE'))) fail('UNIT_NOT_REPORTING');
      const sql =
        "SELECT id FROM membership WHERE unit_id = ? AND state IN ('asked', 'live') AND community_id = ? LIMIT 1";
      if (await one(tx, sql, [id, community.id])) fail('UNIT_HAS_MEMBERS');
      await this.units.end(tx, id, community.id);
      await this.note(tx, actor, 'unit.ended', id, community.id);
      return { id };
    });
    return this.uow.read((tx) => this.view(tx, actor, id, community.id));
  }

  private async page(
    tx: EntityManager,
    communityId: string,
    standing: string,
    { q = '', cursor, limit = PAGE_SIZE }: Asked,
  ): Promise<{ found: UnitRow[]; nextCursor: string | null }> {
    const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const here: Where = { sql: `r.community_id = ? AND ${standing}`, params: [communityId] };
    const { sql, params } = and(
      here,
      q.trim() === '' ? null : { sql: '(o.name LIKE ? OR u.name_bo LIKE ?)', params: [like, like] },
      cursor ? { sql: '(o.name, o.id) > (?, ?)', params: decodeCursor(cursor, ['id', 'text', 'id']).slice(1) } : null,
    );
    const order = `ORDER BY o.name, o.id LIMIT ${limit + 1}`;
    const found = await rows<UnitRow>(tx, `${UNIT} WHERE ${sql} ${order}`, params);
    const last = found.slice(0, limit).at(-1);
    const nextCursor = found.length > limit && last ? encodeCursor([communityId, last.name, last.id]) : null;
    return { found: found.slice(0, limit), nextCursor };
  }

  /** @throws NOT_FOUND for one that never reported there */
  private async find(tx: EntityManager, id: string, communityId: string): Promise<UnitRow> {
    const row = await one<UnitRow>(tx, `${UNIT} WHERE r.unit_id = ? AND r.community_id = ? AND ${LATEST}`, [
      ...[id, communityId],
    ]);
    return row ?? fail('NOT_FOUND');
  }

  private async view(tx: EntityManager, actor: Actor, id: string, communityId: string): Promise<UnitDetailView> {
    const row = await this.find(tx, id, communityId);
    const figures = (await this.figures.of(tx, [id], communityId)).get(id) ?? fail('NOT_FOUND');
    const contacts = await this.people.displayNames(tx, await this.people.answeringFor(tx, id));
    const editable = actor.may('unit.edit', this.scopes.pathOf(communityId));
    return { ...unitView(row, figures), communityId, contacts: [...contacts.values()], editable };
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'organisation', id }, scopeId });
  }
}
