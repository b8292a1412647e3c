/** The appeal's flow: every stage reachable, every dead end intended, every action in its place. */
import { reachable } from '@sevengrid/shared/kernel/flow';
import { ACTIONS, APPEAL_FLOW, APPEAL_STAGES, PHASE_OF, appealMovesFrom } from '@sevengrid/shared/tickets/flows';

describe('the appeal’s flow', () => {
  it('reaches every stage from opening', () => {
    expect([...reachable(APPEAL_FLOW, ['submitted'])].sort()).toEqual([...APPEAL_STAGES].sort());
  });

  it('has one dead end only: withdrawn', () => {
    const ends = APPEAL_STAGES.filter((stage) =>
      appealMovesFrom(stage).every((action) => APPEAL_FLOW[action].to === 'unchanged'),
    );
    expect(ends).toEqual(['withdrawn']);
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
    ['submitted', ['accept', 'decline', 'withdraw', 'reassign', 'regrade', 'remark']],
    ['accepted', ['contact', 'withdraw', 'reassign', 'regrade', 'remark']],
    ['working', ['contact', 'resolve', 'withdraw', 'reassign', 'regrade', 'remark']],
    ['resolved', ['attempt', 'verify', 'confirm', 'reopen', 'remark']],
    ['verified', ['confirm', 'reopen']],
    ['confirmed', ['reopen']],
    ['reopened', ['contact', 'withdraw', 'reassign', 'regrade', 'remark']],
    ['declined', ['contest']],
    ['withdrawn', []],
  ] as const)('at %s offers exactly %j', (stage, actions) => {
    expect(appealMovesFrom(stage)).toEqual(actions);
  });
});
