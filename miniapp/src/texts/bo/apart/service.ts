/** Words of one's own service: sign-ups, the year, and one's code for the roll-call, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '../..';
import type { service as zh } from '../../zh/apart/service';

export const service: SameKeys<typeof zh> = {
  'volunteering.year.of': '{year} ལོ།',
  'volunteering.year.label': 'ལོ།',
  'volunteering.year.activities': 'བྱེད་སྒོར་ཞུགས་པ།',
  'volunteering.year.activities.n': 'ཐེངས་ {n}',
  'volunteering.year.minutes': 'ཞབས་ཞུའི་དུས་ཡུན།',
  'volunteering.year.points': 'ཐོབ་པའི་བསགས་སྐར།',
  'volunteering.year.note': 'བསགས་སྐར་སྤྲད་ཟིན་པའི་བྱེད་སྒོ་ཁོ་ན་བརྩིས། དུས་ཡུན་ནི་ཞབས་ཞུའི་ཟིན་ཐོ་ཡིན་པས་བསགས་སྐར་དང་ཕན་ཚུན་མི་བརྗེ།',
  'volunteering.year.months': 'ཟླ་རེ་བཞིན་ལྟ།',
  'volunteering.year.month': 'ཟླ་ {month}',
  'volunteering.year.month.note': 'ཐེངས་ {n} · {span}',
  'volunteering.year.month.points': '+{n}',
  'volunteering.year.none': 'ལོ་འདིར་བསགས་སྐར་སྤྲད་པའི་བྱེད་སྒོ་མེད།',
  'volunteering.signUps': 'ངས་མིང་ཐོ་བཀོད་པའི་བྱེད་སྒོ།',
  'volunteering.signUps.none': 'བྱེད་སྒོར་མིང་ཐོ་བཀོད་མེད།',
  'volunteering.signUps.none.hint': 'ཁོམ་པའི་དུས་ཤིག་འདེམས་ནས་ཞབས་ཞུ་གནང་རོགས།',
  'volunteering.signUps.find': 'མིང་ཐོ་འགོད་རུང་བའི་བྱེད་སྒོ་ལྟ།',
  'volunteering.signUps.cancelled': 'མིང་ཐོ་ཕྱིར་འཐེན་བྱས་ཟིན།',
  'volunteering.signUps.missed': 'མ་སླེབས།',
};
