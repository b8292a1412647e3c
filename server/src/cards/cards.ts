/** Cards as other domains ask for them: from a card or its token to the door it belongs to. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readCardToken } from '@sevengrid/shared/cards/token';
import type { EntityManager } from 'typeorm';
import { CardDoors, type Door } from '../grids/card-doors';
import { Households } from '../grids/households';
import { RegisterUses } from '../grids/register-uses';
import { Homes } from '../identity/homes';
import { sha256 } from '../platform/database/fingerprint';
import { one, rows } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import type { CardRow } from './cards.views';

export const CARD = `SELECT c.id, c.household_id, c.grid_id, c.token_enc, c.short_code, c.version, c.status, c.issued_at,
    c.ended_at, c.ended_because, b.name AS building, h.door
  FROM card c JOIN household h ON h.id = c.household_id JOIN building b ON b.id = h.building_id`;

@Injectable()
export class Cards implements OnModuleInit {
  constructor(
    private readonly doors: CardDoors,
    private readonly homes: Homes,
    private readonly households: Households,
    private readonly uses: RegisterUses,
  ) {}

  onModuleInit(): void {
    this.doors.register({
      byToken: async (tx, token) => doorOf(await this.byToken(tx, token)),
      byId: (tx, cardId) => this.placeOf(tx, cardId),
    });
    this.uses.register(async (tx, { householdIds }) => {
      const sql = 'SELECT DISTINCT household_id AS id FROM card WHERE household_id IN (?)';
      return (await rows<{ id: string }>(tx, sql, [householdIds])).map(({ id }) => ({ id, because: 'HAS_CARD' }));
    });
    this.homes.register('guest', async (tx, actor) => {
      const place = actor.cardId ? await this.placeOf(tx, actor.cardId) : null;
      if (!place) return null;
      const address = await this.addressFor(tx, actor.id, place.householdId);
      return { id: place.householdId, address, gridId: place.gridId };
    });
  }

  /** Household and grid of an active card; null for any other. */
  async placeOf(tx: EntityManager, cardId: string): Promise<Door | null> {
    const row = await one<CardRow>(tx, `${CARD} WHERE c.id = ? AND c.status = 'active'`, [cardId]);
    return row && doorOf(row);
  }

  /** The household's active card, or null. */
  activeOf(tx: EntityManager, householdId: string): Promise<CardRow | null> {
    return one<CardRow>(tx, `${CARD} WHERE c.active_household = ?`, [householdId]);
  }

  /** @throws CARD_NOT_RECOGNISED or CARD_REVOKED. */
  async byToken(tx: EntityManager, text: string): Promise<CardRow> {
    const token = readCardToken(text);
    const row = token ? await one<CardRow>(tx, `${CARD} WHERE c.token_hash = ?`, [sha256(token)]) : null;
    if (!row) return fail('CARD_NOT_RECOGNISED');
    return row.status === 'active' ? row : fail('CARD_REVOKED');
  }

  /** Whoever found a card does not learn from it whose it is: the address shows once the grid worker confirmed the guest. */
  private async addressFor(tx: EntityManager, guestId: string, householdId: string): Promise<string> {
    const confirmed = await one(
      tx,
      "SELECT id FROM binding WHERE guest_id = ? AND household_id = ? AND state = 'confirmed' LIMIT 1",
      [guestId, householdId],
    );
    return confirmed ? ((await this.households.find(tx, householdId))?.address ?? '') : '';
  }
}

const doorOf = (row: CardRow): Door => ({ householdId: row.household_id, gridId: row.grid_id });
