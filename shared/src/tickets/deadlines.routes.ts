/** Routes of the community's own rules: how long each step may take, and which hours count. */
import { CommunityQuery } from '../identity/set-up.requests';
import { reply, routes } from '../kernel/route';
import { WriteDays, WriteDeadlines, WriteHours } from './deadlines.requests';
import type { CalendarView, DeadlinesView } from './deadlines.views';

export const deadlineRoutes = routes('deadlines', {
  read: {
    method: 'GET',
    path: '/deadlines',
    permission: 'scope.read',
    summary: 'The deadlines in force, by grade and clock, and the versions before them.',
    query: CommunityQuery,
    status: 200,
    reply: reply<DeadlinesView>('DeadlinesView'),
    faults: [],
  },
  write: {
    method: 'POST',
    path: '/deadlines',
    permission: 'policy.edit',
    summary: 'A new version of the deadlines; tickets keep the version they were opened under.',
    body: WriteDeadlines,
    status: 200,
    reply: reply<DeadlinesView>('DeadlinesView'),
    faults: ['CATEGORY_UNKNOWN', 'DEADLINE_TOO_LONG', 'MARK_CANNOT_RAISE', 'POLICY_INCOMPLETE'],
  },
  calendar: {
    method: 'GET',
    path: '/calendar',
    permission: 'scope.read',
    summary: 'The community’s working hours and the days that notices changed.',
    query: CommunityQuery,
    status: 200,
    reply: reply<CalendarView>('CalendarView'),
    faults: [],
  },
  writeHours: {
    method: 'PUT',
    path: '/calendar/hours',
    permission: 'calendar.edit',
    summary: 'The working hours of an ordinary week.',
    body: WriteHours,
    status: 200,
    reply: reply<CalendarView>('CalendarView'),
    faults: ['HOURS_TOO_FEW', 'HOURS_WRONG'],
  },
  writeDays: {
    method: 'PUT',
    path: '/calendar/days',
    permission: 'calendar.edit',
    summary:
      'Days off and make-up workdays, as next year’s notice has them; dates already told move later, never earlier.',
    body: WriteDays,
    status: 200,
    reply: reply<CalendarView>('CalendarView'),
    faults: ['HOURS_TOO_FEW'],
  },
});
