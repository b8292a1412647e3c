/** Valid inputs for the routes of merchants, offers, redemptions and statements, on the place's two shops. */
import { merchantRoutes } from '@sevengrid/shared/rewards/merchants.routes';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { statementRoutes } from '@sevengrid/shared/rewards/statements.routes';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Ledger } from '../../src/points/ledger';
import type { LooseInput } from '../actors/caller';
import type { Cast } from './cast';
import type { Make } from './inputs';
import { AGREEMENT, SHOP, draft, draftOf, openShops, published } from './shops-of-place';

let made = 0;

const oneOf = (id: string, body?: object): LooseInput => ({ params: { id }, ...(body ? { body } : {}) });
const newShop = (): typeof SHOP => ({ ...SHOP, name: `试用面馆 ${++made} 店` });

async function merchant(cast: Cast): Promise<string> {
  return (await (await cast.as('second')).call(merchantRoutes.add, { body: newShop() })).reply.id;
}

async function agreement(cast: Cast): Promise<string> {
  const id = await merchant(cast);
  return (await (await cast.as('second')).call(merchantRoutes.sign, { params: { id }, body: AGREEMENT })).reply.id;
}

/** An input on the open shops. */
const withShops =
  (make: (cast: Cast) => LooseInput | Promise<LooseInput>): Make =>
  async ({ cast }) => {
    await openShops(cast);
    return make(cast);
  };

const MERCHANTS: Record<string, Make> = {
  'merchants.list': withShops(() => ({ query: {} })),
  'merchants.list elsewhere': ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } }),
  'merchants.one': withShops((cast) => oneOf(cast.place.merchantId)),
  'merchants.add': () => ({ body: newShop() }),
  'merchants.add elsewhere': ({ cast }) => ({ body: { ...newShop(), communityId: cast.place.farCommunityId } }),
  'merchants.write': async ({ cast }) => oneOf(await merchant(cast), { ...newShop(), retired: false, version: 1 }),
  'merchants.sign': async ({ cast }) => oneOf(await merchant(cast), AGREEMENT),
  'merchants.signAnew': async ({ cast }) => oneOf(await agreement(cast), { ...AGREEMENT, basedOn: 1 }),
};

const OFFERS: Record<string, Make> = {
  'offers.list': async ({ cast }) => {
    const had = [await published(cast), cast.id('resident')];
    await cast.place.sql("INSERT INTO offer_quota (offer_id, person_id, span, used) VALUES (?, ?, 'ever', 1)", had);
    return { query: {} };
  },
  'offers.list elsewhere': ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } }),
  'offers.managed': withShops(() => ({ query: {} })),
  'offers.one': async ({ cast }) => oneOf(await published(cast)),
  'offers.one not published': async ({ cast }) => oneOf(await draft(cast)),
  'offers.drawUp': withShops((cast) => ({ body: draftOf(cast) })),
  'offers.write': async ({ cast }) => oneOf(await draft(cast), { ...draftOf(cast), version: 1 }),
  'offers.publish': async ({ cast }) => oneOf(await draft(cast)),
  'offers.withdraw': async ({ cast }) => oneOf(await published(cast)),
};

/** Points for the member, as an activity would have brought them. */
async function award(cast: Cast, points: number): Promise<void> {
  const award = { causeId: newId(), personId: cast.id('member'), points, minutes: 0, unit: null, ruleVersion: 1 };
  const act = { actorId: null, communityId: cast.place.communityId };
  await cast.app.get(UnitOfWork).run((tx) => cast.app.get(Ledger).awardAll(tx, act, [award], 'attendance'));
}

/** The resident's, to be used in either shop. */
async function redeemed(cast: Cast): Promise<string> {
  const { merchantId, otherMerchantId } = cast.place;
  const id = await published(cast, { merchantIds: [merchantId, otherMerchantId] });
  return (await (await cast.as('resident')).call(redemptionRoutes.redeem, { params: { id } })).reply.id;
}

async function shown(cast: Cast, id: string): Promise<LooseInput> {
  const { code } = (await (await cast.as('resident')).call(redemptionRoutes.code, { params: { id } })).reply;
  return { body: { code } };
}

/** Looked up by the merchant, and so about to be given. */
async function lookedUp(cast: Cast): Promise<string> {
  const id = await redeemed(cast);
  void (await (await cast.as('merchant')).send(redemptionRoutes.lookUp, await shown(cast, id))).reply;
  return id;
}

async function used(cast: Cast): Promise<string> {
  const id = await lookedUp(cast);
  void (await (await cast.as('merchant')).call(redemptionRoutes.capture, { params: { id }, body: {} })).reply;
  return id;
}

const REDEMPTIONS: Record<string, Make> = {
  'redemptions.redeem': async ({ cast }) => oneOf(await published(cast)),
  'redemptions.redeem for points': async ({ cast }) => {
    await award(cast, 1);
    return oneOf(await published(cast, { cost: 1 }));
  },
  'redemptions.mine': async ({ cast }) => {
    await redeemed(cast);
    return { query: {} };
  },
  'redemptions.today': async ({ cast }) => {
    await used(cast);
    const undone = { params: { id: await used(cast) }, body: {} };
    void (await (await cast.as('merchant')).call(redemptionRoutes.undo, undone)).reply;
    return { query: {} };
  },
  'redemptions.one': async ({ cast }) => oneOf(await redeemed(cast)),
  'redemptions.code': async ({ cast }) => oneOf(await redeemed(cast)),
  'redemptions.cancel': async ({ cast }) => oneOf(await redeemed(cast)),
  'redemptions.lookUp': async ({ cast }) => shown(cast, await redeemed(cast)),
  'redemptions.capture': async ({ cast }) => oneOf(await lookedUp(cast), {}),
  'redemptions.undo': async ({ cast }) => oneOf(await used(cast), { words: '拿错了' }),
  'redemptions.takeBack': async ({ cast }) => oneOf(await used(cast), { words: '没有做成' }),
};

const DAY = 86_400_000;
let months = 0;

/** Of a month of its own, in which the merchant gave one thing. */
async function ofAMonth(cast: Cast): Promise<{ merchantId: string; month: string }> {
  const back = (45 + 31 * (months++ % 60)) * DAY;
  cast.app.moveTime(-back);
  await used(cast);
  const month = new Date(cast.app.now + 8 * 3_600_000).toISOString().slice(0, 7);
  cast.app.moveTime(back);
  return { merchantId: cast.place.merchantId, month };
}

async function statement(cast: Cast): Promise<string> {
  const body = await ofAMonth(cast);
  return (await (await cast.as('second')).call(statementRoutes.drawUp, { body })).reply.id;
}

const STATEMENTS: Record<string, Make> = {
  'statements.list': async ({ cast }) => {
    const id = await statement(cast);
    const merchant = await cast.as('merchant');
    void (await merchant.call(statementRoutes.say, { params: { id }, body: { words: '已核对' } })).reply;
    void (await merchant.call(statementRoutes.confirm, { params: { id } })).reply;
    return { query: {} };
  },
  'statements.drawUp': async ({ cast }) => ({ body: await ofAMonth(cast) }),
  'statements.one': async ({ cast }) => oneOf(await statement(cast)),
  'statements.lines': async ({ cast }) => ({ ...oneOf(await statement(cast)), query: {} }),
  'statements.confirm': async ({ cast }) => oneOf(await statement(cast)),
  'statements.say': async ({ cast }) => oneOf(await statement(cast), { words: '有一笔金额不对' }),
  'statements.pdf': async ({ cast }) => oneOf(await statement(cast)),
  'statements.workbook': async ({ cast }) => oneOf(await statement(cast)),
  'liability.read': withShops(() => ({ query: {} })),
};

/** By row of the matrix. */
export const REWARDS: Readonly<Record<string, Make>> = { ...MERCHANTS, ...OFFERS, ...REDEMPTIONS, ...STATEMENTS };
