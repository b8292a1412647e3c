/** Words of how a ticket came in and who agreed, in Tibetan: machine drafts, to be read by a native reader. */
import type { origin as zh } from '../../zh/apart/origin';
import type { SameKeys } from '../..';

export const origin: SameKeys<typeof zh> = {
  'tickets.channel.mini': 'ཁ་པར་ཐོག་བྲིས་པ།',
  'tickets.channel.card_scan': 'བྱང་བུ་ཕྱར་བ།',
  'tickets.channel.phone': 'ཁ་པར་ཐོག་བཤད་པ།',
  'tickets.channel.walk_in': 'སྡེ་ཁུལ་དུ་ཡོང་ནས་བཤད་པ།',
  'tickets.channel.visit': 'ཁྱིམ་དུ་སོང་སྐབས་བཤད་པ།',
  'tickets.channel.central': 'ཏང་ཡོན་ལྟེ་བའི་ཁྱིམ་ཚང་གིས་བྲིས་པ།',
  'tickets.consent.self': 'རང་ཉིད།',
  'tickets.consent.verbal': 'ཁས་འཐད་པ།',
  'tickets.consent.written': 'ཡིག་ཐོག་འཐད་པ།',
  'tickets.consent.guardian': 'ལྟ་སྐྱོང་པས་འཐད་པ།',
};
