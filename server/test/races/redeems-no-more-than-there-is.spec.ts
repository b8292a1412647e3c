/** Many at once for the last one, for one code, and for a thousand vouchers: exactly as many as there are, and only declared refusals. */
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { sha256 } from '../../src/platform/database/fingerprint';
import { newId } from '../../src/platform/database/new-id';
import { insertMany } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import type { Caller } from '../actors/caller';
import { startApp } from '../actors/start-app';
import { Counter } from '../rewards/at-the-counter';

const VOUCHERS = 1000;
const CLAIMANTS = 3000;
const PHONES = 64;

let shop: Counter;
let claimants: Caller[] = [];

beforeAll(async () => {
  shop = await Counter.open(await startApp({ env: { DATABASE_POOL: '64' } }));
  claimants = await residents(CLAIMANTS);
}, 120_000);
afterAll(() => shop.app.close());

/** Residents with a session each. */
function residents(count: number): Promise<Caller[]> {
  const { communityId } = shop.cast.place;
  const made = Array.from({ length: count }, () => ({ id: newId(), token: newId() }));
  return shop.app.get(UnitOfWork).run(async (tx) => {
    const now = new Date(Date.now() - 60_000);
    const later = new Date(Date.now() + 86_400_000);
    const people = made.map(({ id }) => [id, now]);
    const grants = made.map(({ id }) => [newId(), id, 'resident', communityId, '2020-01-01']);
    const sessions = made.map(({ id, token }) => [newId(), sha256(token), id, now, now, later, 600]);
    await insertMany(tx, 'INSERT INTO person (id, created_at)', people);
    await insertMany(tx, 'INSERT INTO role_grant (id, person_id, role, scope_id, starts_on)', grants);
    const into = 'INSERT INTO session (id, token_hash, person_id, created_at, last_seen_at, expires_at, idle_minutes)';
    await insertMany(tx, into, sessions);
    return made.map(({ token }) => shop.app.as(token));
  });
}

/** Each of them once, so many at a time; answers how often each code was heard, `ok` for success. */
async function all(
  callers: readonly Caller[],
  act: (caller: Caller) => Promise<string | null>,
): Promise<Record<string, number>> {
  const heard: Record<string, number> = {};
  const waiting = [...callers];
  const phone = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const code = (await act(next)) ?? 'ok';
      heard[code] = (heard[code] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: PHONES }, phone));
  return heard;
}

const redeeming =
  (id: string) =>
  async (caller: Caller): Promise<string | null> =>
    (await caller.call(redemptionRoutes.redeem, { params: { id } })).code;

it('lets one of 200 have the last one', async () => {
  const offer = await shop.offer({ total: 1 });
  expect(await all(claimants.slice(0, 200), redeeming(offer))).toEqual({ ok: 1, OFFER_SOLD_OUT: 199 });
  expect(await shop.stock(offer)).toEqual({ held: 1, captured: 0 });
});

it('negative control: without the condition on the stock the same 200 have more than there is', async () => {
  const offer = await shop.offer({ total: 1 });
  await shop.rows('CREATE TABLE naive (id CHAR(26) PRIMARY KEY, held INT)');
  await shop.rows('INSERT INTO naive VALUES (?, 0)', [offer]);
  let given = 0;
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      const [row] = await shop.rows<{ held: number }>('SELECT held FROM naive WHERE id = ?', [offer]);
      if ((row?.held ?? 1) >= 1) return;
      await shop.rows('UPDATE naive SET held = ? WHERE id = ?', [(row?.held ?? 0) + 1, offer]);
      given += 1;
    }),
  );
  await shop.rows('DROP TABLE naive');
  expect(given).toBeGreaterThan(1);
});

it('gives what 50 counters scan at once in one of them', async () => {
  const id = await shop.redeemed('resident', await shop.offer());
  void (await shop.lookUp('merchant', { code: (await shop.code('resident', id)).code })).reply;
  const merchant = await shop.cast.as('merchant');
  const give = async (caller: Caller): Promise<string | null> =>
    (await caller.call(redemptionRoutes.capture, { params: { id }, body: {} })).code;
  expect(
    await all(
      Array.from({ length: 50 }, () => merchant),
      give,
    ),
  ).toEqual({ ok: 1, REDEMPTION_ALREADY_USED: 49 });
});

it('ends each of 60 redemptions in one way, whether it is given, given back or swept', async () => {
  const offer = await shop.offer({ holdSeconds: 60 });
  const people = claimants.slice(0, 60);
  const redeem = async (one: Caller): Promise<string> =>
    (await one.call(redemptionRoutes.redeem, { params: { id: offer } })).reply.id;
  // Half of them are over by now.
  shop.app.moveTime(-61_000);
  const late = await Promise.all(people.slice(0, 30).map(redeem));
  shop.app.moveTime(61_000);
  const ids = [...late, ...(await Promise.all(people.slice(30).map(redeem)))];
  const merchant = await shop.cast.as('merchant');
  await shop.rows(`INSERT INTO redemption_look_up SELECT id, ?, NOW(3) FROM redemption WHERE offer_id = ?`, [
    ...[shop.cast.place.merchantId, offer],
  ]);
  await Promise.all([
    ...ids.map((id) => merchant.call(redemptionRoutes.capture, { params: { id }, body: {} })),
    ...ids.map((id, i) => people[i]?.call(redemptionRoutes.cancel, { params: { id } })),
    ...ids.map((id) => merchant.call(redemptionRoutes.undo, { params: { id }, body: {} })),
    shop.sweep(),
  ]);
  await shop.sweep();
  const sql = "SELECT COUNT(*) AS n FROM point_hold WHERE state = 'expired' AND id IN (?)";
  expect(Number((await shop.rows<{ n: number }>(sql, [ids]))[0]?.n)).toBe(30);
});

it(`drops ${VOUCHERS} book vouchers to ${CLAIMANTS} claimants: exactly ${VOUCHERS}`, async () => {
  const offer = await shop.offer({
    ...{ title: { zh: '购书券' }, total: VOUCHERS, perPerson: 1, minSpendFen: 10_000, faceValueFen: 5000 },
    ...{ field: 'books', merchantIds: undefined },
  });
  const since = Date.now();
  const heard = await all(claimants, redeeming(offer));
  const ms = Date.now() - since;
  process.stdout.write(
    `voucher drop: ${CLAIMANTS} claimants over ${PHONES} connections in ${ms} ms, ` +
      `${Math.round((CLAIMANTS * 1000) / ms)} requests a second; ${JSON.stringify(heard)}\n`,
  );
  expect(heard).toEqual({ ok: VOUCHERS, OFFER_SOLD_OUT: CLAIMANTS - VOUCHERS });
  expect(await shop.stock(offer)).toEqual({ held: VOUCHERS, captured: 0 });
}, 120_000);

it('left books that add up', async () => {
  expect(await shop.broken()).toEqual([]);
}, 60_000);
