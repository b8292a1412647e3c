/** Valid inputs for the routes of merchants, offers, redemptions and statements, on the place's two shops. */
import { merchantRoutes } from '@sevengrid/shared/rewards/merchants.routes';
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

/** By row of the matrix. */
export const REWARDS: Readonly<Record<string, Make>> = { ...MERCHANTS, ...OFFERS };
