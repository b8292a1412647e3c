/** Makes the demo community in a database that has none, the same for the same seed. */
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addressOf } from '../grids/households';
import { Scopes } from '../identity/scopes';
import { Clock } from '../platform/clock/clock';
import { one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { DemoContext } from './demo-context';
import { planPeople } from './plan-people';
import { idsFrom, planPlaces } from './plan-places';
import { Random } from './random';
import { CommunityWriter, type Plan, type PlannedCard } from './write-community';

export const DEMO_SEED = 20_261_123;

/** What is seeded on top of the community, in its transaction: all of it stands in the end, or nothing. */
export type SeedMore = (tx: EntityManager, context: DemoContext) => Promise<void>;

/** Null, and nothing done, when there is a scope already. */
export async function seedCommunity(
  app: INestApplicationContext,
  more?: SeedMore,
  seed = DEMO_SEED,
): Promise<DemoContext | null> {
  const now = await app.get(Clock).now();
  return app.get(UnitOfWork).run(async (tx) => {
    // Two seeds at one time meet here, and the second finds the first one's scopes.
    await app.get(Scopes).lock(tx);
    if (await one(tx, 'SELECT id FROM scope LIMIT 1')) return null;
    const plan = planCommunity(seed, now);
    const context = contextOf(app, plan, await new CommunityWriter(app, plan).write(tx));
    await app.get(Scopes).refresh(tx);
    await more?.(tx, context);
    return context;
  });
}

function planCommunity(seed: number, now: Date): Plan {
  const rng = new Random(seed);
  const makeId = idsFrom(rng, now.getTime() - 365 * 86_400_000);
  const places = planPlaces(rng, makeId);
  return { rng, makeId, now, places, people: planPeople(rng, makeId, places) };
}

function contextOf(app: INestApplicationContext, plan: Plan, cards: readonly PlannedCard[]): DemoContext {
  const { rng, now, places, people } = plan;
  const cardOf = new Map(cards.map((card) => [card.householdId, card.id]));
  const inTeam = (gridId: string, role: string): string =>
    people.teams.find((team) => team.gridId === gridId && team.role === role)?.personId ?? '';
  return {
    ...{ app, rng, now, communityId: places.communityId, people },
    grids: places.grids.map(({ id, code, name }) => {
      return { id, code, name, workerId: inTeam(id, 'worker'), backupId: inTeam(id, 'backup') };
    }),
    households: places.households.map(({ id, gridId, building, door }) => {
      return { id, gridId, address: addressOf(building, door), cardId: cardOf.get(id) ?? '' };
    }),
  };
}
