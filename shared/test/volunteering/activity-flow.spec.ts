/** An activity's flow: every stage reachable, every dead end intended, every action in its place. */
import { reachable } from '@sevengrid/shared/kernel/flow';
import {
  ACTIVITY_ACTIONS,
  ACTIVITY_FLOW,
  ACTIVITY_STAGES,
  activityMovesFrom,
} from '@sevengrid/shared/volunteering/activity-flow';

describe('the flow of an activity', () => {
  it('reaches every stage from a draft', () => {
    expect([...reachable(ACTIVITY_FLOW, ['draft'])].sort()).toEqual([...ACTIVITY_STAGES].sort());
  });

  it('ends where it is settled or cancelled, and nowhere else', () => {
    const ends = ACTIVITY_STAGES.filter((stage) =>
      activityMovesFrom(stage).every((action) => ACTIVITY_FLOW[action].to === 'unchanged'),
    );
    expect(ends).toEqual(['settled', 'cancelled']);
  });

  it('gives points by one action only, after the notice', () => {
    const leading = ACTIVITY_ACTIONS.filter((action) => ACTIVITY_FLOW[action].to.includes('settled'));
    expect(leading).toEqual(['settle']);
    expect(ACTIVITY_FLOW.settle.from).toEqual(['public_notice']);
  });

  it('lets no organiser settle, judge an objection or take points back', () => {
    for (const action of ['settle', 'judge', 'take_back'] as const)
      expect(ACTIVITY_FLOW[action].by).not.toContain('organiser');
  });

  it.each([
    ['draft', ['write', 'publish', 'cancel']],
    ['open', ['write', 'close', 'cancel', 'sign_up', 'leave', 'begin']],
    ['closed', ['write', 'cancel', 'leave', 'begin']],
    ['running', ['cancel', 'check_in', 'check_out', 'call', 'add', 'second', 'finish']],
    ['confirming', ['add', 'second', 'tick', 'announce']],
    ['public_notice', ['object', 'judge', 'settle']],
    ['settled', ['take_back']],
    ['cancelled', []],
  ] as const)('offers at %s: %j', (stage, actions) => {
    expect(activityMovesFrom(stage)).toEqual(actions);
  });
});
