/** What a guest did becomes the person's when the guest logs in; domains to the right say how, in the same transaction. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface GuestClaim {
  guestId: string;
  personId: string;
}

export type TakeOver = (tx: EntityManager, claim: GuestClaim) => Promise<void>;

@Injectable()
export class GuestClaims {
  private readonly takers: TakeOver[] = [];

  register(taker: TakeOver): void {
    this.takers.push(taker);
  }

  async takeOver(tx: EntityManager, claim: GuestClaim): Promise<void> {
    for (const taker of this.takers) await taker(tx, claim);
  }
}
