/** Seeds the demo community's tickets with their whole histories, and the notices that came of the latest. */
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ulid } from '@sevengrid/shared/kernel/ulid';
import { SEEDED_POLICY } from '@sevengrid/shared/tickets/deadlines';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { change } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Outbox } from '../platform/jobs/outbox';
import { Categories } from '../tickets/categories';
import { DeadlinePolicies } from '../tickets/deadline-policies';
import { USUAL_CATEGORIES } from '../tickets/usual-categories';
import { WorkingCalendars } from '../tickets/working-calendars';
import { NOTICE_OF_2026 } from './notice-of-2026';
import '../tickets/news-of-tickets';
import type { DemoContext } from './demo-context';
import { TicketPlanner } from './plan-tickets';
import { TicketWriter } from './write-tickets';

const DAY = 86_400_000;
const POLICY_VERSION = 1;
/** Of so many days the inbox still has notices; what is older than two is read. */
const TOLD_DAYS = 10;

export async function seedTickets(tx: EntityManager, context: DemoContext): Promise<void> {
  const planner = await plannerFor(tx, context, await seedTerms(tx, context));
  planner.plan();
  const events = await new TicketWriter(context).write(tx, planner.tickets);
  const from = context.now.getTime() - TOLD_DAYS * DAY;
  for (const event of events.filter(({ at }) => at > from))
    await context.app.get(Outbox).publish(tx, 'ticket.moved', { ticketId: event.ticketId, eventId: event.id });
}

/** Plans tickets under the community's own deadlines and calendar. */
export async function plannerFor(
  tx: EntityManager,
  context: DemoContext,
  categories: readonly CategoryView[],
): Promise<TicketPlanner> {
  const calendar = await context.app.get(WorkingCalendars).of(tx, context.communityId);
  return new TicketPlanner(context, categories, POLICY_VERSION, { policy: SEEDED_POLICY, calendar });
}

/** The notices that came of the latest moves; what is older than two days was read. */
export async function tellOfTickets(app: INestApplicationContext): Promise<void> {
  await app.get(Outbox).settle();
  await app
    .get(UnitOfWork)
    .run((tx) =>
      change(
        tx,
        'UPDATE notice SET read_at = at + INTERVAL 1 HOUR WHERE read_at IS NULL AND at < NOW(3) - INTERVAL 2 DAY',
      ),
    );
}

/** Categories and deadlines, which every community needs before anything can be filed. */
export async function seedTerms(
  tx: EntityManager,
  { app, rng, communityId, now, people }: DemoContext,
): Promise<CategoryView[]> {
  const since = now.getTime() - 365 * DAY;
  const version = { version: POLICY_VERSION, validFrom: new Date(since), writtenBy: people.lead.id };
  const book = { policy: SEEDED_POLICY, byCategory: new Map() };
  await app.get(DeadlinePolicies).write(tx, { communityId, ...version }, book);
  await app.get(WorkingCalendars).writeDays(tx, communityId, NOTICE_OF_2026);
  await change(tx, 'UPDATE work_calendar SET redated = revision WHERE community_id = ?', [communityId]);
  for (const [position, { code, name, hint, grade, danger }] of USUAL_CATEGORIES.entries()) {
    await change(
      tx,
      `INSERT INTO ticket_category (id, community_id, code, name, hint, grade, danger, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[ulid(since + position, rng.bytes(16)), communityId, code],
        ...[JSON.stringify(name), JSON.stringify(hint), grade, danger === true, position],
      ],
    );
  }
  return app.get(Categories).of(tx, communityId);
}
