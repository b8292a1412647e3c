/** The deadlines of a community, by version: a ticket keeps the version under which it was opened. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SEEDED_POLICY, type Policy, type Span } from '@sevengrid/shared/tickets/deadlines';
import { CLOCKS, GRADES, type ClockName, type Grade } from '@sevengrid/shared/tickets/terms';
import { change, one, rows } from '../platform/database/sql';

interface PolicyRow {
  grade: Grade;
  clock: ClockName;
  amount: number;
  unit: Span['unit'];
}

@Injectable()
export class DeadlinePolicies {
  /** A version never changes once written, so what was read stays true. */
  private readonly known = new Map<string, Policy>();

  /** The version in force now; 0, the one every community starts with, when it has written none. */
  async current(tx: EntityManager, communityId: string): Promise<number> {
    const row = await one<{ version: number | null }>(
      tx,
      'SELECT MAX(version) AS version FROM deadline_policy WHERE community_id = ? AND valid_from <= NOW(3)',
      [communityId],
    );
    return row?.version ?? 0;
  }

  async policy(tx: EntityManager, communityId: string, version: number): Promise<Policy> {
    if (version === 0) return SEEDED_POLICY;
    const key = `${communityId}:${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = await rows<PolicyRow>(
      tx,
      'SELECT grade, clock, amount, unit FROM deadline_policy WHERE community_id = ? AND version = ?',
      [communityId, version],
    );
    const span = (grade: Grade, clock: ClockName): Span => {
      const row = found.find((of) => of.grade === grade && of.clock === clock);
      return row ? { amount: row.amount, unit: row.unit } : SEEDED_POLICY[grade][clock];
    };
    const policy = Object.fromEntries(
      GRADES.map((grade) => [grade, Object.fromEntries(CLOCKS.map((clock) => [clock, span(grade, clock)]))]),
    ) as Policy;
    this.known.set(key, policy);
    return policy;
  }

  /** Writes a new version; the rows of older ones stay for the tickets opened under them. */
  async write(tx: EntityManager, communityId: string, version: number, policy: Policy, validFrom: Date): Promise<void> {
    for (const grade of GRADES) {
      for (const clock of CLOCKS) {
        const { amount, unit } = policy[grade][clock];
        await change(
          tx,
          `INSERT INTO deadline_policy (community_id, version, grade, clock, amount, unit, valid_from)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [communityId, version, grade, clock, amount, unit, validFrom],
        );
      }
    }
  }
}
