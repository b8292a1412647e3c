/** Seeds everything that the demo shows: the community, then its tickets, units, their members and what these did, and shops. */
import type { INestApplicationContext } from '@nestjs/common';
import { Seals } from '../platform/seal/seals';
import { seedActivities } from './activities';
import type { DemoContext } from './demo-context';
import { seedCommunity } from './seed-community';
import { seedShops } from './shops';
import { seedTickets, tellOfTickets } from './tickets';
import { seedUnits } from './units';

/** Null, and nothing done, when the database has a community already. */
export async function seedDemo(app: INestApplicationContext): Promise<DemoContext | null> {
  const context = await seedCommunity(app, async (tx, made) => {
    await seedTickets(tx, made);
    await seedActivities(tx, made, await seedUnits(tx, made));
    await seedShops(tx, made);
  });
  if (!context) return null;
  await tellOfTickets(app);
  // A past that was written just now would otherwise wait for its seal longer than any audit allows.
  await app.get(Seals).settle();
  return context;
}
