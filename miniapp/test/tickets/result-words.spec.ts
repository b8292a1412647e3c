/** The result that stands is told in the handler's own words, whichever order the history comes in. */
import type { TimelineEntryView } from '@sevengrid/shared/tickets/views';
import { resultWords } from '../../src/features/tickets/parts/result-words';

const entry = (action: TimelineEntryView['action'], day: number, words: string | null): TimelineEntryView => ({
  id: `01J0000000000000000000000${day}`,
  action,
  stage: 'resolved',
  at: `2026-11-2${day}T01:00:00.000Z`,
  actor: { side: 'handler', name: '央金' },
  facts: {},
  words,
  media: [],
  shown: true,
});

it('is what was written at the latest resolving, and nothing where nothing was written then', () => {
  const first = entry('resolve', 1, '换了灯泡');
  const later = entry('resolve', 3, '换了新灯管，亮了');
  expect(resultWords({ timeline: [later, entry('reopen', 2, '又不亮了'), first] })).toBe('换了新灯管，亮了');
  expect(resultWords({ timeline: [first, entry('resolve', 3, null)] })).toBeNull();
  expect(resultWords({ timeline: [entry('accept', 1, '我来')] })).toBeNull();
});
