/** Routes of outside bodies: whom staff may ask, and what a body does with the requests to it. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import { CoordinationQuery, ReplyToRequest, ReturnRequest } from './coordination.requests';
import type { PartnerList, PartnerRequestPage, PartnerRequestView } from './views';

export const coordinationRoutes = routes('coordination', {
  partners: {
    method: 'GET',
    path: '/partners',
    permission: 'ticket.coordinate',
    summary: 'The outside bodies that may be asked.',
    status: 200,
    reply: reply<PartnerList>('PartnerList'),
    faults: [],
  },
  list: {
    method: 'GET',
    path: '/coordinations',
    permission: 'coordination.answer',
    summary: 'What my organisation is asked to do, by due time; what is over, the newest first.',
    query: CoordinationQuery,
    status: 200,
    reply: reply<PartnerRequestPage>('PartnerRequestPage'),
    faults: [],
  },
  one: {
    method: 'GET',
    path: '/coordinations/:id',
    permission: 'coordination.answer',
    summary: 'One request to my organisation. On the audit log.',
    params: IdParams,
    status: 200,
    reply: reply<PartnerRequestView>('PartnerRequestView'),
    faults: [],
  },
  reply: {
    method: 'POST',
    path: '/coordinations/:id/reply',
    permission: 'coordination.answer',
    summary: 'Say what was done, or will be.',
    params: IdParams,
    body: ReplyToRequest,
    status: 200,
    reply: reply<PartnerRequestView>('PartnerRequestView'),
    faults: ['COORDINATION_OVER', 'MEDIA_NOT_YOURS', 'TICKET_WRONG_STAGE'],
  },
  sendBack: {
    method: 'POST',
    path: '/coordinations/:id/return',
    permission: 'coordination.answer',
    summary: 'Send it back with a reason, once; the second return on a ticket takes it to the street.',
    params: IdParams,
    body: ReturnRequest,
    status: 200,
    reply: reply<PartnerRequestView>('PartnerRequestView'),
    faults: ['COORDINATION_OVER', 'PARTNER_RETURNS_ONCE', 'TICKET_WRONG_STAGE'],
  },
});
