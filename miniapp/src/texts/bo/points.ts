/** Words of points in the first download, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { points as zh } from '../zh/points';

export const points: SameKeys<typeof zh> = {
  'mine.title': 'དང་བླངས་བསགས་སྐར།',
};
