/** Words of cards, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { cards as zh } from '../zh/cards';

export const cards: SameKeys<typeof zh> = {
  'scan.title': 'འབྲེལ་གཏུགས་བྱང་བུ།',
  'issue.title': 'བྱང་བུ་བཟོ་བ།',
  'show.title': 'འབྲེལ་གཏུགས་བྱང་བུ།',
};
