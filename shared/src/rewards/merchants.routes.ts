/** Routes by which a community keeps its merchants and the agreements that they signed. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { AddMerchant, MerchantQuery, SignAgreementAnew, SignAgreementOf, WriteMerchant } from './merchants.requests';
import type { AgreementView, MerchantPage, MerchantView } from './merchants.views';

export const merchantRoutes = routes('merchants', {
  list: {
    method: 'GET',
    path: '/merchants',
    permission: 'merchant.read',
    summary: 'Merchants of the community by name, with their agreements and what of them is spent.',
    query: MerchantQuery,
    status: 200,
    reply: reply<MerchantPage>('MerchantPage'),
    faults: [],
  },
  one: {
    method: 'GET',
    path: '/merchants/:id',
    permission: 'merchant.read',
    summary: 'One merchant, with every version of its agreements.',
    params: IdParams,
    status: 200,
    reply: reply<MerchantView>('MerchantView'),
    faults: [],
  },
  add: {
    method: 'POST',
    path: '/merchants',
    permission: 'merchant.edit',
    summary: 'Add a merchant to the community. On the audit log.',
    body: AddMerchant,
    status: 201,
    reply: reply<MerchantView>('MerchantView'),
    faults: ['MERCHANT_KNOWN'],
  },
  write: {
    method: 'PUT',
    path: '/merchants/:id',
    permission: 'merchant.edit',
    summary: 'Change what a merchant is called and where it is, or let it take part no more. On the audit log.',
    params: IdParams,
    body: WriteMerchant,
    status: 200,
    reply: reply<MerchantView>('MerchantView'),
    faults: ['MERCHANT_KNOWN'],
  },
  sign: {
    method: 'POST',
    path: '/merchants/:id/agreements',
    permission: 'merchant.edit',
    summary: 'Record an agreement as it was signed: from when to when, and how much in all. On the audit log.',
    params: IdParams,
    body: SignAgreementOf,
    status: 201,
    reply: reply<AgreementView>('AgreementView'),
    faults: [],
  },
  signAnew: {
    method: 'POST',
    path: '/agreements/:id/versions',
    permission: 'merchant.edit',
    summary: 'Record a new signed version of an agreement; the versions before stay. On the audit log.',
    params: IdParams,
    body: SignAgreementAnew,
    status: 201,
    reply: reply<AgreementView>('AgreementView'),
    faults: [],
  },
});
