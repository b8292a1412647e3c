/** Fills an empty database with the demo community and as many tickets as are asked for, whole to the last event. */
import type { INestApplicationContext } from '@nestjs/common';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Seals } from '../platform/seal/seals';
import type { DemoContext } from './demo-context';
import { seedCommunity } from './seed-community';
import { plannerFor, seedTerms } from './tickets';
import { TicketWriter } from './write-tickets';

/** Null, and nothing done, when the database has a community already. They are written past the API, and nobody is told of them. */
export async function seedMany(app: INestApplicationContext, tickets: number): Promise<DemoContext | null> {
  let categories: CategoryView[] = [];
  const context = await seedCommunity(app, async (tx, made) => {
    categories = await seedTerms(tx, made);
  });
  if (!context) return null;
  const writer = new TicketWriter(context);
  for (let left = tickets; left > 0;) left -= await writeSome(app, context, { categories, writer, left });
  await app.get(Seals).settle();
  return context;
}

interface Some {
  categories: readonly CategoryView[];
  writer: TicketWriter;
  left: number;
}

/** In a transaction of its own, since one for all would grow without bounds; answers how many. */
function writeSome(
  app: INestApplicationContext,
  context: DemoContext,
  { categories, writer, left }: Some,
): Promise<number> {
  return app.get(UnitOfWork).run(async (tx) => {
    const planner = await plannerFor(tx, context, categories);
    planner.planUsual();
    const lived = planner.tickets.slice(0, left);
    await writer.write(tx, lived);
    return lived.length;
  });
}
