/** What becomes of an attendance: nothing doubtful counts before somebody else has said so. */
import * as fc from 'fast-check';
import {
  TICKS,
  isOpen,
  standingOf,
  wantsTick,
  type AttendanceFacts,
} from '@sevengrid/shared/volunteering/attendance-standing';
import { NEEDS_TICK } from '@sevengrid/shared/volunteering/signals';

const PLAIN: AttendanceFacts = {
  ...{ gone: true, autoOut: false, score: 0, tick: 'none', ofOrganiser: false },
  ...{ wantsSecond: false, seconded: false, awarded: false, takenBack: false },
};

describe('the standing of an attendance', () => {
  it.each([
    ['scanned in and out', {}, 'counts'],
    ['still there', { gone: false }, 'present'],
    ['checked out by the clock', { autoOut: true }, 'needs_tick'],
    ['checked out by the clock and ticked', { autoOut: true, tick: 'yes' }, 'counts'],
    ['checked out by the clock and refused', { autoOut: true, tick: 'no' }, 'refused'],
    ['signals that weigh', { score: NEEDS_TICK }, 'needs_tick'],
    ['signals that weigh little', { score: NEEDS_TICK - 1 }, 'counts'],
    ['an organiser’s own', { ofOrganiser: true }, 'needs_tick'],
    ['an organiser’s own, ticked by somebody else', { ofOrganiser: true, tick: 'yes' }, 'counts'],
    ['the fourth written down afterwards', { wantsSecond: true }, 'needs_second'],
    ['the fourth, seconded', { wantsSecond: true, seconded: true }, 'counts'],
    ['given points', { awarded: true }, 'awarded'],
    ['taken back', { awarded: true, takenBack: true }, 'taken_back'],
  ] as const)('%s', (_, change, wanted) => {
    expect(standingOf({ ...PLAIN, ...change })).toBe(wanted);
  });

  it('counts only where nothing is open, and whatever wants a tick has one', () => {
    const facts = fc.record({
      ...{ gone: fc.boolean(), autoOut: fc.boolean(), score: fc.nat(100), tick: fc.constantFrom(...TICKS) },
      ...{ ofOrganiser: fc.boolean(), wantsSecond: fc.boolean(), seconded: fc.boolean() },
      ...{ awarded: fc.constant(false), takenBack: fc.constant(false) },
    });
    fc.assert(
      fc.property(facts, (of) => {
        const standing = standingOf(of);
        if (standing !== 'counts') return;
        expect(isOpen(standing)).toBe(false);
        expect(of.gone && of.tick !== 'no').toBe(true);
        if (of.wantsSecond) expect(of.seconded).toBe(true);
        if (wantsTick(of)) expect(of.tick).toBe('yes');
      }),
    );
  });
});
