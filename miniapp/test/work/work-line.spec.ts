/** The one word a line of work is marked with: danger before lateness before grade before how far it has got. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { markOf } from '../../src/ui/work-line';
import { dayAfter, daysFrom } from '../../src/features/grids/parts/leave-days';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const HOUR = 3_600_000;

const row = (part: Partial<TicketRowView>, dueIn: number | null = 72 * HOUR): TicketRowView => ({
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  number: '幸-20261123-0007',
  kind: 'appeal',
  stage: 'working',
  phase: 'active',
  grade: 'G2',
  tier: 'grid',
  category: { zh: '路灯' },
  title: '路灯不亮',
  spoken: false,
  gridId: '01ARZ3NDEKTSV4RRFFQ69G5FAW',
  gridName: '第三网格',
  gridNameBo: null,
  onBehalf: false,
  address: '3 栋',
  holderName: null,
  due: dueIn === null ? null : { clock: 'resolve', at: new Date(NOW + dueIn).toISOString(), startedAt: '' },
  openedAt: '',
  cycle: 1,
  attempts: 0,
  ...part,
});

test.each([
  ['danger even when late', row({ grade: 'G0' }, -HOUR), 'work.row.danger', 'triangle'],
  ['late', row({ grade: 'G1' }, -HOUR), 'work.row.over', 'square'],
  ['urgent', row({ grade: 'G1' }), 'work.row.urgent', 'triangle'],
  ['due within the day', row({ phase: 'new' }, 3 * HOUR), 'work.row.soon', 'ring'],
  ['new', row({ phase: 'new', stage: 'submitted' }), 'work.stage.submitted', 'square'],
  ['accepted', row({ stage: 'accepted' }), 'work.stage.accepted', 'dot'],
  ['being worked on', row({}), 'work.stage.working', 'dot'],
  ['waiting for an outside body', row({ phase: 'waiting_partner' }), 'work.phase.waiting_partner', 'ring'],
  ['waiting for the requester', row({ phase: 'waiting_requester' }), 'work.phase.waiting_requester', 'ring'],
  ['waiting for a return visit', row({ phase: 'resolved', stage: 'resolved' }), 'work.stage.resolved', 'check'],
  [
    'closed, whatever it was',
    row({ phase: 'closed', stage: 'verified', grade: 'G0' }, null),
    'work.stage.verified',
    'check',
  ],
])('%s', (_name, ticket, words, shape) => {
  expect(markOf(ticket, NOW)).toMatchObject({ words, shape });
});

test('days of leave follow the community’s clock', () => {
  expect(daysFrom(Date.parse('2026-11-23T17:00:00.000Z'))[0]).toBe('2026-11-24');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});
