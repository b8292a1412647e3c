/** A notice says which matter it is of, so that several alike are told apart. */
import type { NoticeView } from '@sevengrid/shared/notices/views';
import { aboutText } from '../src/features/notices/parts/notice-words';

const notice = (kind: NoticeView['subject']['kind'], facts: NoticeView['facts']): NoticeView => ({
  id: '01J00000000000000000000000',
  type: 'coordination.asked',
  at: '2026-11-23T01:00:00.000Z',
  read: false,
  subject: { kind, id: '01J00000000000000000000001' },
  facts,
});
const about = (kind: NoticeView['subject']['kind'], facts: NoticeView['facts']): string =>
  aboutText(({ zh }) => zh, notice(kind, facts));

it('is kind and building for an outside body, the first words for others, and nothing where nothing is known', () => {
  const facts = { number: '幸-20261123-0007', category: { zh: '停车' }, place: '3号楼' };
  expect(about('coordination', facts)).toBe('停车 · 3号楼 · 幸-20261123-0007');
  expect(about('coordination', {})).toBe('');
  expect(about('ticket', { number: '幸-20261123-0007', title: '路灯不亮' })).toBe('路灯不亮');
  expect(about('ticket', { number: '幸-20261123-0007', title: null })).toBe('幸-20261123-0007');
});
