/** Words of coming and going: the scan, the ticket before log-in, one's own code, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '../..';
import type { presence as zh } from '../../zh/apart/presence';

export const presence: SameKeys<typeof zh> = {
  'volunteering.scan.verb': 'ཨང་རྟགས་ཕྱར་ནས་སླེབས་ཐོ་འགོད།',
  'volunteering.scan.lead': 'གོ་སྒྲིག་པའི་བརྙན་ཡོལ་ཐོག་གི་ཨང་རྟགས་ཕྱར་རོགས། ཨང་རྟགས་སྐར་ཆ་ 15 རེར་བརྗེ། ཕྱར་ཚར་ན་ནང་འཛུལ་ཅུང་འགོར་ཡང་འགྲིག',
  'volunteering.scan.browser': 'ཁ་པར་གྱི་པར་ཆས་སམ་སྐད་འཕྲིན་གྱིས་གོ་སྒྲིག་པའི་བརྙན་ཡོལ་ཐོག་གི་ཨང་རྟགས་ཕྱར་ན་སླེབས་ཐོ་ཁ་ཕྱེ་ངེས།',
  'volunteering.scan.place':
    'ཁ་པར་གྱིས་གནས་ས་འདྲི་ན་ཆོག་མཆན་སྤྲོད་ཆོག བྱེད་སྒོའི་ས་གནས་སུ་ཡོད་མེད་ལྟ་བ་ཁོ་ན་ལ་བཀོལ། ཆོག་མཆན་མ་སྤྲད་ཀྱང་སླེབས་ཐོ་འགོད་ཆོག',
  'volunteering.scan.again': 'ཡང་བསྐྱར་ཕྱར།',
  'volunteering.scan.bad': 'འདི་ཕྱར་མ་ཐུབ།',
  'volunteering.scan.got': 'ཕྱར་ཟིན།',
  'volunteering.scan.early': 'ཁྱེད་སྔས་འདུག',
  'volunteering.scan.early.lead': '{when} ནས་སླེབས་ཐོ་འགོད་ཆོག ད་དུང་ {span} ཡོད། ཤོག་ངོས་འདི་ཁ་ཕྱེས་ནས་བཞག་ན་རང་འགུལ་གྱིས་འགོད་ངེས།',
  'volunteering.scan.login': 'ནང་འཛུལ་བྱས་ནས་སླེབས་ཐོ་འགོད།',
  'volunteering.scan.login.out': 'ནང་འཛུལ་བྱས་ནས་ཐོན་ཐོ་འགོད།',
  'volunteering.scan.login.lead': 'ཕྱར་བ་འདི་ད་དུང་ {span} རིང་གོ་ཆོད། ནང་འཛུལ་བྱས་ན་རང་འགུལ་གྱིས་འགྲུབ་པས་ཡང་ཕྱར་མི་དགོས།',
  'volunteering.scan.busy': 'སྒྲུབ་བཞིན་པ།',
  'volunteering.scan.in.done': 'སླེབས་ཐོ་བཀོད་ཟིན།',
  'volunteering.scan.in.lead': 'ཐོན་སྐབས་ཐོན་ཐོའི་ཨང་རྟགས་ཡང་བསྐྱར་ཕྱར་རོགས། དེ་ལྟར་བྱས་ན་ཞབས་ཞུའི་དུས་ཡུན་ཏག་ཏག་ཡིན།',
  'volunteering.scan.out.done': 'ཐོན་ཐོ་བཀོད་ཟིན།',
  'volunteering.scan.out.lead': 'ཁྱེད་ཀྱི་ཞབས་ཞུ་ལ་ཐུགས་རྗེ་ཆེ། མིང་ཐོ་སྤྱི་བསྒྲགས་བྱས་རྗེས་བསགས་སྐར་སྤྲོད།',
  'volunteering.scan.look': 'བྱེད་སྒོ་འདི་ལྟ།',
  'volunteering.myCode': 'ངའི་ཨང་རྟགས་སྟོན།',
  'volunteering.myCode.title': 'ངའི་མིང་འབོད་ཨང་རྟགས།',
  'volunteering.myCode.lead': 'གོ་སྒྲིག་པས་མིང་འབོད་སྐབས་ཨང་རྟགས་འདི་ཕྱར་དུ་འཇུག་རོགས། སྐར་ཆ་ 15 རེར་བརྗེ་བས་པར་བླངས་ཀྱང་ཕན་མེད།',
  'volunteering.myCode.label': 'ངའི་མིང་འབོད་ཨང་རྟགས། གོ་སྒྲིག་པས་ཕྱར་རོགས།',
};
