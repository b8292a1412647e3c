/** The form of a return visit tells what the server will demand, by the same rule. */
import type { TimelineEntryView } from '@sevengrid/shared/tickets/views';
import { triedIn } from '../../src/features/tickets/parts/tried';

const LHASA = 480;

const entry = (action: TimelineEntryView['action'], at: string, more: Partial<TimelineEntryView> = {}) =>
  ({ action, at, stage: 'resolved', facts: {}, ...more }) as TimelineEntryView;

const attempt = (at: string, how: 'call' | 'visit' | 'message' = 'call') => entry('attempt', at, { facts: { how } });

test.each([
  ['nothing yet', [], { n: 0, days: 0, lacks: 'day' }],
  [
    'twice on one day',
    [attempt('2026-11-23T02:00:00.000Z'), attempt('2026-11-23T09:00:00.000Z')],
    { n: 2, days: 1, lacks: 'day' },
  ],
  [
    'before and after midnight on the wall, which is one day in UTC',
    [attempt('2026-11-23T15:00:00.000Z'), attempt('2026-11-23T17:00:00.000Z')],
    { n: 2, days: 2, lacks: null },
  ],
  [
    'messages alone',
    [attempt('2026-11-22T02:00:00.000Z', 'message'), attempt('2026-11-23T02:00:00.000Z', 'message')],
    { n: 2, days: 2, lacks: 'call' },
  ],
  [
    'only what came after the last reopening',
    [
      attempt('2026-11-20T02:00:00.000Z'),
      attempt('2026-11-21T02:00:00.000Z'),
      entry('reopen', '2026-11-22T02:00:00.000Z', { stage: 'reopened' }),
      attempt('2026-11-23T02:00:00.000Z'),
    ],
    { n: 1, days: 1, lacks: 'day' },
  ],
] as const)('%s', (_what, timeline, tried) => {
  expect(triedIn({ timeline: [...timeline].reverse() }, LHASA)).toEqual(tried);
});
