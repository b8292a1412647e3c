/** Rotating codes: 45 seconds at most, never from ahead, read from a link or alone, and a ticket for whoever is early. */
import * as fc from 'fast-check';
import {
  CODES_AT_ONCE,
  DOORS_OPEN_MS,
  STEP_MS,
  TICKET_MS,
  beginOfStep,
  isAccepted,
  linkOfCode,
  messageOf,
  readCode,
  stepAt,
  stepsAhead,
  ticketTerm,
  writeCode,
  type RotatingCode,
} from '@sevengrid/shared/volunteering/check-in-code';

const ID = '01JDR8T3K5V6W7X8Y9Z0ABCDEF';
const CODE: RotatingCode = { kind: 'A', id: ID, point: 'in', step: 119_000_000, mac: 'abcdefgh-_ABCD01' };
const now = fc.integer({ min: STEP_MS * 100, max: Date.UTC(2100, 0, 1) });

describe('a rotating code', () => {
  it.each([
    [-3, false],
    [-2, true],
    [-1, true],
    [0, true],
    [1, false],
    [4, false],
  ])('of %i steps from now: %s', (from, accepted) => {
    expect(isAccepted(stepAt(1_800_000_000_000) + from, 1_800_000_000_000)).toBe(accepted);
  });

  it('is good for 30 to 45 seconds from when it was first shown', () => {
    fc.assert(
      fc.property(now, fc.nat(60_000), (shownAt, later) => {
        const good = isAccepted(stepAt(shownAt), shownAt + later);
        if (later <= 30_000) expect(good).toBe(true);
        if (later >= 45_000) expect(good).toBe(false);
      }),
    );
  });

  it('comes with the four that follow, each of which is accepted when its time has come', () => {
    fc.assert(
      fc.property(now, (instant) => {
        const steps = stepsAhead(instant);
        expect(steps).toHaveLength(CODES_AT_ONCE);
        for (const step of steps) expect(isAccepted(step, beginOfStep(step))).toBe(true);
        for (const step of steps.slice(1)) expect(isAccepted(step, instant)).toBe(false);
      }),
    );
  });

  it('is read back from its text, its link, and with blanks about it', () => {
    const text = writeCode(CODE);
    expect(readCode(text)).toEqual(CODE);
    expect(readCode(` ${linkOfCode('https://example.org', text)} `)).toEqual(CODE);
    expect(readCode(linkOfCode('http://127.0.0.1:3000', text) + '/')).toEqual(CODE);
  });

  it.each([
    ['', 'https://example.org/c/0123456789ABCDEFGHJKMN', `https://example.org/b/${writeCode(CODE)}`],
    [writeCode({ ...CODE, mac: 'short' }), writeCode({ ...CODE, id: `8${ID.slice(1)}` }), `${writeCode(CODE)}x`],
    [writeCode(CODE).replace('.in.', '.up.'), writeCode(CODE).replace('A1', 'B1'), writeCode({ ...CODE, step: -1 })],
  ])('is none of these: %s %s %s', (...texts) => {
    for (const text of texts) expect(readCode(text)).toBeNull();
  });

  it('signs another message for every activity, point and step', () => {
    const all = [
      CODE,
      { ...CODE, kind: 'M' as const },
      { ...CODE, point: 'out' as const },
      { ...CODE, step: CODE.step + 1 },
      { ...CODE, id: `${ID.slice(0, 25)}0` },
    ];
    expect(new Set(all.map(messageOf)).size).toBe(all.length);
  });
});

describe('the ticket of a scan', () => {
  it('is good at once for five minutes when the doors are open', () => {
    expect(ticketTerm(1_000_000_000, 1_000_000_000)).toEqual({ opensAt: 1e9, expiresAt: 1e9 + TICKET_MS });
  });

  it('says from when, where somebody is early', () => {
    const startsAt = 2_000_000_000;
    const early = ticketTerm(startsAt - DOORS_OPEN_MS - 1, startsAt);
    expect(early.opensAt).toBe(startsAt - DOORS_OPEN_MS);
    expect(early.expiresAt - early.opensAt).toBe(TICKET_MS);
  });

  it('never opens before the doors, nor in the past, and always has its five minutes', () => {
    fc.assert(
      fc.property(now, now, (instant, startsAt) => {
        const { opensAt, expiresAt } = ticketTerm(instant, startsAt);
        expect(opensAt).toBeGreaterThanOrEqual(instant);
        expect(opensAt).toBeGreaterThanOrEqual(startsAt - DOORS_OPEN_MS);
        expect(expiresAt - opensAt).toBe(TICKET_MS);
      }),
    );
  });
});
