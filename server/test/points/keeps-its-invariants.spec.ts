/** Generated lives through the real ledger, many at once, beside a model in memory: same answers, same figures, nothing broken after any step. */
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { AuditLedger } from '../../src/points/audit-ledger';
import { newId } from '../../src/platform/database/new-id';
import { Fault } from '../../src/platform/http/fail';
import { startApp, type TestApp } from '../actors/start-app';
import { wrongs } from './a-lived-ledger';
import { AtTheLedger } from './at-the-ledger';
import { LedgerModel, type Command } from './ledger-model';

/** Lives side by side, and how often: 240 in all, 2,000 by the long form. */
const [SIDE_BY_SIDE, ROUNDS, STEPS] = process.env.LONG === '1' ? [40, 50, 24] : [20, 12, 12];
const SEED = process.env.SEED ? { seed: Number(process.env.SEED) } : {};

const pick = fc.nat(20);
const ending = fc.constantFrom('reverse', 'capture', 'capture', 'release', 'expire', 'uncapture');
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('award' as const), points: fc.integer({ min: 1, max: 6 }) }) },
  {
    ...{ weight: 3 },
    arbitrary: fc.record({ kind: fc.constant('hold' as const), points: fc.nat(8), late: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('adjust' as const), points: fc.constantFrom(-4, -1, 2, 5) }) },
  { weight: 6, arbitrary: fc.record({ kind: ending, pick }) },
);
const lives = fc.array(fc.array(command, { minLength: STEPS, maxLength: STEPS }), {
  ...{ minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE },
});

let app: TestApp;
let here: AtTheLedger;
const seen = { lives: 0, done: 0, refused: 0 };
beforeAll(async () => {
  app = await startApp();
  here = new AtTheLedger(app);
});
afterAll(async () => {
  process.stdout.write(`${seen.lives} lives, ${seen.done} steps done, ${seen.refused} refused\n`);
  await app.close();
});

/** What a person's rows are, all of them, in one number a table. */
const ROWS = `SELECT
  (SELECT SUM(CRC32(CONCAT_WS('|', id, posted, held, owed, seq, head_hash))) FROM point_account WHERE person_id = @p) AS accounts,
  (SELECT SUM(CRC32(e.hash)) FROM point_entry e JOIN point_account a ON a.id = e.account_id WHERE a.person_id = @p) AS entries,
  (SELECT SUM(CRC32(CONCAT_WS('|', l.id, l.remaining, l.held, l.expires_at))) FROM point_lot l JOIN point_account a ON a.id = l.account_id WHERE a.person_id = @p) AS lots,
  (SELECT SUM(CRC32(CONCAT_WS('|', id, state, captured_at, ended_at))) FROM point_hold WHERE person_id = @p) AS holds,
  (SELECT COUNT(*) FROM point_hold_event e JOIN point_hold h ON h.id = e.hold_id WHERE h.person_id = @p) AS events,
  (SELECT COUNT(*) FROM point_transfer WHERE credit_id = @p OR debit_id = @p) AS transfers,
  (SELECT COUNT(*) FROM point_adjustment WHERE person_id = @p) AS corrections`;

const rowsOf = async (personId: string): Promise<unknown> =>
  (await here.sql(ROWS.replaceAll('@p', `'${personId}'`)))[0];

/** The person's own equations: Σ lots = posted, Σ reserved = held, last entry = posted, and none below what is held. */
const BROKEN = `SELECT a.id FROM point_account a WHERE a.person_id = ? AND a.ledger = 'PT' AND (
  a.posted <> (SELECT COALESCE(SUM(remaining), 0) FROM point_lot WHERE account_id = a.id)
  OR a.held <> (SELECT COALESCE(SUM(held), 0) FROM point_lot WHERE account_id = a.id)
  OR a.held <> (SELECT COALESCE(SUM(points), 0) FROM point_hold WHERE account_id = a.id AND state = 'reserved')
  OR a.posted <> (SELECT COALESCE(SUM(delta), 0) FROM point_entry WHERE account_id = a.id)
  OR a.seq <> (SELECT COUNT(*) FROM point_entry WHERE account_id = a.id)
  OR EXISTS (SELECT 1 FROM point_entry WHERE account_id = a.id AND balance_after < held_after))`;

class Life {
  readonly personId = newId();
  readonly model = new LedgerModel();
  readonly awards: string[] = [];
  readonly holds: string[] = [];

  /** Does it for real. */
  private async really(step: Command): Promise<string> {
    const at = this.model.picked(step);
    switch (step.kind) {
      case 'award':
        this.awards.push(await here.award(this.personId, step.points));
        return 'done';
      case 'hold':
        this.holds.push(await here.hold(this.personId, step.points, step.late ? 0.001 : 900));
        await pause(2);
        return 'done';
      case 'adjust':
        await here.adjust(this.personId, step.points);
        return 'done';
      case 'reverse':
        if (at === null) return 'nothing';
        await here.reverse(this.awards[at] ?? '');
        return 'done';
      default:
        return at === null ? 'nothing' : here[step.kind](this.holds[at] ?? '');
    }
  }

  async step(step: Command): Promise<void> {
    const before = await rowsOf(this.personId);
    const answer = await this.really(step).catch((error: unknown) => {
      if (error instanceof Fault) return error.code;
      throw error;
    });
    // The model is asked afterwards: what it picks are those that there were.
    expect([step, answer]).toEqual([step, this.model.do(step)]);
    const { posted, held, owed, minutes } = this.model;
    expect(await here.standing(this.personId)).toEqual({ posted, held, owed, minutes });
    expect(await here.sql(BROKEN, [this.personId])).toEqual([]);
    seen[answer === 'done' ? 'done' : 'refused'] += 1;
    if (answer === 'done') return;
    const after = await rowsOf(this.personId);
    // Whoever asks for the first time gets accounts only by what is done.
    expect(after).toEqual(before);
  }
}

it('answers and holds what the model does, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (all) => {
      await Promise.all(
        all.map(async (steps) => {
          const life = new Life();
          for (const step of steps) await life.step(step);
          seen.lives += 1;
        }),
      );
      expect(await wrongs(app, app.get(AuditLedger).run())).toBe('');
    }),
    // Rounds that go wrong are not made smaller: each has people of its own, and its seed is printed.
    { numRuns: ROUNDS, endOnFailure: true, ...SEED },
  );
  expect(seen.lives).toBe(SIDE_BY_SIDE * ROUNDS);
  expect(seen.refused).toBeGreaterThan(seen.lives);
  expect(await wrongs(app, app.get(AuditLedger).run({ rebuild: true }))).toBe('');
}, 3_600_000);

it('changes no row of any table by what it refuses', async () => {
  const personId = newId();
  const award = await here.award(personId, 5);
  const [used, open] = [await here.hold(personId, 2), await here.hold(personId, 1)];
  await here.capture(used);
  await here.reverse(award);
  const found = await here.sql<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'point\\\\_%'",
  );
  const checksum = (): Promise<unknown> => here.sql(`CHECKSUM TABLE ${found.map(({ name }) => name).join()}`);
  const before = await checksum();
  const refusals: (() => Promise<unknown>)[] = [
    ...[() => here.hold(personId, 1), () => here.adjust(personId, -1), () => here.reverse(award)],
    ...[() => here.capture(used), () => here.release(used), () => here.expire(used), () => here.uncapture(open)],
    ...[() => here.expire(open), () => here.award(here.act.actorId ?? '', 1), () => here.reverse(newId())],
  ];
  for (const refused of refusals) {
    const answer = await refused().catch((error: Error) => error.message);
    expect(answer).not.toBe('done');
    expect(await checksum()).toEqual(before);
  }
});
