/** What ends with a role, so that nothing it was needed for outlives it: domains to the right say it. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface EndedRole {
  personId: string;
  role: string;
  scopeId: string;
  /** Day on which it still holds; yesterday for at once. */
  lastDay: string;
}

export type EndWithRole = (tx: EntityManager, ended: EndedRole) => Promise<void>;

@Injectable()
export class RoleEnds {
  private readonly enders: EndWithRole[] = [];

  register(ender: EndWithRole): void {
    this.enders.push(ender);
  }

  async tell(tx: EntityManager, ended: EndedRole): Promise<void> {
    for (const end of this.enders) await end(tx, ended);
  }
}
