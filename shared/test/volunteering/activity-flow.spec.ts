/** An activity's flow: every stage reachable, every dead end intended, every action in its place. */
import { reachable } from '@sevengrid/shared/kernel/flow';
import {
  ACTIVITY_ACTIONS,
  ACTIVITY_FLOW,
  ACTIVITY_STAGES,
  activityMovesFrom,
  dueByTime,
  nextByTime,
} from '@sevengrid/shared/volunteering/activity-flow';
import { DOORS_OPEN_MS } from '@sevengrid/shared/volunteering/check-in-code';

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

describe('what time alone does', () => {
  const startsAt = 1_000_000_000;
  const times = { signUpUntil: startsAt - 2 * DOORS_OPEN_MS, startsAt, endsAt: startsAt + 7_200_000 };

  it.each([
    ['open', times.signUpUntil - 1, []],
    ['open', times.signUpUntil, ['close']],
    ['open', startsAt - DOORS_OPEN_MS, ['close', 'begin']],
    ['closed', startsAt - DOORS_OPEN_MS - 1, []],
    ['closed', startsAt, ['begin']],
    ['running', times.endsAt - 1, []],
    ['open', times.endsAt, ['close', 'begin', 'finish']],
    ['draft', times.endsAt, []],
    ['confirming', times.endsAt, []],
    ['cancelled', times.endsAt, []],
  ] as const)('at %s, %i: %j', (stage, now, actions) => {
    expect(dueByTime(stage, times, now)).toEqual(actions);
  });

  it('begins at once where one may sign up until the doors open', () => {
    expect(nextByTime('open', { ...times, signUpUntil: startsAt })).toEqual({
      action: 'begin',
      at: startsAt - DOORS_OPEN_MS,
    });
  });

  it('does nothing that the flow does not give to the system', () => {
    for (const action of dueByTime('open', times, times.endsAt)) expect(ACTIVITY_FLOW[action].by).toContain('system');
  });
});
