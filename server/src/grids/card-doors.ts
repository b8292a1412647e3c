/** From a card to the door it belongs to: bindings ask, and cards, a domain to the right, answers. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Door {
  householdId: string;
  gridId: string;
}

export interface DoorFinder {
  /** @throws CARD_NOT_RECOGNISED or CARD_REVOKED. */
  byToken(tx: EntityManager, token: string): Promise<Door>;
  /** Null when the card is not active. */
  byId(tx: EntityManager, cardId: string): Promise<Door | null>;
}

@Injectable()
export class CardDoors {
  private finder: DoorFinder | null = null;

  register(finder: DoorFinder): void {
    this.finder = finder;
  }

  get(): DoorFinder {
    if (!this.finder) throw new Error('no domain has said how to find the door of a card');
    return this.finder;
  }
}
