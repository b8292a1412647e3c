/** Words of points, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '../..';
import type { points as zh } from '../../zh/apart/points';

export const points: SameKeys<typeof zh> = {
  'points.available': 'སྤྱོད་རུང་བའི་བསགས་སྐར།',
  'points.balance': 'ལྷག་མ།',
  'points.held': 'བཀག་པ།',
  'points.owed': 'འཕྲི་རྒྱུ།',
  'points.minutes': 'ཞབས་ཞུའི་དུས་ཚོད།',
  'points.held.hint': 'བཀག་པའི་བསགས་སྐར་ཚོང་ཁང་གི་བདེན་དཔང་སྒུག་བཞིན་ཡོད། ཕྱིར་འཐེན་ནམ་དུས་ཡོལ་ན་ཕྱིར་སློག་བྱེད།',
  'points.owed.hint': 'བསགས་སྐར་ {n} ཕྱིར་བསྡུ་སྐབས་མ་འདང་བས་རྗེས་སུ་ཐོབ་པ་ལས་སྔོན་ལ་འཕྲི།',
  'points.offers': 'བརྗེ་ལེན་ཞབས་ཞུ།',
  'points.why': 'སྐར་རེ་རེ་གང་ནས་བྱུང་བ།',
  'points.of': 'གང་ལ་བལྟ་བ།',
  'points.of.points': 'བསགས་སྐར།',
  'points.of.minutes': 'ཞབས་ཞུའི་དུས་ཚོད།',
  'points.none': 'བསགས་སྐར་ད་དུང་མེད།',
  'points.none.hint': 'སྡེ་ཁུལ་གྱི་བྱེད་སྒོར་ཞུགས་ཏེ་མིང་རྟགས་བཀོད་ནས་ཁྱབ་བསྒྲགས་བྱས་རྗེས་འཁོད་ངེས།',
  'points.more': 'དེའི་སྔོན་མ།',
  'points.after': 'ལྷག་ {n}',
  'points.none.minutes': 'ཞབས་ཞུའི་དུས་ཚོད་ད་དུང་མེད།',
  'points.kind.award': 'བྱེད་སྒོའི་བྱ་དགའ།',
  'points.kind.adjust': 'ཡོ་བསྲང་།',
  'points.kind.reverse': 'ཕྱིར་བསྡུ།',
  'points.kind.capture': 'བརྗེ་ལེན།',
  'points.kind.uncapture': 'བརྗེ་ལེན་ཕྱིར་སློག',
  'points.kind.expire': 'དུས་རྫོགས།',
};
