/** Routes by which a resident is made a central household, and doors are given into its care. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { ChooseCentralHousehold } from './requests';
import type { CentralCandidateList, LookedAfterView, ResidentView } from './views';

export const centralRoutes = routes('central', {
  appoint: {
    method: 'POST',
    path: '/residents/:id/central-household',
    permission: 'community.set_up',
    summary: 'Make a resident who is bound to the household a central household of the community. On the audit log.',
    params: IdParams,
    status: 201,
    reply: reply<ResidentView>('ResidentView'),
    faults: ['ACCOUNT_OWN', 'RESIDENT_NOT_BOUND', 'ROLE_HELD'],
  },
  relieve: {
    method: 'DELETE',
    path: '/residents/:id/central-household',
    permission: 'community.set_up',
    summary: 'From today the resident is none any more, and looks after no household there. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<ResidentView>('ResidentView'),
    faults: ['ACCOUNT_OWN', 'RESIDENT_NOT_BOUND'],
  },
  candidates: {
    method: 'GET',
    path: '/households/:id/central-households',
    permission: 'register.import',
    summary: 'Central households that may look after this one, those with the fewest households first.',
    params: IdParams,
    status: 200,
    reply: reply<CentralCandidateList>('CentralCandidateList'),
    faults: [],
  },
  pair: {
    method: 'PUT',
    path: '/households/:id/central-household',
    permission: 'register.import',
    summary: 'From today this one looks after the household, and nobody else does. On the audit log.',
    params: IdParams,
    body: ChooseCentralHousehold,
    status: 200,
    reply: reply<LookedAfterView>('LookedAfterView'),
    faults: ['CENTRAL_FULL', 'CENTRAL_OWN_DOOR', 'CENTRAL_PERSON_UNKNOWN'],
  },
  part: {
    method: 'DELETE',
    path: '/households/:id/central-household',
    permission: 'register.import',
    summary: 'From today no central household looks after the household. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<LookedAfterView>('LookedAfterView'),
    faults: [],
  },
});
