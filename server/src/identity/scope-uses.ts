/** What hangs on a scope, so that nothing is changed under it: domains to the right say it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** `numbers`: a community's tickets have been numbered; `work`: a grid has something that is not done. */
export type Use = 'numbers' | 'work';

type Look = (tx: EntityManager, scopeId: string) => Promise<boolean>;

@Injectable()
export class ScopeUses {
  private readonly looks: Record<Use, Look[]> = { numbers: [], work: [] };

  register(use: Use, look: Look): void {
    this.looks[use].push(look);
  }

  async has(tx: EntityManager, use: Use, scopeId: string): Promise<boolean> {
    for (const look of this.looks[use]) if (await look(tx, scopeId)) return true;
    return false;
  }
}
