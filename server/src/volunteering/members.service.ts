/** The lists of members as the community keeps them: searched, added to, moved between units, ended, and looked behind with a reason. */
import { Injectable } from '@nestjs/common';
import type { RevealField } from '@sevengrid/shared/grids/requests';
import type { RevealView } from '@sevengrid/shared/grids/views';
import type { Versioned } from '@sevengrid/shared/identity/set-up.requests';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { AddMember, MemberQuery, MoveMember } from '@sevengrid/shared/volunteering/members.requests';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { MemberPage, MemberView } from '@sevengrid/shared/volunteering/members.views';
import type { EntityManager } from 'typeorm';
import { RegisterKeepers } from '../grids/register-keepers';
import { Reveals, type RevealSubject } from '../identity/reveals';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { MemberLists } from './member-lists';
import { MemberRows, type MemberRow } from './member-rows';
import { UnitRows } from './unit-rows';

@Injectable()
export class MembersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly keepers: RegisterKeepers,
    private readonly members: MemberRows,
    private readonly lists: MemberLists,
    private readonly units: UnitRows,
    private readonly reveals: Reveals,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
  ) {}

  list(
    actor: Actor,
    { communityId, unitId, state = 'live', q, cursor, limit = PAGE_SIZE }: MemberQuery,
  ): Promise<MemberPage> {
    const community = this.keepers.communityFor(actor, 'unit.read', communityId);
    const of = and(
      { sql: 'm.community_id = ? AND m.state = ?', params: [community.id, state] },
      unitId === undefined ? null : { sql: 'm.unit_id = ?', params: [unitId] },
      this.lists.likened(q),
    );
    return this.uow.read(async (tx) => {
      const { found, next } = await this.lists.page(tx, of, { cursor, limit });
      return { items: await this.lists.views(tx, found), nextCursor: next };
    });
  }

  async add(actor: Actor, key: string, body: AddMember): Promise<MemberView> {
    const community = this.keepers.communityFor(actor, 'unit.edit', body.communityId);
    // Keyed, since a bare hash of a name and a phone would be something to guess against.
    const fingerprint = this.cipher.blindIndex('member', inputFingerprint(body));
    const { id } = await this.uow.once({ actor, key, operation: memberRoutes.add.name, fingerprint }, async (tx) => {
      await this.demandUnit(tx, body.unitId, community.id);
      const made = newId();
      const of = { id: made, communityId: community.id, unitId: body.unitId };
      if (!(await this.members.list(tx, of, body))) this.known();
      await this.note(tx, actor, 'member.added', made, community.id);
      return { id: made };
    });
    return this.view(id);
  }

  async move(actor: Actor, key: string, id: string, body: MoveMember): Promise<MemberView> {
    const request = { actor, key, operation: memberRoutes.move.name, fingerprint: inputFingerprint({ id, body }) };
    const { moved } = await this.uow.once(request, async (tx) => {
      const row = await this.kept(tx, actor, id, body);
      if (row.unit_id === body.unitId) fail('MEMBER_IN_UNIT');
      await this.demandUnit(tx, body.unitId, row.community_id);
      const made = await this.members.move(tx, row, body.unitId);
      await this.note(tx, actor, 'member.moved', made, row.community_id, { from: row.unit_id, to: body.unitId });
      return { moved: made };
    });
    return this.view(moved);
  }

  async end(actor: Actor, key: string, id: string, body: Versioned): Promise<MemberView> {
    const request = { actor, key, operation: memberRoutes.end.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const row = await this.kept(tx, actor, id, body);
      await this.members.end(tx, row);
      await this.note(tx, actor, 'member.ended', id, row.community_id);
      return { id };
    });
    return this.view(id);
  }

  async reveal(actor: Actor, key: string, id: string, body: RevealField): Promise<RevealView> {
    const fingerprint = inputFingerprint({ id, body });
    const subject = async (tx: EntityManager): Promise<RevealSubject> => {
      return { kind: 'member', id, scopeId: (await this.revealed(tx, actor, id)).community_id };
    };
    const count = async (tx: EntityManager): Promise<{ id: string }> => {
      await this.reveals.count(tx, actor, await subject(tx), body);
      return { id };
    };
    await this.uow.once({ actor, key, operation: memberRoutes.reveal.name, fingerprint }, count, async (tx) =>
      this.reveals.countAgain(tx, actor, await subject(tx), body),
    );
    return this.uow.read(async (tx) => {
      const { phone_enc: phone } = await this.revealed(tx, actor, id);
      return { value: phone ? this.cipher.open(phone) : fail('NOT_FOUND') };
    });
  }

  private async revealed(tx: EntityManager, actor: Actor, id: string): Promise<MemberRow> {
    const row = await this.members.find(tx, id);
    const path = row ? this.scopes.pathOf(row.community_id) : [];
    if (!row || !actor.may('unit.read', path)) return fail('NOT_FOUND');
    if (!actor.may('person.reveal', path)) return fail('NOT_ALLOWED');
    return row.phone_enc ? row : fail('NOT_FOUND');
  }

  /** A member whom the actor may change, as it was read; locked. */
  private async kept(tx: EntityManager, actor: Actor, id: string, { version }: Versioned): Promise<MemberRow> {
    const row = await this.members.lock(tx, id);
    const path = row ? this.scopes.pathOf(row.community_id) : [];
    if (!row || !actor.may('unit.read', path)) return fail('NOT_FOUND');
    if (!actor.may('unit.edit', path)) return fail('NOT_ALLOWED');
    if (row.state !== 'live') return fail('MEMBERSHIP_OVER');
    return row.version === version ? row : fail('CHANGED_MEANWHILE');
  }

  /** Who joins a unit and who ends its reporting wait for one another. */
  private async demandUnit(tx: EntityManager, unitId: string, communityId: string): Promise<void> {
    if (await this.units.lockReporting(tx, unitId, communityId, 'LOCK IN SHARE MODE')) return;
    fail('UNIT_NOT_REPORTING', { fields: [{ field: 'body.unitId', rules: ['isIn'] }] });
  }

  private known(): never {
    return fail('MEMBER_KNOWN', { fields: [{ field: 'body.phone', rules: ['taken'] }] });
  }

  private view(id: string): Promise<MemberView> {
    return this.uow.read((tx) => this.lists.view(tx, id));
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: string,
    scopeId: string,
    detail: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'member', id }, scopeId, detail });
  }
}
