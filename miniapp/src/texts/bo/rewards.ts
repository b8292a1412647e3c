/** Words of rewards in the first download, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { rewards as zh } from '../zh/rewards';

export const rewards: SameKeys<typeof zh> = {
  'offers.title': 'བརྗེ་ལེན་ཞབས་ཞུ།',
  'offer.title': 'བརྗེ་ལེན་རྣམ་གྲངས།',
  'code.title': 'ཚོང་ཁང་ལ་སྟོན་རྒྱུ།',
  'mine.title': 'ངའི་བརྗེ་ལེན།',
  'counter.title': 'བདེན་དཔང་།',
  'today.title': 'དེ་རིང་བདེན་དཔང་བྱས་པ།',
  'home.today': 'དེ་རིང་ཐེངས་ {n} བདེན་དཔང་བྱས།',
  'home.scan.hint': 'ཁོང་གི་བརྗེ་ལེན་ཨང་རྟགས་ཕྱར་བའམ་གྲངས་ཀ་ 8 འབྲི།',
  scan: 'ཕྱར་ནས་བདེན་དཔང་།',
};
