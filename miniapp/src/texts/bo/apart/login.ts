/** Words of logging in and changing the password, in Tibetan: machine drafts, to be read by a native reader. */
import type { login as zh } from '../../zh/apart/login';
import type { SameKeys } from '../..';

export const login: SameKeys<typeof zh> = {
  'identity.login.wechat': 'སྐད་འཕྲིན་གྱིས་ནང་འཛུལ།',
  'identity.login.wechat.hint': 'སྡོད་དམངས་ཀྱིས་སྐད་འཕྲིན་བེད་སྤྱོད། གསང་གྲངས་མི་དགོས།',
  'identity.login.account': 'ཐོ་ཁོངས།',
  'identity.login.password': 'གསང་གྲངས།',
  'identity.login.password.hint': 'དྲ་མིག་པ་དང་སྡེ་ཁུལ་ལས་བྱེད་པས་ཐོ་ཁོངས་བེད་སྤྱོད།',
  'identity.login.verb': 'ནང་འཛུལ།',
  'identity.login.resident': 'སྡོད་དམངས་ལ་ཐོ་ཁོངས་མི་དགོས། ཁྱིམ་སྒོའི་བྱང་བུ་ཕྱར་ན་ཞུ་ཆོག',
  'identity.login.forgot': 'གསང་གྲངས་བརྗེད་ན་སྡེ་ཁུལ་གྱི་དོ་དམ་པར་ཞུ་རོགས།',
  'identity.login.wechatFailed': 'སྐད་འཕྲིན་གྱིས་ལན་མ་བྱུང་། ཡང་བསྐྱར་གནོན་རོགས།',
  'identity.password.lead': 'ཐེངས་དང་པོའི་ནང་འཛུལ་ཡིན། རང་གི་གསང་གྲངས་བརྗེ་རོགས།',
  'identity.password.lead.again': 'བརྗེས་རྗེས་ཁ་པར་དང་གློག་ཀླད་གཞན་དུ་ཡང་བསྐྱར་ནང་འཛུལ་དགོས།',
  'identity.password.current': 'ད་ལྟའི་གསང་གྲངས།',
  'identity.password.next': 'གསང་གྲངས་གསར་པ།',
  'identity.password.next.hint': 'ཡིག་འབྲུ་ ༡༠ ཡན། ཡིག་འབྲུ་དང་གྲངས་ཀ་མཚོན་རྟགས་འདྲེས་མ།',
  'identity.password.repeat': 'ཡང་བསྐྱར་འབྲི།',
  'identity.password.different': 'ཐེངས་གཉིས་མི་འདྲ།',
};
