/** What hangs on an account besides its roles, so that none is taken away under it: domains to the right say it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface AccountUse {
  personId: string;
  /** The grid in which they hold something that is not done; null where they are only named. */
  openIn: string | null;
}

/** Person ids are never empty. */
export type LookForAccountUses = (tx: EntityManager, personIds: readonly string[]) => Promise<AccountUse[]>;

@Injectable()
export class AccountUses {
  private readonly looks: LookForAccountUses[] = [];

  register(look: LookForAccountUses): void {
    this.looks.push(look);
  }

  /** By person who is used at all: grids in which something is open. */
  async find(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const found = new Map<string, Set<string>>();
    if (personIds.length === 0) return found;
    for (const look of this.looks)
      for (const { personId, openIn } of await look(tx, personIds)) {
        const open = found.get(personId) ?? new Set<string>();
        found.set(personId, openIn === null ? open : open.add(openIn));
      }
    return found;
  }
}
