/** What a shop can do at its counter, and what it cannot, as promises over HTTP. */
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { MOST_TRIES } from '../../src/rewards/code-tries';
import { DAY, Counter } from './at-the-counter';

let shop: Counter;

beforeAll(async () => {
  shop = await Counter.open();
  await shop.award('member', 60);
}, 60_000);
afterAll(() => shop.app.close());

const shown = async (id: string): Promise<string> => (await shop.code('member', id)).code;

describe('a code', () => {
  it('is ordinary text that tells the shop what to give, and whose it is by a masked name', async () => {
    const id = await shop.redeemed('member', await shop.offer({ cost: 5 }));
    const code = await shown(id);
    expect(code).toMatch(/^H1\.[0-9A-Z]{26}\.\d+\.[0-9a-f]{16}$/);
    const { reply } = await shop.lookUp('merchant', { code });
    expect(reply).toMatchObject({ id, title: { zh: '洁牙一次' }, cost: 5, faceValueFen: 5000, checks: ['name'] });
    expect(reply.name).toContain('*');
    expect(JSON.stringify(reply)).not.toContain(shop.cast.person('member').name);
  });

  it('passes half a minute late or early, and no longer', async () => {
    const id = await shop.redeemed('member', await shop.offer());
    const code = await shown(id);
    shop.app.moveTime(30_000);
    expect((await shop.lookUp('merchant', { code })).status).toBe(200);
    shop.app.moveTime(30_000);
    expect((await shop.lookUp('merchant', { code })).code).toBe('REDEMPTION_CODE_OLD');
    shop.app.moveTime(-90_000);
    expect((await shop.lookUp('merchant', { code })).status).toBe(200);
    shop.app.moveTime(-60_000);
    expect((await shop.lookUp('merchant', { code })).code).toBe('REDEMPTION_CODE_OLD');
    shop.app.moveTime(90_000);
  });

  it('is refused with any part of it changed', async () => {
    const [one, other] = [
      await shop.redeemed('member', await shop.offer()),
      await shop.redeemed('member', await shop.offer()),
    ];
    const [, , step, mac] = (await shown(one)).split('.');
    for (const code of [
      `H1.${other}.${step}.${mac}`,
      `H1.${one}.${Number(step) + 1}.${mac}`,
      `H1.${one}.${step}.${'0'.repeat(16)}`,
    ])
      expect((await shop.lookUp('otherMerchant', { code })).code).toBe('REDEMPTION_NOT_FOUND');
  });

  it('is no use in a shop that does not honour the offer', async () => {
    const id = await shop.redeemed('member', await shop.offer());
    expect((await shop.lookUp('otherMerchant', { code: await shown(id) })).code).toBe('REDEMPTION_ELSEWHERE');
    expect((await shop.capture('otherMerchant', id)).code).toBe('REDEMPTION_NOT_FOUND');
  });

  it('is asked for before anything is given, and its look-up lasts a quarter of an hour', async () => {
    const id = await shop.redeemed('member', await shop.offer({ holdSeconds: 86_400 }));
    expect((await shop.capture('merchant', id)).code).toBe('REDEMPTION_NOT_FOUND');
    void (await shop.lookUp('merchant', { code: await shown(id) })).reply;
    shop.app.moveTime(900_000);
    expect((await shop.capture('merchant', id)).code).toBe('REDEMPTION_NOT_FOUND');
    shop.app.moveTime(-900_000);
    expect((await shop.capture('merchant', id)).status).toBe(200);
  });
});

describe('eight digits', () => {
  it('lead to the same with the end of the phone number, now and five minutes later, and not with another’s', async () => {
    const id = await shop.redeemed('member', await shop.offer({ holdSeconds: 86_400 }));
    const { digits } = await shop.code('member', id);
    const tail = shop.tail('member');
    expect((await shop.lookUp('merchant', { digits, tail })).reply.id).toBe(id);
    shop.app.moveTime(300_000);
    expect((await shop.lookUp('merchant', { digits, tail })).reply.id).toBe(id);
    shop.app.moveTime(300_000);
    expect((await shop.lookUp('merchant', { digits, tail })).code).toBe('REDEMPTION_NOT_FOUND');
    shop.app.moveTime(-600_000);
    expect((await shop.lookUp('merchant', { digits, tail: shop.tail('resident') })).code).toBe('REDEMPTION_NOT_FOUND');
  });

  it('cannot be tried out: refused exactly after the tenth wrong try, right ones too, and the neighbour is not', async () => {
    shop.app.moveTime(DAY);
    const id = await shop.redeemed('member', await shop.offer());
    const { digits } = await shop.code('member', id);
    const tail = shop.tail('member');
    const wrong = String((Number(digits) + 1) % 100_000_000).padStart(8, '0');
    const tries = await Promise.all(
      Array.from({ length: MOST_TRIES + 15 }, () => shop.lookUp('merchant', { digits: wrong, tail })),
    );
    expect(tries.filter(({ code }) => code === 'REDEMPTION_NOT_FOUND')).toHaveLength(MOST_TRIES);
    const refused = tries.filter(({ code }) => code === 'TOO_OFTEN');
    expect(refused).toHaveLength(15);
    for (const { status, headers } of refused) {
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(890);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(901);
    }
    expect((await shop.lookUp('merchant', { digits, tail })).code).toBe('TOO_OFTEN');
    expect((await shop.lookUp('otherMerchant', { digits, tail })).code).toBe('REDEMPTION_ELSEWHERE');
    shop.app.moveTime(901_000);
    const later = await shop.code('member', await shop.redeemed('member', await shop.offer()));
    expect((await shop.lookUp('merchant', { digits: later.digits, tail })).status).toBe(200);
    shop.app.moveTime(-DAY - 901_000);
    // What was tried in a time that is then still to come.
    await shop.rows('DELETE FROM redemption_try');
  });
});

describe('giving', () => {
  it('spends the points once, whoever asks again', async () => {
    const offer = await shop.offer({ cost: 20 });
    const before = await shop.account('member');
    const id = await shop.redeemed('member', offer);
    const { reply } = await shop.give('member', id);
    expect(reply).toMatchObject({ id, cost: 20, undoneAt: null });
    expect(await shop.account('member')).toEqual({ posted: before.posted - 20, held: before.held });
    expect(await shop.stock(offer)).toEqual({ held: 0, captured: 1 });
    expect((await shop.capture('merchant', id)).code).toBe('REDEMPTION_ALREADY_USED');
    expect((await shop.cancel('member', id)).code).toBe('REDEMPTION_ALREADY_USED');
    expect(await shop.state('member', id)).toBe('used');
  });

  it('asks for the bill where the offer has a least one', async () => {
    const id = await shop.redeemed('member', await shop.offer({ minSpendFen: 10_000 }));
    const { reply } = await shop.lookUp('merchant', { code: await shown(id) });
    expect(reply.checks).toEqual(['name', 'bill']);
    const unsaid = await shop.capture('merchant', id);
    expect([unsaid.status, unsaid.problem.fields]).toEqual([422, [{ field: 'body.billFen', rules: ['isDefined'] }]]);
    expect((await shop.capture('merchant', id, { billFen: 9_999 })).code).toBe('REDEMPTION_BILL_TOO_SMALL');
    expect((await shop.capture('merchant', id, { billFen: 10_000 })).reply.billFen).toBe(10_000);
  });

  it('binds to the shop where it is given, any of those that honour it', async () => {
    const { merchantId, otherMerchantId } = shop.cast.place;
    const offer = await shop.offer({ merchantIds: [merchantId, otherMerchantId] });
    const [here, there] = [await shop.redeemed('member', offer), await shop.redeemed('member', offer)];
    void (await shop.give('member', here, 'merchant')).reply;
    void (await shop.give('member', there, 'otherMerchant')).reply;
    const mine = (await (await shop.cast.as('member')).call(redemptionRoutes.one, { params: { id: there } })).reply;
    expect(mine.shop).toMatchObject({ id: otherMerchantId });
    expect((await shop.undo('merchant', there)).code).toBe('REDEMPTION_NOT_FOUND');
  });

  it('is honoured by every shop of a field', async () => {
    const id = await shop.redeemed('member', await shop.offer({ field: 'books', merchantIds: undefined }));
    expect((await shop.lookUp('merchant', { code: await shown(id) })).code).toBe('REDEMPTION_ELSEWHERE');
    expect((await shop.give('member', id, 'otherMerchant')).status).toBe(200);
  });

  it('stops where the shop’s agreement is spent, and leaves the redemption open', async () => {
    const { merchantId } = shop.cast.place;
    const offer = await shop.offer();
    const id = await shop.redeemed('member', offer);
    const [agreement] = await shop.rows<{ budget_fen: number; used_fen: number }>(
      'SELECT budget_fen, used_fen FROM agreement WHERE merchant_id = ?',
      [merchantId],
    );
    await shop.rows('UPDATE agreement SET budget_fen = used_fen + 4999 WHERE merchant_id = ?', [merchantId]);
    expect((await shop.give('member', id)).code).toBe('AGREEMENT_SPENT');
    expect(await shop.state('member', id)).toBe('open');
    expect(await shop.stock(offer)).toEqual({ held: 1, captured: 0 });
    await shop.rows('UPDATE agreement SET budget_fen = ? WHERE merchant_id = ?', [agreement?.budget_fen, merchantId]);
    expect((await shop.capture('merchant', id)).status).toBe(200);
  });
});

describe('taking back', () => {
  it('returns the points to the lots they came from, the thing to the stock and the limit to the person', async () => {
    const lots = (): Promise<unknown> => shop.rows('SELECT id, remaining, held FROM point_lot ORDER BY id');
    const offer = await shop.offer({ cost: 7, perPerson: 1 });
    const before = await lots();
    const id = await shop.redeemed('member', offer);
    void (await shop.give('member', id)).reply;
    expect(await lots()).not.toEqual(before);
    const { reply } = await shop.undo('merchant', id);
    expect(reply.undoneAt).not.toBeNull();
    expect(await lots()).toEqual(before);
    expect(await shop.stock(offer)).toEqual({ held: 0, captured: 0 });
    expect((await shop.undo('merchant', id)).code).toBe('REDEMPTION_UNDONE');
    expect((await shop.capture('merchant', id)).code).toBe('REDEMPTION_ALREADY_USED');
    expect(await shop.state('member', id)).toBe('undone');
    expect((await shop.redeem('member', offer)).status).toBe(201);
  });

  it('is for the shop within seven days, and for the community at any time, with a reason', async () => {
    const offer = await shop.offer({ cost: 2 });
    const id = await shop.redeemed('member', offer);
    void (await shop.give('member', id)).reply;
    shop.app.moveTime(7 * DAY + 1000);
    expect((await shop.undo('merchant', id)).code).toBe('REDEMPTION_TOO_OLD');
    const staff = await shop.cast.as('staff');
    const input = { params: { id }, body: { words: '仪器坏了，没有做成' } };
    expect((await staff.call(redemptionRoutes.takeBack, input)).reply.undoneAt).not.toBeNull();
    expect((await staff.call(redemptionRoutes.takeBack, input)).code).toBe('REDEMPTION_UNDONE');
    shop.app.moveTime(-7 * DAY - 1000);
  });

  it('of what was never given is refused', async () => {
    const id = await shop.redeemed('member', await shop.offer());
    expect((await shop.undo('merchant', id)).code).toBe('REDEMPTION_NOT_FOUND');
    const input = { params: { id }, body: { words: '没有来' } };
    expect((await (await shop.cast.as('staff')).call(redemptionRoutes.takeBack, input)).code).toBe(
      'REDEMPTION_NOT_USED',
    );
  });
});

it('tells the shop what it gave today, less what was taken back', async () => {
  shop.app.moveTime(3 * DAY);
  const offer = await shop.offer({ cost: 1, faceValueFen: 300 });
  const ids = [];
  for (let n = 0; n < 3; n++) {
    const id = await shop.redeemed('member', offer);
    void (await shop.give('member', id)).reply;
    ids.unshift(id);
  }
  void (await shop.undo('merchant', ids[0] ?? '')).reply;
  const merchant = await shop.cast.as('merchant');
  const { reply } = await merchant.call(redemptionRoutes.today, { query: { limit: 2 } });
  expect(reply).toMatchObject({ count: 2, points: 2, valueFen: 600 });
  const rest = (await merchant.call(redemptionRoutes.today, { query: { limit: 2, cursor: reply.nextCursor ?? '' } }))
    .reply;
  expect([...reply.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
  const other = (await (await shop.cast.as('otherMerchant')).call(redemptionRoutes.today, { query: {} })).reply;
  expect(other).toMatchObject({ count: 0, items: [] });
  shop.app.moveTime(-3 * DAY);
});

it('left books that add up, and names what does not', async () => {
  expect(await shop.broken()).toEqual([]);
  const wrong = async (sql: string, back: string): Promise<string> => {
    await shop.rows(sql);
    const said = await shop.broken();
    await shop.rows(back);
    return said.join('; ');
  };
  const offer = await shop.offer();
  const of = `WHERE id = '${offer}'`;
  expect(await wrong(`UPDATE offer SET held = 1 ${of}`, `UPDATE offer SET held = 0 ${of}`)).toContain(
    `I5 stock of offers: offer ${offer}`,
  );
  const one = 'ORDER BY offer_id LIMIT 1';
  expect(
    await wrong(`UPDATE offer_quota SET used = used + 1 ${one}`, `UPDATE offer_quota SET used = used - 1 ${one}`),
  ).toContain('I6');
  expect(
    await wrong('UPDATE agreement SET used_fen = used_fen + 1', 'UPDATE agreement SET used_fen = used_fen - 1'),
  ).toContain('I11');
});
