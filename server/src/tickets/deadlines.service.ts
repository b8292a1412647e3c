/** A community's own rules, read and changed by its staff: deadlines by version, working hours, and days that notices change. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CommunityQuery } from '@sevengrid/shared/identity/set-up.requests';
import type { Permission } from '@sevengrid/shared/kernel/permissions';
import { workingCalendar } from '@sevengrid/shared/tickets/calendar';
import type { ClockRule, ClockRules } from '@sevengrid/shared/tickets/deadlines';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type {
  ClockRuleInput,
  WriteDays,
  WriteDeadlines,
  WriteHours,
} from '@sevengrid/shared/tickets/deadlines.requests';
import type { CalendarView, ClockRuleView, DeadlinesView } from '@sevengrid/shared/tickets/deadlines.views';
import { CLOCKS, GRADES, type ClockName, type Grade } from '@sevengrid/shared/tickets/terms';
import { People } from '../identity/people';
import { RuleKeepers } from '../identity/rule-keepers';
import { type Community } from '../identity/scopes';
import { AuditLog } from '../platform/audit/audit-log';
import { Clock } from '../platform/clock/clock';
import { inputFingerprint } from '../platform/database/fingerprint';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';
import { Categories } from './categories';
import { DeadlinePolicies, type PolicyBook } from './deadline-policies';
import { ReachOfRules } from './reach-of-rules';
import { WorkingCalendars } from './working-calendars';

/** Without these a ticket could be waited for without end. */
const DEMANDED: readonly ClockName[] = ['accept', 'contact', 'resolve', 'answer', 'partner', 'follow_up'];

/** Who changes the deadlines, and who the calendar. */
const OF_POLICY: Permission = 'policy.edit';
const OF_CALENDAR: Permission = 'calendar.edit';

/** Whose miss may raise a ticket; at the others somebody is reminded. */
const RAISING: readonly ClockName[] = ['accept', 'resolve'];

function ruleOf({ amount, unit, capDays, marks, whenNeeded }: ClockRuleInput): ClockRule {
  const inOrder = [...marks].sort((a, b) => a.percent - b.percent);
  return {
    span: { amount, unit },
    marks: inOrder.map(({ percent, tier }) => (tier === undefined ? { percent } : { percent, tier })),
    ...(capDays === undefined ? {} : { capDays }),
    ...(whenNeeded ? { whenNeeded } : {}),
  };
}

function rulesOf(inputs: readonly ClockRuleInput[]): Record<Grade, Partial<Record<ClockName, ClockRule>>> {
  const rules: Record<Grade, Partial<Record<ClockName, ClockRule>>> = { G0: {}, G1: {}, G2: {}, G3: {} };
  for (const input of inputs) rules[input.grade][input.clock] = ruleOf(input);
  return rules;
}

const viewsOf = (rules: Readonly<Partial<Record<Grade, ClockRules>>>, categoryId: string | null): ClockRuleView[] =>
  GRADES.flatMap((grade) =>
    CLOCKS.flatMap((clock) => {
      const rule = rules[grade]?.[clock];
      return rule ? [{ categoryId, grade, clock, ...rule }] : [];
    }),
  );

@Injectable()
export class DeadlinesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly keepers: RuleKeepers,
    private readonly people: People,
    private readonly audit: AuditLog,
    private readonly categories: Categories,
    private readonly policies: DeadlinePolicies,
    private readonly calendars: WorkingCalendars,
    private readonly reach: ReachOfRules,
  ) {}

  read(actor: Actor, { communityId }: CommunityQuery): Promise<DeadlinesView> {
    const community = this.keepers.toRead(actor, OF_POLICY, communityId);
    return this.uow.read((tx) => this.view(tx, actor, community));
  }

  async write(actor: Actor, key: string, body: WriteDeadlines): Promise<DeadlinesView> {
    const communityId = this.keepers.toWrite(actor, OF_POLICY, body.communityId).id;
    await this.once(actor, key, deadlineRoutes.write.name, body, async (tx) => {
      await this.calendars.lock(tx, communityId);
      if ((await this.policies.current(tx, communityId)) !== body.basedOn) fail('CHANGED_MEANWHILE');
      const book = await this.bookOf(tx, communityId, body.rules);
      const rules = body.rules.map((input) => ({ grade: input.grade, rule: ruleOf(input) }));
      await this.reach.demand(tx, communityId, rules);
      const version = { version: body.basedOn + 1, validFrom: await this.clock.now(tx), writtenBy: actor.id };
      await this.policies.write(tx, { communityId, ...version }, book);
      await this.note(tx, actor, 'deadlines.written', communityId);
    });
    return this.read(actor, { communityId });
  }

  calendar(actor: Actor, { communityId }: CommunityQuery): Promise<CalendarView> {
    const community = this.keepers.toRead(actor, OF_CALENDAR, communityId);
    return this.uow.read((tx) => this.calendarView(tx, actor, community));
  }

  async writeHours(actor: Actor, key: string, body: WriteHours): Promise<CalendarView> {
    const communityId = this.keepers.toWrite(actor, OF_CALENDAR, body.communityId).id;
    const weekdays = [...body.weekdays].sort((a, b) => a - b);
    const intervals = body.intervals.map(({ from, to }) => ({ from, to }));
    try {
      workingCalendar({ offset: 0, weekdays, intervals, days: new Map() });
    } catch {
      fail('HOURS_WRONG', { fields: [{ field: 'body.intervals', rules: ['inOrder'] }] });
    }
    await this.once(actor, key, deadlineRoutes.writeHours.name, body, async (tx) => {
      const write = (): Promise<void> => this.calendars.writeHours(tx, communityId, { weekdays, intervals });
      await this.reach.keepThrough(tx, communityId, 'body.intervals', write);
      await this.note(tx, actor, 'calendar.hours', communityId);
    });
    return this.calendar(actor, { communityId });
  }

  async writeDays(actor: Actor, key: string, body: WriteDays): Promise<CalendarView> {
    const communityId = this.keepers.toWrite(actor, OF_CALENDAR, body.communityId).id;
    await this.once(actor, key, deadlineRoutes.writeDays.name, body, async (tx) => {
      const write = (): Promise<void> => this.calendars.writeDays(tx, communityId, body.days);
      await this.reach.keepThrough(tx, communityId, 'body.days', write);
      await this.note(tx, actor, 'calendar.days', communityId);
    });
    return this.calendar(actor, { communityId });
  }

  private once(
    actor: Actor,
    key: string,
    operation: string,
    body: object,
    work: (tx: EntityManager) => Promise<void>,
  ): Promise<object> {
    return this.uow.once({ actor, key, operation, fingerprint: inputFingerprint(body) }, async (tx) => {
      await work(tx);
      return {};
    });
  }

  private async bookOf(tx: EntityManager, communityId: string, inputs: readonly ClockRuleInput[]): Promise<PolicyBook> {
    const known = new Set((await this.categories.of(tx, communityId)).map(({ id }) => id));
    const named = [...new Set(inputs.flatMap(({ categoryId }) => categoryId ?? []))];
    if (named.some((id) => !known.has(id))) fail('CATEGORY_UNKNOWN');
    const raising = inputs.findIndex(({ clock, marks }) => !RAISING.includes(clock) && marks.some(({ tier }) => tier));
    if (raising >= 0)
      fail('MARK_CANNOT_RAISE', { fields: [{ field: `body.rules.${raising}.marks`, rules: ['raise'] }] });
    const policy = rulesOf(inputs.filter(({ categoryId }) => categoryId === undefined));
    if (GRADES.some((grade) => DEMANDED.some((clock) => policy[grade][clock] === undefined))) fail('POLICY_INCOMPLETE');
    const own = named.map((id) => [id, rulesOf(inputs.filter(({ categoryId }) => categoryId === id))] as const);
    return { policy, byCategory: new Map(own) };
  }

  private async view(tx: EntityManager, actor: Actor, community: Community): Promise<DeadlinesView> {
    const communityId = community.id;
    const version = await this.policies.current(tx, communityId);
    const { policy, byCategory } = await this.policies.book(tx, communityId, version);
    const versions = await this.policies.versions(tx, communityId);
    const names = await this.people.displayNames(
      tx,
      versions.map(({ writtenBy }) => writtenBy),
    );
    return {
      ...{ communityId, editable: this.keepers.mayWrite(actor, OF_POLICY, community) },
      version,
      rules: [...viewsOf(policy, null), ...[...byCategory].flatMap(([id, rules]) => viewsOf(rules, id))],
      versions: versions.map(({ version: of, validFrom, writtenBy }) => ({
        version: of,
        validFrom: validFrom.toISOString(),
        writtenByName: names.get(writtenBy) ?? null,
      })),
    };
  }

  private async calendarView(tx: EntityManager, actor: Actor, community: Community): Promise<CalendarView> {
    const { id: communityId, tzOffset: offset } = community;
    const { weekdays, intervals } = await this.calendars.row(tx, communityId);
    const days = await this.calendars.days(tx, communityId);
    const behind = await one(
      tx,
      'SELECT 1 AS behind FROM work_calendar WHERE community_id = ? AND redated < revision',
      [communityId],
    );
    return {
      ...{ communityId, editable: this.keepers.mayWrite(actor, OF_CALENDAR, community) },
      ...{ offset, weekdays: [...weekdays], intervals: [...intervals], days, redating: behind !== null },
    };
  }

  private note(tx: EntityManager, actor: Actor, action: string, communityId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'scope', id: communityId }, scopeId: communityId });
  }
}
