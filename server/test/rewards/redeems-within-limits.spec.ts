/** What members and residents can have of offers, as promises over HTTP. */
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { newKey } from '../actors/caller';
import { DAY, Counter } from './at-the-counter';

let shop: Counter;

beforeAll(async () => {
  shop = await Counter.open();
  await shop.award('member', 40);
}, 60_000);
afterAll(() => shop.app.close());

describe('redeeming', () => {
  it('holds the points and spends none', async () => {
    const offer = await shop.offer({ cost: 20 });
    const before = await shop.account('member');
    const { status, reply } = await shop.redeem('member', offer);
    expect(status).toBe(201);
    expect(reply).toMatchObject({ state: 'open', cost: 20, offerId: offer, usedAt: null });
    expect(Date.parse(reply.expiresAt) - Date.parse(reply.madeAt)).toBe(900_000);
    expect(await shop.account('member')).toEqual({ posted: before.posted, held: before.held + 20 });
    expect(await shop.stock(offer)).toEqual({ held: 1, captured: 0 });
    void (await shop.cancel('member', reply.id)).reply;
  });

  it('counts what is held against what is there', async () => {
    const offer = await shop.offer({ cost: 30 });
    const id = await shop.redeemed('member', offer);
    expect((await shop.redeem('member', offer)).code).toBe('POINTS_NOT_ENOUGH');
    void (await shop.cancel('member', id)).reply;
    void (await shop.cancel('member', await shop.redeemed('member', offer))).reply;
  });

  it('does once what is sent twice', async () => {
    const offer = await shop.offer({ cost: 1 });
    const key = newKey();
    const [first, again] = [await shop.redeem('member', offer, key), await shop.redeem('member', offer, key)];
    expect(again.reply.id).toBe(first.reply.id);
    expect(await shop.stock(offer)).toEqual({ held: 1, captured: 0 });
  });

  it('is for members where it costs points, and for every resident where it is free', async () => {
    const [dear, free] = [await shop.offer({ cost: 5 }), await shop.offer({ cost: 0 })];
    expect((await shop.redeem('resident', dear)).code).toBe('NOT_ALLOWED');
    expect((await shop.redeem('resident', free)).status).toBe(201);
    expect((await shop.redeem('staff', free)).code).toBe('NOT_ALLOWED');
    expect((await shop.redeem('guest', free)).code).toBe('NOT_ALLOWED');
  });

  it('ends with the last one, and begins again when somebody gives one back', async () => {
    const offer = await shop.offer({ total: 1 });
    const id = await shop.redeemed('resident', offer);
    expect((await shop.redeem('neighbour', offer)).code).toBe('OFFER_SOLD_OUT');
    void (await shop.cancel('resident', id)).reply;
    expect((await shop.redeem('neighbour', offer)).status).toBe(201);
  });

  it('gives one person no more than the limit says, those given back not counted', async () => {
    const offer = await shop.offer({ perPerson: 2 });
    const first = await shop.redeemed('resident', offer);
    await shop.redeemed('resident', offer);
    expect((await shop.redeem('resident', offer)).code).toBe('OFFER_LIMIT_REACHED');
    expect((await shop.redeem('neighbour', offer)).status).toBe(201);
    void (await shop.cancel('resident', first)).reply;
    expect((await shop.redeem('resident', offer)).status).toBe(201);
    const seen = (await (await shop.cast.as('resident')).call(offerRoutes.one, { params: { id: offer } })).reply;
    expect(seen).toMatchObject({ mine: 2, left: 997 });
  });

  it('counts a yearly limit anew in the next year, and one for ever never', async () => {
    const validTo = new Date(shop.app.now + 800 * DAY).toISOString();
    const [yearly, ever] = [
      await shop.offer({ perPerson: 1, window: 'year', validTo }),
      await shop.offer({ perPerson: 1, window: 'ever', validTo }),
    ];
    for (const offer of [yearly, ever]) await shop.redeemed('neighbour', offer);
    shop.app.moveTime(366 * DAY);
    expect((await shop.redeem('neighbour', yearly)).status).toBe(201);
    expect((await shop.redeem('neighbour', ever)).code).toBe('OFFER_LIMIT_REACHED');
    shop.app.moveTime(-366 * DAY);
  });

  it('begins and ends when the offer says so', async () => {
    const day = (n: number): string => new Date(shop.app.now + n * DAY).toISOString();
    const offer = await shop.offer({ validFrom: day(1), validTo: day(2) });
    expect((await shop.redeem('resident', offer)).code).toBe('OFFER_ENDED');
    shop.app.moveTime(DAY + 1000);
    expect((await shop.redeem('resident', offer)).status).toBe(201);
    shop.app.moveTime(DAY);
    expect((await shop.redeem('resident', offer)).code).toBe('OFFER_ENDED');
    shop.app.moveTime(-2 * DAY - 1000);
  });

  it('keeps nothing beyond the offer’s own end', async () => {
    const validTo = new Date(shop.app.now + 5 * DAY).toISOString();
    const offer = await shop.offer({ holdSeconds: 30 * 86_400, validTo });
    const { expiresAt } = (await shop.redeem('resident', offer)).reply;
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.parse(validTo));
  });

  it('stops when the offer is withdrawn, and keeps what was redeemed before', async () => {
    const offer = await shop.offer();
    const id = await shop.redeemed('resident', offer);
    void (await (await shop.cast.as('staff')).call(offerRoutes.withdraw, { params: { id: offer } })).reply;
    expect((await shop.redeem('resident', offer)).code).toBe('OFFER_ENDED');
    expect((await shop.give('resident', id)).status).toBe(200);
  });
});

describe('what is redeemed', () => {
  it('is shown to whom it belongs and to nobody else', async () => {
    const id = await shop.redeemed('resident', await shop.offer());
    const neighbour = await shop.cast.as('neighbour');
    for (const route of [redemptionRoutes.one, redemptionRoutes.code, redemptionRoutes.cancel])
      expect((await neighbour.call(route, { params: { id } })).code).toBe('REDEMPTION_NOT_FOUND');
    const mine = (await (await shop.cast.as('resident')).call(redemptionRoutes.mine, { query: { only: 'open' } }))
      .reply;
    expect(mine.items[0]).toMatchObject({ id, state: 'open' });
    expect(mine.items[0]?.shops.map(({ name }) => name)).toEqual(['试用口腔诊所']);
  });

  it('is given back whole: points, stock and limit', async () => {
    const offer = await shop.offer({ cost: 3, perPerson: 1 });
    const before = await shop.account('member');
    const id = await shop.redeemed('member', offer);
    expect((await shop.cancel('member', id)).reply).toMatchObject({ state: 'cancelled' });
    expect((await shop.cancel('member', id)).code).toBe('REDEMPTION_CANCELLED');
    expect(await shop.account('member')).toEqual(before);
    expect(await shop.stock(offer)).toEqual({ held: 0, captured: 0 });
    expect((await shop.redeem('member', offer)).status).toBe(201);
  });

  it('is over at its minute, though nobody has swept it yet; the sweeper gives back what it held', async () => {
    const offer = await shop.offer({ cost: 2, holdSeconds: 60, perPerson: 1 });
    const before = await shop.account('member');
    const id = await shop.redeemed('member', offer);
    const { code } = await shop.code('member', id);
    void (await shop.lookUp('merchant', { code })).reply;
    shop.app.moveTime(60_000);
    expect(await shop.state('member', id)).toBe('expired');
    expect((await shop.capture('merchant', id)).code).toBe('REDEMPTION_EXPIRED');
    expect((await shop.cancel('member', id)).code).toBe('REDEMPTION_EXPIRED');
    expect((await shop.account('member')).held).toBe(before.held + 2);
    await shop.sweep();
    expect(await shop.account('member')).toEqual(before);
    expect(await shop.stock(offer)).toEqual({ held: 0, captured: 0 });
    expect((await shop.redeem('member', offer)).status).toBe(201);
    shop.app.moveTime(-60_000);
  });
});
