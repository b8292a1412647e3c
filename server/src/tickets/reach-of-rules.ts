/** Keeps every deadline within reach: what is to be saved is tried first, under the calendar that is to be. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { ClockRule } from '@sevengrid/shared/tickets/deadlines';
import { outOfReach } from '@sevengrid/shared/tickets/reach';
import { CLOCKS, GRADES, type Grade } from '@sevengrid/shared/tickets/terms';
import { Clock } from '../platform/clock/clock';
import { rows } from '../platform/database/sql';
import { fail } from '../platform/http/fail';
import { DeadlinePolicies } from './deadline-policies';
import { WorkingCalendars } from './working-calendars';

export interface GradedRule {
  grade: Grade;
  rule: ClockRule;
}

@Injectable()
export class ReachOfRules {
  constructor(
    private readonly clock: Clock,
    private readonly policies: DeadlinePolicies,
    private readonly calendars: WorkingCalendars,
  ) {}

  /** @throws DEADLINE_TOO_LONG, with its place in the list, for the first rule out of reach. */
  async demand(tx: EntityManager, communityId: string, rules: readonly GradedRule[]): Promise<void> {
    const calendar = await this.calendars.read(tx, communityId);
    const now = (await this.clock.now(tx)).getTime();
    rules.forEach(({ grade, rule }, nth) => {
      const part = outOfReach(rule, now, { calendar, grade });
      if (part) fail('DEADLINE_TOO_LONG', { fields: [{ field: `body.rules.${nth}.${part}`, rules: ['inReach'] }] });
    });
  }

  /**
   * Makes `change` to the calendar. A rule that was out of reach before stands in the way of nothing.
   * @throws HOURS_TOO_FEW, for `field`, where a rule in use could be dated before and cannot any more.
   */
  async keepThrough(tx: EntityManager, communityId: string, field: string, change: () => Promise<void>): Promise<void> {
    await this.calendars.lock(tx, communityId);
    const before = await this.calendars.read(tx, communityId);
    await change();
    const after = await this.calendars.read(tx, communityId);
    const now = (await this.clock.now(tx)).getTime();
    const reached = ({ grade, rule }: GradedRule, calendar: WorkingCalendar): boolean =>
      outOfReach(rule, now, { calendar, grade }) === null;
    for (const rule of await this.inUse(tx, communityId))
      if (!reached(rule, after) && reached(rule, before))
        fail('HOURS_TOO_FEW', { fields: [{ field, rules: ['inReach'] }] });
  }

  /** Of the version in force, and of those under which open tickets were opened. */
  private async inUse(tx: EntityManager, communityId: string): Promise<GradedRule[]> {
    const open = await rows<{ version: number }>(
      tx,
      "SELECT DISTINCT policy_version AS version FROM ticket WHERE community_id = ? AND phase <> 'closed'",
      [communityId],
    );
    const versions = new Set([await this.policies.current(tx, communityId), ...open.map(({ version }) => version)]);
    const found: GradedRule[] = [];
    for (const version of versions) {
      const { policy, byCategory } = await this.policies.book(tx, communityId, version);
      for (const rules of [policy, ...byCategory.values()])
        for (const grade of GRADES)
          for (const clock of CLOCKS) {
            const rule = rules[grade]?.[clock];
            if (rule) found.push({ grade, rule });
          }
    }
    return found;
  }
}
