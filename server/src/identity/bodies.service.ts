/** Outside bodies that a community may ask: added, renamed, and asked no more. */
import { Injectable } from '@nestjs/common';
import type { AddBody, CommunityQuery, OrganisationQuery, WriteBody } from '@sevengrid/shared/identity/set-up.requests';
import { bodyRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { BodyList, BodyView, OrganisationPage } from '@sevengrid/shared/identity/set-up.views';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Governing } from './governing';
import { Organisations } from './organisations';
import { GRANT_HOLDS } from './rights';
import { Scopes } from './scopes';

interface BodyRow {
  id: string;
  name: string;
  accounts: number;
  retired_at: Date | null;
  version: number;
}

const BODY = `SELECT o.id, o.name, o.retired_at, o.version, (SELECT COUNT(DISTINCT rg.person_id) FROM role_grant rg
    JOIN scope sc ON sc.id = rg.scope_id JOIN person p ON p.id = rg.person_id
    WHERE rg.organisation_id = o.id AND p.disabled_at IS NULL AND ${GRANT_HOLDS}) AS accounts
  FROM organisation o WHERE o.kind = 'partner'`;

const bodyView = ({ id, name, accounts, retired_at, version }: BodyRow): BodyView => {
  return { id, name, accounts, retired: retired_at !== null, version };
};

@Injectable()
export class BodiesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly governing: Governing,
    private readonly organisations: Organisations,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId }: CommunityQuery): Promise<BodyList> {
    const community = this.governing.community(actor, communityId);
    return this.uow.read(async (tx) => {
      const order = 'ORDER BY o.retired_at IS NOT NULL, o.name, o.id';
      return { items: (await rows<BodyRow>(tx, `${BODY} AND o.scope_id = ? ${order}`, [community.id])).map(bodyView) };
    });
  }

  /** Outside bodies, and what other domains tie to the community. */
  answerable(actor: Actor, { communityId, ...query }: OrganisationQuery): Promise<OrganisationPage> {
    const community = this.governing.community(actor, communityId);
    return this.uow.read((tx) => this.organisations.page(tx, community.id, query));
  }

  async add(actor: Actor, key: string, body: AddBody): Promise<BodyView> {
    const community = this.governing.community(actor, body.communityId);
    const request = { actor, key, operation: bodyRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const made = newId();
      await this.demandName(tx, community.id, body.name, made);
      await change(tx, "INSERT INTO organisation (id, kind, name, scope_id) VALUES (?, 'partner', ?, ?)", [
        ...[made, body.name.trim(), community.id],
      ]);
      await this.note(tx, actor, 'body.added', made, community.id);
      return { id: made };
    });
    return this.view(id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteBody): Promise<BodyView> {
    const request = { actor, key, operation: bodyRoutes.write.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const sql = "SELECT scope_id FROM organisation WHERE id = ? AND kind = 'partner'";
      const found = (await one<{ scope_id: string | null }>(tx, sql, [id])) ?? fail('NOT_FOUND');
      const scopeId = found.scope_id ?? fail('NOT_FOUND');
      this.governing.demand(actor, scopeId);
      await this.demandName(tx, scopeId, body.name, id);
      const done = await change(
        tx,
        `UPDATE organisation SET name = ?, version = version + 1, retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL)
         WHERE id = ? AND version = ?`,
        [body.name.trim(), body.retired, id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await this.note(tx, actor, body.retired ? 'body.retired' : 'body.written', id, scopeId);
      return { id };
    });
    return this.view(id);
  }

  /** Two bodies of one name could not be told apart when one is asked; whoever adds one waits here for the other. */
  private async demandName(tx: EntityManager, scopeId: string, name: string, besides: string): Promise<void> {
    await this.scopes.lock(tx);
    const known = await one(tx, 'SELECT id FROM organisation WHERE scope_id = ? AND name = ? AND id <> ?', [
      ...[scopeId, name.trim(), besides],
    ]);
    if (known) fail('BODY_KNOWN', { fields: [{ field: 'body.name', rules: ['taken'] }] });
  }

  private view(id: string): Promise<BodyView> {
    return this.uow.read(async (tx) => {
      const row = await one<BodyRow>(tx, `${BODY} AND o.id = ?`, [id]);
      return row ? bodyView(row) : fail('NOT_FOUND');
    });
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'organisation', id }, scopeId });
  }
}
