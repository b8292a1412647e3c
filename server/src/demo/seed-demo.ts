/** Seeds everything that the demo shows: the community, then its tickets. */
import type { INestApplicationContext } from '@nestjs/common';
import type { DemoContext } from './demo-context';
import { seedCommunity } from './seed-community';
import { seedTickets, tellOfTickets } from './tickets';

/** Null, and nothing done, when the database has a community already. */
export async function seedDemo(app: INestApplicationContext): Promise<DemoContext | null> {
  const context = await seedCommunity(app, seedTickets);
  if (context) await tellOfTickets(app);
  return context;
}
