/** The register of residents: binds a person to a household, and hands a guest's binding on when the guest logs in. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GuestClaims, type GuestClaim } from '../identity/guest-claims';
import { GuestTies } from '../identity/guest-ties';
import { grantRole } from '../identity/rights';
import { Scopes } from '../identity/scopes';
import { FieldCipher } from '../platform/database/field-cipher';
import { newId } from '../platform/database/new-id';
import { change, one, rows } from '../platform/database/sql';
import { Outbox } from '../platform/jobs/outbox';
import './news-of-grids';

export interface Confirmed {
  household_id: string;
  grid_id: string;
  person_id: string | null;
  name_enc: Buffer;
  phone_enc: Buffer;
}

export interface Registered {
  personId: string | null;
  name: string;
  phone: string | null;
}

@Injectable()
export class Residents implements OnModuleInit {
  constructor(
    private readonly scopes: Scopes,
    private readonly claims: GuestClaims,
    private readonly ties: GuestTies,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.claims.register((tx, claim) => this.takeOver(tx, claim));
    this.ties.register({
      needed: async (tx, ids) => {
        const sql = 'SELECT DISTINCT guest_id FROM binding WHERE guest_id IN (?)';
        return (await rows<{ guest_id: string }>(tx, sql, [ids])).map((row) => row.guest_id);
      },
    });
  }

  /** Somebody of the household's register, in the clear, who stays in it until the transaction has ended: only for whoever works with it. */
  async find(tx: EntityManager, id: string, householdId: string | null): Promise<Registered | null> {
    const row = await one<{ person_id: string | null; name_enc: Buffer; phone_enc: Buffer | null }>(
      tx,
      'SELECT person_id, name_enc, phone_enc FROM resident WHERE id = ? AND household_id = ? LOCK IN SHARE MODE',
      [id, householdId],
    );
    if (!row) return null;
    const phone = row.phone_enc && this.cipher.open(row.phone_enc);
    return { personId: row.person_id, name: this.cipher.open(row.name_enc), phone };
  }

  async isBound(tx: EntityManager, personId: string, householdId: string): Promise<boolean> {
    const sql = 'SELECT id FROM resident WHERE person_id = ? AND household_id = ?';
    return (await one(tx, sql, [personId, householdId])) !== null;
  }

  /** The register's row of who was confirmed: the one with the same phone, or a new one; answers its id. */
  async bind(tx: EntityManager, confirmed: Confirmed): Promise<string> {
    const residentId = await this.rowFor(tx, confirmed);
    if (confirmed.person_id) await this.link(tx, confirmed.person_id, residentId, confirmed);
    return residentId;
  }

  private async rowFor(tx: EntityManager, { household_id, name_enc, phone_enc }: Confirmed): Promise<string> {
    const phone = this.cipher.open(phone_enc);
    // Locked, so that no import that is taken back takes the row away under it.
    const known = await one<{ id: string }>(
      tx,
      `SELECT id FROM resident WHERE household_id = ? AND phone_idx = ? AND person_id IS NULL ORDER BY id LIMIT 1
       FOR UPDATE`,
      [household_id, this.cipher.phoneIndex(phone)],
    );
    if (known) return known.id;
    const id = newId();
    await change(
      tx,
      `INSERT INTO resident (id, household_id, person_id, name_enc, phone_enc, phone_idx, phone_tail)
       VALUES (?, ?, NULL, ?, ?, ?, ?)`,
      [id, household_id, name_enc, phone_enc, this.cipher.phoneIndex(phone), this.cipher.phoneTail(phone)],
    );
    return id;
  }

  /** Nobody lives in two households: who moves leaves the old one's row without a person. */
  private async link(tx: EntityManager, personId: string, residentId: string, confirmed: Confirmed): Promise<void> {
    const phone = this.cipher.open(confirmed.phone_enc);
    await change(tx, 'UPDATE resident SET person_id = NULL WHERE person_id = ? AND id <> ?', [personId, residentId]);
    await change(tx, 'UPDATE resident SET person_id = ? WHERE id = ?', [personId, residentId]);
    await change(
      tx,
      `UPDATE person SET name_enc = COALESCE(name_enc, ?), phone_tail = IF(phone_enc IS NULL, ?, phone_tail),
         phone_idx = IF(phone_enc IS NULL, ?, phone_idx), phone_enc = COALESCE(phone_enc, ?) WHERE id = ?`,
      [
        ...[confirmed.name_enc, this.cipher.phoneTail(phone), this.cipher.phoneIndex(phone)],
        ...[confirmed.phone_enc, personId],
      ],
    );
    await grantRole(tx, personId, 'resident', this.scopes.communityOf(confirmed.grid_id).id);
    await this.outbox.publish(tx, 'resident.linked', { residentId, personId });
  }

  private async takeOver(tx: EntityManager, { guestId, personId }: GuestClaim): Promise<void> {
    const asked = await rows<Confirmed & { id: string; state: string; resident_id: string | null }>(
      tx,
      `SELECT id, household_id, grid_id, ? AS person_id, name_enc, phone_enc, state, resident_id
       FROM binding WHERE guest_id = ? ORDER BY id FOR UPDATE`,
      [personId, guestId],
    );
    if (asked.length === 0) return;
    await change(tx, 'UPDATE binding SET person_id = ?, guest_id = NULL WHERE guest_id = ?', [personId, guestId]);
    const last = asked.filter((row) => row.state === 'confirmed' && row.resident_id).at(-1);
    if (!last?.resident_id) return;
    const free = await one(tx, 'SELECT id FROM resident WHERE id = ? AND (person_id IS NULL OR person_id = ?)', [
      last.resident_id,
      personId,
    ]);
    if (free) await this.link(tx, personId, last.resident_id, last);
  }
}
