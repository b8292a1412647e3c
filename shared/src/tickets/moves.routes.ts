/** One route for each action that a person may take on a ticket. */
import { IdParams } from '../kernel/fields';
import { reply, type RequestClass } from '../kernel/route';
import type { Permission } from '../kernel/permissions';
import { WithMedia } from '../media/requests';
import {
  AcceptTicket,
  AnswerQuestion,
  AppointVerifier,
  AskRequester,
  AttemptFollowUp,
  ConfirmTicket,
  ContactRequester,
  ContestDecline,
  CoordinateTicket,
  DeclineTicket,
  EscalateTicket,
  ExtendTicket,
  RateTicket,
  ReassignTicket,
  RecallRequest,
  RegradeTicket,
  RemarkTicket,
  ReopenTicket,
  ResolveTicket,
  RevisitTicket,
  VerifyTicket,
  WithdrawTicket,
} from './moves.requests';
import type { TicketView } from './views';

/** The shape all actions share: POST on the ticket, answered with the ticket as it now stands. */
const action = <const A extends string, const B extends RequestClass, const P extends Permission | 'session'>(
  verb: A,
  body: B,
  permission: P,
  summary: string,
  faults: readonly string[] = [],
) => ({
  method: 'POST' as const,
  path: `/tickets/:id/${verb}` as const,
  permission,
  summary,
  params: IdParams,
  body,
  status: 200 as const,
  reply: reply<TicketView>('TicketView'),
  faults: ['TICKET_WRONG_STAGE', ...(body.prototype instanceof WithMedia ? ['MEDIA_NOT_YOURS'] : []), ...faults],
});

export const MOVES = {
  accept: action('accept', AcceptTicket, 'ticket.handle', 'Take it on; the grade is confirmed.', [
    'TICKET_ALREADY_ACCEPTED',
  ]),
  decline: action('decline', DeclineTicket, 'ticket.decline', 'Not for us: why, and where to go instead.'),
  contest: action('contest', ContestDecline, 'ticket.contest', 'Object to a decline, once; the tier above decides.', [
    'CONTEST_ONLY_ONCE',
  ]),
  contact: action('contact', ContactRequester, 'session', 'A visit or a call: what was seen and said.'),
  ask: action('ask', AskRequester, 'session', 'Ask the requester; the time to resolve stands still until the answer.', [
    'QUESTION_OPEN',
    'QUESTIONS_USED_UP',
  ]),
  answer: action('answer', AnswerQuestion, 'session', 'The answer, from the requester or as the holder heard it.'),
  resolve: action('resolve', ResolveTicket, 'session', 'Say what became of it and what was done.', ['EVIDENCE_NEEDED']),
  attempt: action('attempt', AttemptFollowUp, 'ticket.verify', 'A return visit or call that reached nobody.', [
    'VERIFIER_NOT_INDEPENDENT',
  ]),
  verify: action('verify', VerifyTicket, 'ticket.verify', 'The finding of the return visit.', [
    'VERIFIER_NOT_INDEPENDENT',
    'ATTEMPTS_TOO_FEW',
  ]),
  confirm: action('confirm', ConfirmTicket, 'session', 'The requester says it is solved.'),
  rate: action('rate', RateTicket, 'session', 'The survey, once for each closing.', [
    'RATED_ALREADY',
    'SURVEY_WAY_WRONG',
    'VERIFIER_NOT_INDEPENDENT',
  ]),
  revisit: action(
    'revisit',
    RevisitTicket,
    'ticket.verify',
    'Weeks after the closing: does it hold? Of some withdrawals: was it of their own will?',
    ['VERIFIER_NOT_INDEPENDENT'],
  ),
  reopen: action('reopen', ReopenTicket, 'session', 'Not solved: a new cycle begins.', [
    'REOPEN_TOO_LATE',
    'VERIFIER_NOT_INDEPENDENT',
  ]),
  withdraw: action('withdraw', WithdrawTicket, 'session', 'The requester takes it back.'),
  coordinate: action('coordinate', CoordinateTicket, 'ticket.coordinate', 'Ask an outside body to do its part.', [
    'PARTNER_UNKNOWN',
  ]),
  recall: action('recall', RecallRequest, 'ticket.coordinate', 'Take a request to an outside body back.', [
    'COORDINATION_OVER',
  ]),
  escalate: action('escalate', EscalateTicket, 'session', 'Raise it: the tier above joins, nobody is let off.', [
    'TIER_HIGHEST',
  ]),
  extend: action('extend', ExtendTicket, 'ticket.lead', 'More time, once, before it is over; the requester is told.', [
    'EXTENDED_ALREADY',
    'EXTENSION_TOO_LATE',
    'EXTENSION_TOO_LONG',
  ]),
  appoint: action('appoint', AppointVerifier, 'ticket.appoint', 'Say who makes the return visit.', [
    'VERIFIER_UNSUITABLE',
  ]),
  reassign: action('reassign', ReassignTicket, 'ticket.reassign', 'Hand it to somebody else, with a reason.', [
    'HOLDER_UNSUITABLE',
  ]),
  regrade: action('regrade', RegradeTicket, 'ticket.regrade', 'Change the grade, with a reason.', ['GRADE_UNCHANGED']),
  remark: action('remark', RemarkTicket, 'session', 'A remark, for the team or for everybody on the ticket.'),
} as const;
