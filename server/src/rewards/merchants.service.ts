/** Merchants of a community: listed, added, changed, and taking part no more. */
import { Injectable } from '@nestjs/common';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { AddMerchant, MerchantQuery, WriteMerchant } from '@sevengrid/shared/rewards/merchants.requests';
import { merchantRoutes } from '@sevengrid/shared/rewards/merchants.routes';
import type { MerchantPage, MerchantView } from '@sevengrid/shared/rewards/merchants.views';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, json, one, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { agreementsOf } from './agreements';
import { Keeping } from './keeping';
import { findMerchants, shopView, type MerchantRow } from './merchants';

/** `%` and `_` typed in a search mean themselves. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const shopCells = (body: AddMerchant | WriteMerchant): SqlValue[] => [
  ...[body.nameBo?.trim() ?? null, body.field, body.phone ?? null, JSON.stringify(body.address)],
  ...[JSON.stringify(body.hours), body.notes ? JSON.stringify(body.notes) : null],
];

@Injectable()
export class MerchantsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeping: Keeping,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { communityId, field, q, cursor, limit = PAGE_SIZE }: MerchantQuery): Promise<MerchantPage> {
    const community = this.keeping.community(actor, 'merchant.read', communityId);
    const conditions = ['mc.community_id = ?'];
    const params: SqlValue[] = [community.id];
    const also = (sql: string, ...values: SqlValue[]): void => {
      conditions.push(sql);
      params.push(...values);
    };
    if (field) also('m.field = ?', field);
    if (q?.trim()) also('(o.name LIKE ? OR m.name_bo LIKE ?)', containing(q.trim()), containing(q.trim()));
    if (cursor) {
      // It names its community, so that one of another list is told apart.
      const [, name, id] = decodeCursor(cursor, ['id', 'text', 'id']);
      also('(o.name, o.id) > (?, ?)', name, id);
    }
    const which = `JOIN merchant_community mc ON mc.merchant_id = m.id
      WHERE ${conditions.join(' AND ')} ORDER BY o.name, o.id LIMIT ?`;
    return this.uow.read(async (tx) => {
      const found = await findMerchants(tx, which, [...params, limit + 1]);
      const items = await this.views(tx, actor, found.slice(0, limit));
      const last = items.at(-1);
      return {
        items,
        nextCursor: found.length > limit && last ? encodeCursor([community.id, last.name, last.id]) : null,
      };
    });
  }

  one(actor: Actor, id: string): Promise<MerchantView> {
    return this.uow.read(async (tx) => {
      const [communityId] = await this.tiedTo(tx, actor, id);
      const found = communityId === undefined ? [] : await findMerchants(tx, 'WHERE m.id = ?', [id]);
      const [view] = await this.views(tx, actor, found);
      return view ?? fail('NOT_FOUND');
    });
  }

  async add(actor: Actor, key: string, body: AddMerchant): Promise<MerchantView> {
    const community = this.keeping.community(actor, 'merchant.edit', body.communityId);
    const request = { actor, key, operation: merchantRoutes.add.name, fingerprint: inputFingerprint(body) };
    const { id } = await this.uow.once(request, async (tx) => {
      const made = newId();
      await this.demandName(tx, community.id, body.name, made);
      await change(tx, "INSERT INTO organisation (id, kind, name, scope_id) VALUES (?, 'merchant', ?, NULL)", [
        ...[made, body.name.trim()],
      ]);
      await change(
        tx,
        'INSERT INTO merchant (id, name_bo, field, phone, address, hours, notes) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [made, ...shopCells(body)],
      );
      await change(tx, 'INSERT INTO merchant_community (community_id, merchant_id) VALUES (?, ?)', [
        community.id,
        made,
      ]);
      await this.note(tx, actor, 'merchant.added', made, community.id);
      return { id: made };
    });
    return this.one(actor, id);
  }

  async write(actor: Actor, key: string, id: string, body: WriteMerchant): Promise<MerchantView> {
    const request = { actor, key, operation: merchantRoutes.write.name, fingerprint: inputFingerprint({ id, body }) };
    await this.uow.once(request, async (tx) => {
      const communityId = await this.demandKept(tx, actor, id);
      await this.demandName(tx, communityId, body.name, id);
      const done = await change(
        tx,
        `UPDATE organisation SET name = ?, version = version + 1, retired_at = IF(?, COALESCE(retired_at, NOW(3)), NULL)
         WHERE id = ? AND version = ?`,
        [body.name.trim(), body.retired, id, body.version],
      );
      if (done === 0) fail('CHANGED_MEANWHILE');
      await change(
        tx,
        'UPDATE merchant SET name_bo = ?, field = ?, phone = ?, address = ?, hours = ?, notes = ? WHERE id = ?',
        [...shopCells(body), id],
      );
      await this.note(tx, actor, body.retired ? 'merchant.retired' : 'merchant.written', id, communityId);
      return { id };
    });
    return this.one(actor, id);
  }

  /** A community of the actor's that deals with this merchant, for whoever may edit there. @throws NOT_FOUND */
  async demandKept(tx: EntityManager, actor: Actor, id: string, communityId?: string): Promise<string> {
    const tied = (await this.communitiesOf(tx, id)).filter((one) => this.keeping.may(actor, 'merchant.edit', one));
    return tied.find((one) => communityId === undefined || one === communityId) ?? fail('NOT_FOUND');
  }

  private async tiedTo(tx: EntityManager, actor: Actor, id: string): Promise<string[]> {
    return (await this.communitiesOf(tx, id)).filter((one) => this.keeping.may(actor, 'merchant.read', one));
  }

  private async communitiesOf(tx: EntityManager, id: string): Promise<string[]> {
    const sql = 'SELECT community_id FROM merchant_community WHERE merchant_id = ? ORDER BY community_id';
    return (await rows<{ community_id: string }>(tx, sql, [id])).map((row) => row.community_id);
  }

  /** Two shops of one name could not be told apart; whoever adds one waits here for the other. */
  private async demandName(tx: EntityManager, communityId: string, name: string, besides: string): Promise<void> {
    await this.scopes.lock(tx);
    const known = await one(
      tx,
      `SELECT o.id FROM merchant_community mc JOIN organisation o ON o.id = mc.merchant_id
       WHERE mc.community_id = ? AND o.name = ? AND o.id <> ?`,
      [communityId, name.trim(), besides],
    );
    if (known) fail('MERCHANT_KNOWN', { fields: [{ field: 'body.name', rules: ['taken'] }] });
  }

  private async views(tx: EntityManager, actor: Actor, found: readonly MerchantRow[]): Promise<MerchantView[]> {
    const merchantIds = found.map(({ id }) => id);
    const communityIds = this.keeping.communities(actor, 'merchant.read');
    const agreements = await agreementsOf(
      tx,
      { people: this.people, cipher: this.cipher },
      { merchantIds, communityIds },
    );
    return found.map((row) => ({
      ...shopView(row),
      ...{
        notes: row.notes === null ? null : json(row.notes),
        retired: row.retired_at !== null,
        accounts: row.accounts,
      },
      ...{ agreements: agreements.get(row.id) ?? [], version: row.version },
    }));
  }

  private note(tx: EntityManager, actor: Actor, action: string, id: string, scopeId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'merchant', id }, scopeId });
  }
}
