/** Being bound to a household: somebody asks with the card and a phone, the grid worker decides. */
import { Injectable } from '@nestjs/common';
import type { BindingQuery, RefuseBinding, RequestBinding } from '@sevengrid/shared/grids/requests';
import type { BindingPage, BindingView, MyBindingView } from '@sevengrid/shared/grids/views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { Texts } from '../platform/database/texts';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { and, each, firstIds, type Where } from '../platform/database/where';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { Outbox } from '../platform/jobs/outbox';
import { CardDoors, type Door } from './card-doors';
import './news-of-grids';
import { bindingView, type BindingRow } from './grids.views';
import { Residents } from './residents';

const ASKED_FOR = 'binding bi JOIN household h ON h.id = bi.household_id JOIN building b ON b.id = h.building_id';
const BINDING = `SELECT bi.id, bi.household_id, bi.grid_id, bi.person_id, bi.guest_id, b.name AS building, h.door,
    bi.name_enc, bi.phone_enc, bi.matches_register, bi.state, bi.requested_at, bi.refused_ref
  FROM ${ASKED_FOR}`;
const ASKS_A_DAY = 5;

@Injectable()
export class BindingsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly doors: CardDoors,
    private readonly residents: Residents,
    private readonly cipher: FieldCipher,
    private readonly texts: Texts,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async request(actor: Actor, key: string, body: RequestBinding): Promise<BindingView> {
    // Keyed, since a bare hash of a name and a phone would be something to guess against.
    const fingerprint = this.cipher.blindIndex('binding-request', inputFingerprint(body));
    const { id } = await this.uow.once({ actor, key, operation: 'grids.requestBinding', fingerprint }, async (tx) => {
      const door = await this.doorOf(tx, actor, body.cardToken);
      await this.refuseRepeats(tx, actor, door);
      const phone = this.cipher.phoneIndex(body.phone);
      const match = await one(tx, 'SELECT id FROM resident WHERE household_id = ? AND phone_idx = ? LIMIT 1', [
        door.householdId,
        phone,
      ]);
      const binding = newId();
      const [personId, guestId] = actor.kind === 'person' ? [actor.id, null] : [null, actor.id];
      await change(
        tx,
        `INSERT INTO binding (id, person_id, guest_id, household_id, grid_id, name_enc, phone_enc, phone_idx,
           matches_register, state, requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', NOW(3))`,
        [
          ...[binding, personId, guestId, door.householdId, door.gridId],
          ...[this.cipher.seal(body.name.trim()), this.cipher.seal(body.phone), phone, match !== null],
        ],
      );
      await this.outbox.publish(tx, 'binding.asked', { bindingId: binding });
      return { id: binding };
    });
    return this.uow.read((tx) => this.view(tx, id, true));
  }

  /** The latest one only: what was refused before it is over. */
  mine(actor: Actor): Promise<MyBindingView> {
    const sql = `${BINDING} WHERE bi.${actor.kind}_id = ? ORDER BY bi.requested_at DESC, bi.id DESC LIMIT 1`;
    return this.uow.read(async (tx) => {
      const row = await one<BindingRow>(tx, sql, [actor.id]);
      const [binding = null] = await this.views(tx, row ? [row] : [], true);
      return { binding };
    });
  }

  async list(actor: Actor, query: BindingQuery): Promise<BindingPage> {
    const grids = this.scopes.gridsAmong(actor.scopesWith('binding.confirm'));
    if (grids.length === 0) return { items: [], nextCursor: null };
    const limit = query.limit ?? PAGE_SIZE;
    const state: Where = { sql: 'bi.state = ?', params: [query.state ?? 'waiting'] };
    const after: Where | null = query.cursor ? { sql: 'bi.id > ?', params: decodeCursor(query.cursor, ['id']) } : null;
    const { sql, params } = firstIds(
      { from: ASKED_FOR, id: 'bi.id', direction: 'ASC', limit: limit + 1 },
      each('bi.grid_id', grids).map((grid) => and(grid, state, this.likened(query.q?.trim()), after)),
    );
    return this.uow.read(async (tx) => {
      const found = await rows<BindingRow>(
        tx,
        `${BINDING} JOIN (${sql}) found ON found.id = bi.id ORDER BY bi.id`,
        params,
      );
      const items = await this.views(tx, found.slice(0, limit), false);
      const last = items.at(-1);
      return { items, nextCursor: found.length > limit && last ? encodeCursor([last.id]) : null };
    });
  }

  async confirm(actor: Actor, key: string, id: string): Promise<BindingView> {
    await this.decide(actor, key, { id, operation: 'grids.confirmBinding', input: { id } }, async (tx, row) => {
      const residentId = await this.residents.bind(tx, row);
      await change(
        tx,
        `UPDATE binding SET state = 'confirmed', decided_at = NOW(3), decided_by = ?, resident_id = ? WHERE id = ?`,
        [actor.id, residentId, id],
      );
      await this.outbox.publish(tx, 'binding.confirmed', {
        bindingId: id,
        householdId: row.household_id,
        personId: row.person_id,
        guestId: row.guest_id,
      });
    });
    return this.uow.read((tx) => this.view(tx, id, false));
  }

  async refuse(actor: Actor, key: string, id: string, body: RefuseBinding): Promise<BindingView> {
    await this.decide(actor, key, { id, operation: 'grids.refuseBinding', input: { id, body } }, async (tx, row) => {
      const reasonRef = (await this.texts.put(tx, body.reason.trim())).ref;
      await change(
        tx,
        `UPDATE binding SET state = 'refused', decided_at = NOW(3), decided_by = ?, refused_ref = ? WHERE id = ?`,
        [actor.id, reasonRef, id],
      );
      const asked = { personId: row.person_id, guestId: row.guest_id };
      await this.outbox.publish(tx, 'binding.refused', { bindingId: id, ...asked, reasonRef });
    });
    return this.uow.read((tx) => this.view(tx, id, false));
  }

  /** Locks the request, and lets `act` decide it if nobody has. */
  private async decide(
    actor: Actor,
    key: string,
    { id, operation, input }: { id: string; operation: string; input: object },
    act: (tx: EntityManager, row: BindingRow) => Promise<void>,
  ): Promise<void> {
    await this.uow.once({ actor, key, operation, fingerprint: inputFingerprint(input) }, async (tx) => {
      await one(tx, 'SELECT id FROM binding WHERE id = ? FOR UPDATE', [id]);
      const row = await one<BindingRow>(tx, `${BINDING} WHERE bi.id = ?`, [id]);
      if (!row || !actor.may('binding.confirm', this.scopes.pathOf(row.grid_id))) return fail('NOT_FOUND');
      if (row.person_id === actor.id) return fail('NOT_ALLOWED');
      if (row.state !== 'waiting') return fail('BINDING_ALREADY_DECIDED');
      await act(tx, row);
      await this.audit.record(tx, {
        actor,
        action: operation === 'grids.confirmBinding' ? 'binding.confirmed' : 'binding.refused',
        subject: { kind: 'binding', id },
        scopeId: row.grid_id,
      });
      return { id };
    });
  }

  private async doorOf(tx: EntityManager, actor: Actor, cardToken?: string): Promise<Door> {
    if (cardToken) return this.doors.get().byToken(tx, cardToken);
    if (!actor.cardId) return fail('BINDING_CARD_NEEDED');
    return (await this.doors.get().byId(tx, actor.cardId)) ?? fail('CARD_REVOKED');
  }

  private async refuseRepeats(tx: EntityManager, actor: Actor, door: Door): Promise<void> {
    const mine = await one<{ waiting: number | null; bound: number | null; lately: number | null }>(
      tx,
      `SELECT SUM(state = 'waiting') AS waiting, SUM(state = 'confirmed' AND household_id = ?) AS bound,
         SUM(requested_at > NOW(3) - INTERVAL 1 DAY) AS lately
       FROM binding WHERE ${actor.kind}_id = ?`,
      [door.householdId, actor.id],
    );
    if (Number(mine?.waiting) > 0 || (Number(mine?.bound) > 0 && actor.kind === 'guest')) fail('BINDING_ALREADY_ASKED');
    if (await this.residents.isBound(tx, actor.id, door.householdId)) fail('BINDING_ALREADY_ASKED');
    if (Number(mine?.lately) >= ASKS_A_DAY) fail('TOO_OFTEN', { retryAfter: 86_400 });
  }

  /** At an address like this one, or asked for by this phone. */
  private likened(q: string | undefined): Where | null {
    if (!q) return null;
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    return {
      sql: "(CONCAT(b.name, ' ', h.door) LIKE ? OR bi.phone_idx = ?)",
      params: [like, this.cipher.phoneIndex(q)],
    };
  }

  private async view(tx: EntityManager, id: string, asRequester: boolean): Promise<BindingView> {
    const row = await one<BindingRow>(tx, `${BINDING} WHERE bi.id = ?`, [id]);
    const [view] = await this.views(tx, row ? [row] : [], asRequester);
    return view ?? fail('NOT_FOUND');
  }

  private async views(tx: EntityManager, found: readonly BindingRow[], asRequester: boolean): Promise<BindingView[]> {
    const reasons = await this.texts.read(
      tx,
      found.flatMap((row) => row.refused_ref ?? []),
    );
    return found.map((row) => {
      const refusedBecause = row.refused_ref ? (reasons.get(row.refused_ref) ?? null) : null;
      return bindingView(row, { cipher: this.cipher, refusedBecause, asRequester });
    });
  }
}
