/** The demo may be seeded on any day, long holidays included: its parking story keeps every rule and is solved in the grid. */
import { workingCalendar } from '@sevengrid/shared/tickets/calendar';
import { SEEDED_POLICY } from '@sevengrid/shared/tickets/deadlines';
import { ORDINARY_HOURS } from '@sevengrid/shared/tickets/ordinary-hours';
import { LivedTicket, type Doer, type LivedFiling } from '../../src/demo/lived-ticket';
import { NOTICE_OF_2026 } from '../../src/demo/notice-of-2026';
import {
  PARKING_WORDS,
  liveParkingStory,
  parkingDays,
  parkingOpenedAt,
  type ParkingCast,
} from '../../src/demo/parking-story';

const DAY = 86_400_000;
const days = new Map(NOTICE_OF_2026.map(({ day, kind }) => [day, kind]));
const calendar = workingCalendar({ offset: 480, ...ORDINARY_HOURS, days });
const doer = (id: string, as: Doer['as']): Doer => ({ id, kind: 'person', as });
const cast: ParkingCast = {
  requester: doer('requester', 'requester'),
  worker: doer('worker', 'handler'),
  staff: doer('staff', 'staff'),
  verifier: doer('verifier', 'verifier'),
  police: doer('police', 'partner'),
  firm: doer('firm', 'partner'),
  bodies: { police: 'police', firm: 'firm' },
};

/** The story as it stands when the demo is seeded at `now`. */
function toldAt(now: number) {
  const workdays = parkingDays(calendar, now);
  const filing = { id: 'ticket', openedAt: parkingOpenedAt(workdays), channel: 'mini' } as LivedFiling;
  let made = 0;
  const makeId = (): string => `event${made++}`;
  const world = { policy: SEEDED_POLICY, calendar, officers: {}, makeId };
  const ticket = new LivedTicket(filing, cast.requester, { grade: 'G2', personId: 'requester' }, PARKING_WORDS, world);
  liveParkingStory(ticket, cast, workdays, ['first', 'second']);
  return ticket;
}

it.each(Array.from({ length: 24 }, (_, month) => [new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 7)]))(
  'seeded on the days of %s',
  (month) => {
    const first = Date.parse(`${month}-01T03:00:00.000Z`);
    for (let now = first; now < first + 31 * DAY; now += DAY) {
      const { state, events } = toldAt(now);
      expect(state).toMatchObject({ stage: 'confirmed', tier: 'grid', finding: 'solved', rated: true });
      expect(state.requests.map((request) => request.state)).toEqual(['answered', 'answered']);
      expect(Math.max(...events.map(({ at }) => at))).toBeLessThan(now);
      expect(events.filter(({ action }) => action === 'escalate' || action === 'miss')).toEqual([]);
    }
  },
);
