/** Looks that repeat themselves stop when nobody is there, and go on at the first touch. */
import { focusManager } from '@tanstack/react-query';
import { AWAY_AFTER, attended, touched } from '../src/platform/attention';
import { followAttention, lookedAt } from '../src/use/query-client';

const looks = (): boolean => focusManager.isFocused();

beforeAll(() => followAttention());

beforeEach(() => {
  jest.useFakeTimers();
  lookedAt(true);
});

afterEach(() => jest.useRealTimers());

describe('five minutes without a touch', () => {
  it('end the looks that repeat themselves', () => {
    jest.advanceTimersByTime(AWAY_AFTER - 1);
    expect(looks()).toBe(true);
    jest.advanceTimersByTime(1);
    expect(attended.get()).toBe(false);
    expect(looks()).toBe(false);
  });

  it('begin anew with each touch', () => {
    jest.advanceTimersByTime(AWAY_AFTER - 1);
    touched();
    jest.advanceTimersByTime(AWAY_AFTER - 1);
    expect(looks()).toBe(true);
  });

  it('are over at the first touch', () => {
    jest.advanceTimersByTime(AWAY_AFTER);
    touched();
    expect(looks()).toBe(true);
    jest.advanceTimersByTime(AWAY_AFTER);
    expect(looks()).toBe(false);
  });

  it('count less than the half hour after which a desk’s session ends', () => {
    expect(AWAY_AFTER).toBeLessThan(30 * 60_000);
  });
});

it('looks at nothing while the app is behind another, touched or not', () => {
  lookedAt(false);
  touched(Date.now() + 2_000);
  expect(looks()).toBe(false);
  lookedAt(true);
  expect(looks()).toBe(true);
});
