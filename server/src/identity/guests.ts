/** Guests: whoever holds a card and has not said who they are. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id';
import { change } from '../platform/database/sql';

@Injectable()
export class Guests {
  /** A new guest of a card; `scopeId` is the card's grid, in which the guest may act. */
  async open(
    tx: EntityManager,
    { cardId, scopeId }: { cardId: string | null; scopeId: string | null },
  ): Promise<string> {
    const id = newId();
    await change(tx, 'INSERT INTO guest (id, card_id, scope_id, created_at) VALUES (?, ?, ?, NOW(3))', [
      id,
      cardId,
      scopeId,
    ]);
    return id;
  }
}
