/** A small ledger in which everything happened once, and ways to change its rows that nothing in the server has. */
import type { EntityManager } from 'typeorm';
import { newId } from '../../src/platform/database/new-id';
import { change } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { LedgerChecked } from '../../src/points/audit-ledger';
import { LedgerAudits } from '../../src/points/ledger-audits';
import { SEALED_TABLES } from '../../src/points/seal-points';
import type { TestApp } from '../actors/start-app';
import { AtTheLedger } from './at-the-ledger';

/** Awards with a unit and without, corrections, a debt and what was netted from it, and a hold in every state. */
export async function live(here: AtTheLedger, people = 3): Promise<string[]> {
  const persons = Array.from({ length: people }, () => newId());
  for (const personId of persons) {
    const unit = { id: newId(), points: 2 };
    for (const points of [2, 3, 4]) await here.award(personId, points, { unit });
    const wrong = await here.award(personId, 6, { unit });
    await here.adjust(personId, 5);
    await here.adjust(personId, -1);
    const [used, back] = [await here.hold(personId, 9), await here.hold(personId, 4)];
    await here.capture(used);
    await here.capture(back);
    await here.uncapture(back);
    await here.release(await here.hold(personId, 1));
    await here.capture(await here.hold(personId, 0));
    await here.hold(personId, 2);
    const late = await here.hold(personId, 1, 60);
    here.app.moveTime(61_000);
    await here.expire(late);
    here.app.moveTime(-61_000);
    // Eight are free, two are held: of the second award that is taken back something is owed.
    await here.reverse(wrong);
    await here.reverse(await here.award(personId, 1));
    const owing = await here.award(personId, 8);
    await here.capture(await here.hold(personId, 6));
    await here.reverse(owing);
    await here.award(personId, 1);
    await here.award(personId, 20);
  }
  return persons;
}

/** As somebody would who owns the database. */
export async function dropTriggers(app: TestApp): Promise<void> {
  for (const table of SEALED_TABLES)
    for (const action of ['update', 'delete'])
      await app.dataSource.query(`DROP TRIGGER IF EXISTS ${table}_no_${action}`);
}

/** What the audit says of the ledger itself: these points were given for nothing, and other domains would say so. */
export async function wrongs(app: TestApp, audited: Promise<readonly LedgerChecked[]>): Promise<string> {
  const others = new Set(
    app
      .get(LedgerAudits)
      .registered()
      .map(({ name }) => name),
  );
  const own = (await audited).filter(({ name }) => !others.has(name));
  return own.flatMap(({ broken }) => broken ?? []).join('\n');
}

class Undo extends Error {}

/** Does `deed`, answers what `look` then sees, and undoes it. */
export async function planted<T>(
  app: TestApp,
  deed: (tx: EntityManager) => Promise<unknown>,
  look: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  let seen: { answer: T } | undefined;
  await app
    .get(UnitOfWork)
    .run(async (tx) => {
      await deed(tx);
      seen = { answer: await look(tx) };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!seen) throw new Error('nothing was seen');
  return seen.answer;
}

/** @throws where it changed nothing, so that no planted fault is none. */
export const statement =
  (sql: string) =>
  async (tx: EntityManager): Promise<void> => {
    if ((await change(tx, sql)) === 0) throw new Error(`${sql}: changed nothing`);
  };
