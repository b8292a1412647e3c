/** Home shows what waits for its reader before what is merely new. */
import { whatWaits } from '../../src/features/home/parts/what-waits';

const fresh = { stage: 'submitted', phase: 'new', onBehalf: false } as const;
const resolved = { stage: 'resolved', phase: 'resolved', onBehalf: false } as const;
const asked = { stage: 'working', phase: 'waiting_requester', onBehalf: false } as const;

it('is what was asked back, then what was resolved and awaits the answer, otherwise the newest, otherwise nothing', () => {
  expect(whatWaits([fresh, resolved, asked])).toBe(asked);
  expect(whatWaits([fresh, resolved])).toBe(resolved);
  expect(whatWaits([fresh, { ...asked, phase: 'active' as const }])).toBe(fresh);
  expect(whatWaits([])).toBeUndefined();
});

it('is nothing that waits for a neighbour: whoever filed it does not answer for them', () => {
  const theirs = { ...asked, onBehalf: true };
  expect(whatWaits([fresh, { ...resolved, onBehalf: true }, theirs])).toBe(fresh);
});
