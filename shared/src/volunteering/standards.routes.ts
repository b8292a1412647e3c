/** Routes of what activities are made by: kinds of service, and rules. */
import { CommunityQuery } from '../identity/set-up.requests';
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { AddServiceKind, WriteServiceKind } from './kinds.requests';
import type { KeptServiceKindList, KeptServiceKindView, ServiceKindList } from './kinds.views';
import { WriteVolunteeringRule } from './rules.requests';
import type { VolunteeringRulesView } from './rules.views';

export const serviceKindRoutes = routes('serviceKinds', {
  list: {
    method: 'GET',
    path: '/service-kinds',
    permission: 'session',
    summary: 'What one can serve in, in the order of the caller’s community, or of another they have to do with.',
    query: CommunityQuery,
    status: 200,
    reply: reply<ServiceKindList>('ServiceKindList'),
    faults: [],
  },
  kept: {
    method: 'GET',
    path: '/service-kinds/kept',
    permission: 'unit.edit',
    summary: 'The same to be changed, retired ones last.',
    query: CommunityQuery,
    status: 200,
    reply: reply<KeptServiceKindList>('KeptServiceKindList'),
    faults: [],
  },
  add: {
    method: 'POST',
    path: '/service-kinds',
    permission: 'unit.edit',
    summary: 'One more kind of the community’s own, at the end of the list.',
    body: AddServiceKind,
    status: 201,
    reply: reply<KeptServiceKindView>('KeptServiceKindView'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/service-kinds/:id',
    permission: 'unit.edit',
    summary: 'A kind’s words, its place in the list, and whether it can be chosen.',
    params: IdParams,
    body: WriteServiceKind,
    status: 200,
    reply: reply<KeptServiceKindView>('KeptServiceKindView'),
    faults: ['KIND_STANDS'],
  },
});

export const volunteeringRuleRoutes = routes('volunteeringRules', {
  read: {
    method: 'GET',
    path: '/volunteering-rules',
    permission: 'scope.read',
    summary: 'What an activity earns, how long one has to serve, and how much a day counts; with earlier versions.',
    query: CommunityQuery,
    status: 200,
    reply: reply<VolunteeringRulesView>('VolunteeringRulesView'),
    faults: [],
  },
  write: {
    method: 'PUT',
    path: '/volunteering-rules',
    permission: 'policy.edit',
    summary: 'A new version, from now on; what was earned under an older one stays. On the audit log.',
    body: WriteVolunteeringRule,
    status: 200,
    reply: reply<VolunteeringRulesView>('VolunteeringRulesView'),
    faults: ['RULE_CONTRADICTS'],
  },
});
