/** Home shows what waits for its reader before what is merely new. */
import { whatWaits } from '../../src/features/home/parts/what-waits';

it('is what was resolved and awaits the answer, otherwise the newest, otherwise nothing', () => {
  const [fresh, answer] = [{ stage: 'submitted' as const }, { stage: 'resolved' as const }];
  expect(whatWaits([fresh, answer])).toBe(answer);
  expect(whatWaits([fresh, { stage: 'working' as const }])).toBe(fresh);
  expect(whatWaits([])).toBeUndefined();
});
