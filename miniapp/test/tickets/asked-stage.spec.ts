/** A matter that waits for the requester's own word says so, and to nobody else that it waits for theirs. */
import { translator } from '../../src/platform/translate';
import { askedStageKey } from '../../src/ui/stage-chip';

const zh = translator('zh');
type Row = Parameters<typeof askedStageKey>[0];

it.each<[string, Row['stage'], Row['phase'], boolean]>([
  ['等您答复', 'working', 'waiting_requester', false],
  ['等反映人答复', 'accepted', 'waiting_requester', true],
  ['处理中', 'working', 'active', false],
  ['处理中', 'working', 'waiting_partner', true],
  ['请您看看', 'resolved', 'resolved', false],
  ['请反映人看看', 'resolved', 'resolved', true],
])('%s: %s, %s, on behalf %s', (words, stage, phase, onBehalf) => {
  expect(zh(askedStageKey({ stage, phase, onBehalf }))).toBe(words);
});
