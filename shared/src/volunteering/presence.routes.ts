/** Routes of coming and going: codes, scans, roll-calls, what is added by hand and what is ticked. */
import { IdParams } from '../kernel/fields';
import { reply, routes } from '../kernel/route';
import type { ActivityView } from './activities.views';
import { AddAttendance, CodeQuery, RollCall, ScanCode, TickAttendances, UseTicket } from './presence.requests';
import type { BoardView, CodeView, MyCodeView, PresenceTicketView, RollCallView } from './presence.views';

const CODE_FAULTS = ['CHECK_IN_CODE_OLD', 'CHECK_IN_CODE_UNKNOWN'] as const;
const TICKET_FAULTS = [
  'ACTIVITY_WRONG_STAGE',
  'CHECK_IN_TOO_EARLY',
  'PRESENCE_TICKET_OVER',
  'PRESENCE_TICKET_UNKNOWN',
] as const;

export const presenceRoutes = routes('presence', {
  code: {
    method: 'GET',
    path: '/activities/:id/code',
    permission: 'person',
    summary: 'The code on the organiser’s screen now and the four that follow.',
    params: IdParams,
    query: CodeQuery,
    status: 200,
    reply: reply<CodeView>('CodeView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'CHECK_IN_TOO_EARLY'],
  },
  scan: {
    method: 'POST',
    path: '/presence-tickets',
    permission: 'public',
    summary:
      'Scan the code, logged in or not: a ticket for five minutes on this phone; for whoever is early it says from when.',
    body: ScanCode,
    status: 201,
    reply: reply<PresenceTicketView>('PresenceTicketView'),
    faults: [...CODE_FAULTS, 'ACTIVITY_WRONG_STAGE', 'TOO_OFTEN'],
    key: 'none',
  },
  checkIn: {
    method: 'POST',
    path: '/activities/:id/check-in',
    permission: 'person',
    summary: 'I am here since I scanned: by the ticket, on the phone that scanned, at an activity I have a place in.',
    params: IdParams,
    body: UseTicket,
    status: 201,
    reply: reply<ActivityView>('ActivityView'),
    faults: [...TICKET_FAULTS, 'ATTENDANCE_ALREADY', 'ATTENDANCE_OVERLAPS', 'SIGN_UP_MISSING'],
  },
  checkOut: {
    method: 'POST',
    path: '/activities/:id/check-out',
    permission: 'person',
    summary: 'I left when I scanned.',
    params: IdParams,
    body: UseTicket,
    status: 200,
    reply: reply<ActivityView>('ActivityView'),
    faults: [...TICKET_FAULTS, 'ATTENDANCE_MISSING'],
  },
  myCode: {
    method: 'GET',
    path: '/me/attendance-code',
    permission: 'activity.join',
    summary: 'My own code, for an organiser to scan.',
    status: 200,
    reply: reply<MyCodeView>('MyCodeView'),
    faults: [],
  },
  board: {
    method: 'GET',
    path: '/activities/:id/board',
    permission: 'person',
    summary: 'Who is there, who has gone, and what wants a tick: for those who lead it.',
    params: IdParams,
    status: 200,
    reply: reply<BoardView>('BoardView'),
    faults: [],
  },
  call: {
    method: 'POST',
    path: '/activities/:id/roll-call',
    permission: 'person',
    summary:
      'Call up to 200 people of the list, or one by their own code, as they come or go; answers what became of each.',
    params: IdParams,
    body: RollCall,
    status: 201,
    reply: reply<RollCallView>('RollCallView'),
    faults: [...CODE_FAULTS, 'ACTIVITY_WRONG_STAGE'],
  },
  add: {
    method: 'POST',
    path: '/activities/:id/attendances',
    permission: 'person',
    summary:
      'Write down by hand who was there, with the reason; more than three want a second person. On the audit log.',
    params: IdParams,
    body: AddAttendance,
    status: 201,
    reply: reply<BoardView>('BoardView'),
    faults: [
      ...CODE_FAULTS,
      'ACTIVITY_TIMES_WRONG',
      'ACTIVITY_WRONG_STAGE',
      'ATTENDANCE_ALREADY',
      'ATTENDANCE_OVERLAPS',
      'ATTENDANCE_OWN',
      'ATTENDANCE_PERSON_UNKNOWN',
    ],
  },
  second: {
    method: 'POST',
    path: '/attendances/:id/second',
    permission: 'person',
    summary: 'Confirm what somebody else wrote down by hand.',
    params: IdParams,
    status: 200,
    reply: reply<BoardView>('BoardView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'ATTENDANCE_NO_SECOND', 'ATTENDANCE_OWN'],
  },
  tick: {
    method: 'PUT',
    path: '/activities/:id/ticks',
    permission: 'person',
    summary: 'Say that they were there, or were not; nobody says it of themself.',
    params: IdParams,
    body: TickAttendances,
    status: 200,
    reply: reply<BoardView>('BoardView'),
    faults: ['ACTIVITY_WRONG_STAGE', 'ATTENDANCE_OWN'],
  },
});
