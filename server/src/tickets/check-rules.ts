/** What the checklist of a new community says of the rules of its tickets, and what tickets hold fast. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { wallTime } from '@sevengrid/shared/kernel/days';
import type { EntityManager } from 'typeorm';
import { ScopeUses } from '../identity/scope-uses';
import { Scopes } from '../identity/scopes';
import { SetUpChecks, needed, wished, type Check } from '../identity/set-up-checks';
import { Clock } from '../platform/clock/clock';
import { one } from '../platform/database/sql';
import { Categories } from './categories';
import { DeadlinePolicies } from './deadline-policies';
import { WorkingCalendars } from './working-calendars';

@Injectable()
export class CheckRules implements OnModuleInit {
  constructor(
    private readonly checks: SetUpChecks,
    private readonly uses: ScopeUses,
    private readonly scopes: Scopes,
    private readonly clock: Clock,
    private readonly categories: Categories,
    private readonly policies: DeadlinePolicies,
    private readonly calendars: WorkingCalendars,
  ) {}

  onModuleInit(): void {
    this.checks.register((tx, communityId) => this.look(tx, communityId));
    this.uses.register('numbers', async (tx, communityId) => {
      return (await one(tx, 'SELECT last FROM ticket_number WHERE community_id = ? LIMIT 1', [communityId])) !== null;
    });
    this.uses.register('work', async (tx, gridId) => {
      const sql = "SELECT id FROM ticket WHERE grid_id = ? AND phase <> 'closed' LIMIT 1";
      return (await one(tx, sql, [gridId])) !== null;
    });
  }

  private async look(tx: EntityManager, communityId: string): ReturnType<Check> {
    const { tzOffset } = this.scopes.communityOf(communityId);
    const { year } = wallTime((await this.clock.now(tx)).getTime(), tzOffset);
    const days = await this.calendars.days(tx, communityId);
    return {
      categories: needed((await this.categories.of(tx, communityId)).length),
      deadlines: wished(await this.policies.current(tx, communityId)),
      calendar: wished(days.filter(({ day }) => day.startsWith(`${year}-`)).length),
    };
  }
}
