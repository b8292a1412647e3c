/** Words of the page for an address that leads nowhere, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '../..';
import type { lost as zh } from '../../zh/apart/lost';

export const lost: SameKeys<typeof zh> = {
  'home.lost.hint': 'གནས་ཡུལ་ནོར་བའམ་ཤོག་ངོས་གནས་སྤོས་པ་ཡིན་སྲིད།',
  'home.lost.home': 'མདུན་ངོས་སུ་ལོག',
};
