/** Routes of offers: what members can have, what staff draw up and publish, and what was promised in all. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { DrawUpOffer, LiabilityQuery, ManagedOfferQuery, OfferQuery, WriteOffer } from './offers.requests';
import type { LiabilityView, ManagedOfferPage, ManagedOfferView, OfferPage, OfferView } from './offers.views';

export const offerRoutes = routes('offers', {
  list: {
    method: 'GET',
    path: '/offers',
    permission: 'person',
    summary: 'Offers that are published and valid in my community, those ending first at the top.',
    query: OfferQuery,
    status: 200,
    reply: reply<OfferPage>('OfferPage'),
    faults: [],
  },
  managed: {
    method: 'GET',
    path: '/offers/managed',
    permission: 'merchant.read',
    summary: 'Offers in every state, newest first, with how many wait and how many were given.',
    query: ManagedOfferQuery,
    status: 200,
    reply: reply<ManagedOfferPage>('ManagedOfferPage'),
    faults: [],
  },
  one: {
    method: 'GET',
    path: '/offers/:id',
    permission: 'person',
    summary: 'One published offer, with the shops that honour it.',
    params: IdParams,
    status: 200,
    reply: reply<OfferView>('OfferView'),
    faults: [],
  },
  drawUp: {
    method: 'POST',
    path: '/offers',
    permission: 'merchant.edit',
    summary: 'Draw an offer up; nobody sees it before it is published.',
    body: DrawUpOffer,
    status: 201,
    reply: reply<ManagedOfferView>('ManagedOfferView'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/offers/:id',
    permission: 'merchant.edit',
    summary: 'Change an offer that is not published yet.',
    params: IdParams,
    body: WriteOffer,
    status: 200,
    reply: reply<ManagedOfferView>('ManagedOfferView'),
    faults: ['OFFER_PUBLISHED'],
  },
  publish: {
    method: 'POST',
    path: '/offers/:id/publish',
    permission: 'merchant.edit',
    summary: 'Publish an offer, if the agreements of its merchants can honour it beside all others. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<ManagedOfferView>('ManagedOfferView'),
    faults: ['OFFER_ENDED', 'OFFER_NOT_COVERED', 'OFFER_PUBLISHED'],
  },
  withdraw: {
    method: 'POST',
    path: '/offers/:id/withdraw',
    permission: 'merchant.edit',
    summary: 'Give no more of it; whoever has redeemed it already still gets it. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<ManagedOfferView>('ManagedOfferView'),
    faults: [],
  },
});

export const liabilityRoutes = routes('liability', {
  read: {
    method: 'GET',
    path: '/liability',
    permission: 'merchant.read',
    summary: 'Points outstanding against the budgets of agreements and the stock of offers.',
    query: LiabilityQuery,
    status: 200,
    reply: reply<LiabilityView>('LiabilityView'),
    faults: [],
  },
});
