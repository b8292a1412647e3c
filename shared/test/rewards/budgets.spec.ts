/** Signed budgets against what offers promise: nothing is counted twice, and whatever can be honoured is found. */
import * as fc from 'fast-check';
import { unmet, type Commitment } from '../../src/rewards/budgets';

describe('commitments against budgets', () => {
  it('counts a budget once, though two offers lean on it', () => {
    const budgets = new Map([['clinic', 100]]);
    expect(unmet([{ amount: 100, by: ['clinic'] }], budgets)).toBe(0);
    expect(
      unmet(
        [
          { amount: 100, by: ['clinic'] },
          { amount: 1, by: ['clinic'] },
        ],
        budgets,
      ),
    ).toBe(1);
  });

  it('moves an offer that has a choice out of the way of one that has none', () => {
    const budgets = new Map([
      ['a', 10],
      ['b', 10],
    ]);
    const free = { amount: 10, by: ['a', 'b'] };
    expect(unmet([free, { amount: 10, by: ['a'] }], budgets)).toBe(0);
    expect(unmet([free, { amount: 10, by: ['b'] }], budgets)).toBe(0);
    expect(unmet([free, { amount: 11, by: ['a'] }], budgets)).toBe(1);
  });

  it('takes a merchant without that budget for one without a limit', () => {
    expect(unmet([{ amount: 5_000, by: ['open', 'a'] }], new Map([['a', 1]]))).toBe(0);
  });

  it('honours nothing where nobody honours it', () => {
    expect(unmet([{ amount: 3, by: [] }], new Map([['a', 10]]))).toBe(3);
  });

  it('finds what Hall’s condition says for any small set of offers', () => {
    const ids = ['a', 'b', 'c'];
    const commitment = fc.record({ amount: fc.nat(20), by: fc.subarray(ids) });
    const budget = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.array(commitment, { maxLength: 5 }), budget, (commitments, amounts) => {
        const budgets = new Map(ids.map((id, i) => [id, amounts[i] ?? 0]));
        expect(unmet(commitments, budgets)).toBe(shortage(commitments, budgets));
      }),
      { numRuns: 300 },
    );
  });
});

/** The worst set of offers: what it promises more than all the budgets that it leans on. */
function shortage(commitments: readonly Commitment[], budgets: ReadonlyMap<string, number>): number {
  let worst = 0;
  for (let mask = 0; mask < 1 << commitments.length; mask++) {
    const chosen = commitments.filter((_, i) => mask & (1 << i));
    const near = new Set(chosen.flatMap(({ by }) => by));
    const room = [...near].reduce((sum, id) => sum + (budgets.get(id) ?? 0), 0);
    worst = Math.max(worst, chosen.reduce((sum, { amount }) => sum + amount, 0) - room);
  }
  return worst;
}
