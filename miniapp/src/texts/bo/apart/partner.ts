/** Words of outside bodies, in Tibetan: a machine draft for a native reader to sign. */
import type { partner as zh } from '../../zh/apart/partner';
import type { SameKeys } from '../..';

export const partner: SameKeys<typeof zh> = {
  'tickets.partner.from': 'སུས་རོགས་བསྐུལ།',
  'tickets.partner.address': 'གང་དུ།',
  'tickets.partner.contact': 'མི་དམངས།',
  'tickets.partner.callRequester': 'མི་དམངས་ལ་ཁ་པར།',
  'tickets.partner.callOffice': 'སྡེ་ཁུལ་ལ་ཁ་པར།',
  'tickets.partner.due': 'འདིའི་སྔོན་ལ་ལན་གནང་རོགས།',
  'tickets.partner.reply': 'ལན་འདེབས།',
  'tickets.partner.reply.lead': 'ཅི་བྱས་པའམ་ནམ་ཞིག་ཅི་བྱེད་རྩིས་ཡིན་པ་གསལ་པོ་བྲིས།',
  'tickets.partner.reply.words': 'ལན་གྱི་ནང་དོན།',
  'tickets.partner.sendBack': 'ཕྱིར་སློག',
  'tickets.partner.sendBack.lead': 'དོན་གཅིག་ཐེངས་གཅིག་ལས་ཕྱིར་སློག་མི་ཆོག ཁུངས་འབྲི་དགོས།',
  'tickets.partner.sendBack.words': 'ཁུངས་དང་གསལ་བཤད།',
  'tickets.partner.reason': 'ཅིའི་ཕྱིར་སློག་གམ།',
};
