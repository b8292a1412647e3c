/** Households as other domains ask for them: where one is, and whose it is. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Homes } from '../identity/homes';
import { Scopes } from '../identity/scopes';
import { runsToday } from '../identity/today';
import { FieldCipher } from '../platform/database/field-cipher';
import { one, rows } from '../platform/database/sql';
import { SERVICE } from './central-households';

export interface Place {
  id: string;
  gridId: string;
  communityId: string;
  /** Building and door. */
  address: string;
  building: string;
  door: string;
  needsCare: boolean;
}

export interface Contact {
  name: string;
  phone: string | null;
}

interface PlaceRow {
  id: string;
  grid_id: string;
  building: string;
  door: string;
  needs_care: number;
}

const PLACE = `SELECT h.id, h.grid_id, b.name AS building, h.door, h.needs_care
  FROM household h JOIN building b ON b.id = h.building_id`;

/** As people say it and the card prints it. */
export const addressOf = (building: string, door: string): string => `${building} ${door}`;

@Injectable()
export class Households implements OnModuleInit {
  constructor(
    private readonly scopes: Scopes,
    private readonly homes: Homes,
    private readonly cipher: FieldCipher,
  ) {}

  onModuleInit(): void {
    this.homes.register('person', async (tx, actor) => {
      const home = await this.boundTo(tx, actor.id);
      return home && { id: home.id, address: home.address, gridId: home.gridId };
    });
  }

  async find(tx: EntityManager, id: string): Promise<Place | null> {
    return (await this.findMany(tx, [id])).get(id) ?? null;
  }

  /** Stays where it is until the transaction has ended: whatever is about to need it reads it by this. */
  async hold(tx: EntityManager, id: string): Promise<Place | null> {
    const row = await one<PlaceRow>(tx, `${PLACE} WHERE h.id = ? LOCK IN SHARE MODE`, [id]);
    return row && this.place(row);
  }

  async findMany(tx: EntityManager, ids: readonly string[]): Promise<Map<string, Place>> {
    if (ids.length === 0) return new Map();
    const found = await rows<PlaceRow>(tx, `${PLACE} WHERE h.id IN (?)`, [[...new Set(ids)]]);
    return new Map(found.map((row) => [row.id, this.place(row)]));
  }

  /** The household in which the person is a confirmed resident. */
  async boundTo(tx: EntityManager, personId: string): Promise<Place | null> {
    const row = await one<PlaceRow>(tx, `${PLACE} JOIN resident r ON r.household_id = h.id WHERE r.person_id = ?`, [
      personId,
    ]);
    return row && this.place(row);
  }

  /** Households that the person looks after as a central household today. */
  async servedBy(tx: EntityManager, personId: string): Promise<string[]> {
    const found = await rows<{ household_id: string }>(
      tx,
      `SELECT cs.household_id FROM ${SERVICE}
       WHERE cs.person_id = ? AND ${runsToday('cs')}
       ORDER BY cs.household_id`,
      [personId],
    );
    return found.map((row) => row.household_id);
  }

  /** Name and phone in the clear, of the person or of the resident that the person is: only behind a reveal, or for the person. */
  async contactOf(tx: EntityManager, personId: string): Promise<Contact | null> {
    const row = await one<{ name: Buffer | null; phone: Buffer | null }>(
      tx,
      `SELECT COALESCE(p.name_enc, r.name_enc) AS name, COALESCE(p.phone_enc, r.phone_enc) AS phone
       FROM person p LEFT JOIN resident r ON r.person_id = p.id WHERE p.id = ?`,
      [personId],
    );
    if (!row?.name) return null;
    return { name: this.cipher.open(row.name), phone: row.phone && this.cipher.open(row.phone) };
  }

  private place(row: PlaceRow): Place {
    return {
      id: row.id,
      gridId: row.grid_id,
      communityId: this.scopes.communityOf(row.grid_id).id,
      address: addressOf(row.building, row.door),
      building: row.building,
      door: row.door,
      needsCare: row.needs_care === 1,
    };
  }
}
