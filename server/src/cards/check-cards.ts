/** What the checklist of a new community says of cards: how many households have one. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SetUpChecks, each, type Check } from '../identity/set-up-checks';
import { one } from '../platform/database/sql';

@Injectable()
export class CheckCards implements OnModuleInit {
  constructor(private readonly checks: SetUpChecks) {}

  onModuleInit(): void {
    this.checks.register((tx, communityId) => this.look(tx, communityId));
  }

  /** Whoever has no card can still telephone, so that only a community without any lacks what it needs. */
  private async look(tx: EntityManager, communityId: string): ReturnType<Check> {
    const counts = await one<{ homes: number; held: number }>(
      tx,
      `SELECT COUNT(*) AS homes, COUNT(c.id) AS held FROM household h JOIN scope g ON g.id = h.grid_id
       LEFT JOIN card c ON c.active_household = h.id WHERE g.parent_id = ?`,
      [communityId],
    );
    const [homes, held] = [counts?.homes ?? 0, counts?.held ?? 0];
    return { cards: each(held, homes, held === 0 ? 'missing' : 'advised') };
  }
}
