/** The appeal's flow: every stage reachable, every dead end intended, every action in its place. */
import { reachable } from '@sevengrid/shared/kernel/flow';
import {
  ACTIONS,
  APPEAL_FLOW,
  APPEAL_STAGES,
  PHASE_OF,
  SYSTEM_ACTIONS,
  appealMovesFrom,
} from '@sevengrid/shared/tickets/flows';

/** While somebody holds it. */
const HELD = [
  'coordinate',
  'recall',
  'reply',
  'return',
  'escalate',
  'extend',
  'reassign',
  'regrade',
  'remark',
] as const;

describe('the appeal’s flow', () => {
  it('reaches every stage from opening', () => {
    expect([...reachable(APPEAL_FLOW, ['submitted'])].sort()).toEqual([...APPEAL_STAGES].sort());
  });

  it('has no dead end: what was withdrawn may be asked about', () => {
    const ends = APPEAL_STAGES.filter((stage) =>
      appealMovesFrom(stage).every((action) => APPEAL_FLOW[action].to === 'unchanged'),
    );
    expect(ends).toEqual([]);
  });

  it('offers changes of holder or grade only while it is in hand', () => {
    for (const stage of APPEAL_STAGES) {
      const inHand = ['submitted', 'accepted', 'working', 'reopened'].includes(stage);
      expect(appealMovesFrom(stage).includes('reassign')).toBe(inHand);
      expect(appealMovesFrom(stage).includes('regrade')).toBe(inHand);
    }
  });

  it('lets nobody but the requester withdraw', () => {
    expect(APPEAL_FLOW.withdraw.by).toEqual(['requester']);
  });

  it('never lets the handler close: no action by the holder ends in a closed phase', () => {
    for (const action of ACTIONS) {
      const { by, to } = APPEAL_FLOW[action];
      if (!by.includes('holder') || to === 'unchanged') continue;
      expect(to.map((stage) => PHASE_OF[stage])).not.toContain('closed');
    }
  });

  it.each([
    ['submitted', ['accept', 'decline', 'withdraw', 'escalate', 'reassign', 'regrade', 'remark']],
    ['accepted', ['contact', 'answer', 'withdraw', ...HELD]],
    ['working', ['contact', 'ask', 'answer', 'resolve', 'withdraw', ...HELD]],
    ['resolved', ['attempt', 'verify', 'confirm', 'rate', 'reopen', 'appoint', 'remark']],
    ['verified', ['confirm', 'rate', 'revisit', 'reopen', 'appoint']],
    ['confirmed', ['rate', 'revisit', 'reopen', 'appoint']],
    ['reopened', ['contact', 'answer', 'withdraw', ...HELD]],
    ['declined', ['contest']],
    ['withdrawn', ['revisit']],
  ] as const)('at %s offers exactly %j', (stage, actions) => {
    const byTime: readonly string[] = SYSTEM_ACTIONS;
    expect(appealMovesFrom(stage).filter((action) => !byTime.includes(action))).toEqual(actions);
  });

  it('leaves what time does to time alone, and the holder never to judge', () => {
    for (const action of SYSTEM_ACTIONS) expect(APPEAL_FLOW[action].by).toEqual(['system']);
    for (const action of ['attempt', 'verify', 'rate', 'revisit'] as const)
      expect(APPEAL_FLOW[action].by).not.toContain('holder');
  });
});
