/** Households by address, one household with its people masked, and what is revealed with a reason. */
import { Injectable } from '@nestjs/common';
import type { HouseholdQuery, RevealField } from '@sevengrid/shared/grids/requests';
import type { HouseholdDetailView, HouseholdPage, RevealView } from '@sevengrid/shared/grids/views';
import { PAGE_SIZE } from '@sevengrid/shared/kernel/page';
import type { EntityManager } from 'typeorm';
import { People } from '../identity/people';
import { Reveals, type RevealSubject } from '../identity/reveals';
import { Scopes } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { FieldCipher } from '../platform/database/field-cipher';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one, rows, type SqlValue } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { decodeCursor, encodeCursor } from '../platform/http/cursor';
import { fail } from '../platform/http/fail';
import { CENTRAL, CentralHouseholds } from './central-households';
import { householdView, residentView, type HouseholdRow, type ResidentRow } from './grids.views';
import { Households } from './households';

const HOUSEHOLD = `SELECT h.id, h.grid_id, b.name AS building, h.door, h.needs_care,
    (SELECT COUNT(*) FROM resident r WHERE r.household_id = h.id) AS residents
  FROM household h JOIN building b ON b.id = h.building_id`;

/** `50%` and `_` are to be found, not to match everything. */
const literalWords = (text: string): string[] =>
  text
    .trim()
    .replace(/[\\%_]/g, '\\$&')
    .split(/\s+/);

@Injectable()
export class HouseholdsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scopes: Scopes,
    private readonly people: People,
    private readonly households: Households,
    private readonly central: CentralHouseholds,
    private readonly reveals: Reveals,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: Actor, query: HouseholdQuery): Promise<HouseholdPage> {
    const visible = this.scopes.gridsAmong(actor.scopesWith('household.read'));
    if (query.gridId && !visible.includes(query.gridId)) fail('NOT_FOUND');
    const grids = query.gridId ? [query.gridId] : visible;
    if (grids.length === 0) return { items: [], nextCursor: null };
    const conditions = ['h.grid_id IN (?)'];
    const params: SqlValue[] = [grids];
    const words = literalWords(query.q ?? '');
    // Whoever looks for 3号楼 means that one before 13号楼: buildings that begin so come first.
    const building = `${words[0] ?? ''}%`;
    if (words.join('') !== '') {
      conditions.push("CONCAT(b.name, ' ', h.door) LIKE ?");
      params.push(`%${words.join('%')}%`);
    }
    if (query.cursor) {
      const [name, ...rest] = decodeCursor(query.cursor, ['text', 'text', 'id']);
      conditions.push('(b.name NOT LIKE ?, b.name, h.door, h.id) > (? NOT LIKE ?, ?, ?, ?)');
      params.push(building, name, building, name, ...rest);
    }
    const limit = query.limit ?? PAGE_SIZE;
    const found = await this.uow.read((tx) =>
      rows<HouseholdRow>(
        tx,
        `${HOUSEHOLD} WHERE ${conditions.join(' AND ')} ORDER BY b.name NOT LIKE ?, b.name, h.door, h.id LIMIT ?`,
        [...params, building, limit + 1],
      ),
    );
    return this.page(found, limit);
  }

  /** On the audit log: who looked at whose household. */
  detail(actor: Actor, householdId: string): Promise<HouseholdDetailView> {
    return this.uow.run(async (tx) => {
      const row = await one<HouseholdRow>(tx, `${HOUSEHOLD} WHERE h.id = ?`, [householdId]);
      if (!row || !actor.may('household.read', this.scopes.pathOf(row.grid_id))) return fail('NOT_FOUND');
      const residents = await rows<ResidentRow>(
        tx,
        'SELECT id, name_enc, phone_enc, person_id FROM resident WHERE household_id = ? ORDER BY id',
        [householdId],
      );
      await this.audit.record(tx, {
        actor,
        action: 'household.read',
        subject: { kind: 'household', id: householdId },
        scopeId: row.grid_id,
      });
      const central = await this.people.inRole(tx, CENTRAL, row.grid_id);
      return {
        ...householdView(row, this.scopes.view(row.grid_id)),
        people: residents.map((resident) => residentView(resident, this.cipher, central)),
        centralHousehold: await this.central.of(tx, householdId),
      };
    });
  }

  async reveal(actor: Actor, key: string, residentId: string, body: RevealField): Promise<RevealView> {
    const request = {
      actor,
      key,
      operation: 'grids.revealResident',
      fingerprint: inputFingerprint({ residentId, body }),
    };
    const subject = async (tx: EntityManager): Promise<RevealSubject> => {
      const { gridId } = await this.visibleResident(tx, actor, residentId);
      return { kind: 'resident', id: residentId, scopeId: gridId };
    };
    const count = async (tx: EntityManager): Promise<{ residentId: string }> => {
      await this.reveals.count(tx, actor, await subject(tx), body);
      return { residentId };
    };
    await this.uow.once(request, count, async (tx) => this.reveals.countAgain(tx, actor, await subject(tx), body));
    return this.uow.read(async (tx) => {
      const { phone } = await this.visibleResident(tx, actor, residentId);
      return { value: phone ? this.cipher.open(phone) : fail('NOT_FOUND') };
    });
  }

  /** Those I look after as a central household, or my own. */
  async served(actor: Actor): Promise<HouseholdPage> {
    const found = await this.uow.read(async (tx) => {
      const served = await this.households.servedBy(tx, actor.id);
      const home = served.length === 0 ? await this.households.boundTo(tx, actor.id) : null;
      const ids = home ? [home.id] : served;
      return ids.length === 0
        ? []
        : rows<HouseholdRow>(tx, `${HOUSEHOLD} WHERE h.id IN (?) ORDER BY b.name, h.door, h.id`, [ids]);
    });
    return this.page(found, found.length);
  }

  private async visibleResident(
    tx: EntityManager,
    actor: Actor,
    id: string,
  ): Promise<{ gridId: string; phone: Buffer | null }> {
    const row = await one<{ grid_id: string; phone_enc: Buffer | null }>(
      tx,
      'SELECT h.grid_id, r.phone_enc FROM resident r JOIN household h ON h.id = r.household_id WHERE r.id = ?',
      [id],
    );
    const path = row ? this.scopes.pathOf(row.grid_id) : [];
    if (!row || !actor.may('household.read', path)) return fail('NOT_FOUND');
    if (!actor.may('person.reveal', path)) return fail('NOT_ALLOWED');
    if (!row.phone_enc) return fail('NOT_FOUND');
    return { gridId: row.grid_id, phone: row.phone_enc };
  }

  private page(found: readonly HouseholdRow[], limit: number): HouseholdPage {
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const more = found.length > limit && last;
    return {
      items: items.map((row) => householdView(row, this.scopes.view(row.grid_id))),
      nextCursor: more ? encodeCursor([last.building, last.door, last.id]) : null,
    };
  }
}
