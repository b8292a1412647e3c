/** What a community is given at its beginning, in the transaction that makes it: domains to the right say it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type Endow = (tx: EntityManager, communityIds: readonly string[]) => Promise<void>;

@Injectable()
export class NewCommunities {
  private readonly givers: Endow[] = [];

  register(giver: Endow): void {
    this.givers.push(giver);
  }

  async tell(tx: EntityManager, communityIds: readonly string[]): Promise<void> {
    if (communityIds.length > 0) for (const give of this.givers) await give(tx, communityIds);
  }
}
