/** Words of cards, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { cards as zh } from '../zh/cards';

export const cards: SameKeys<typeof zh> = {
  'scan.title': 'འབྲེལ་གཏུགས་བྱང་བུ།',
  'issue.title': 'བྱང་བུ་བཟོ་བ།',
  'print.title': 'བྱང་བུ་པར་རྒྱག་པ།',
  'show.title': 'འབྲེལ་གཏུགས་བྱང་བུ།',
  'scan.report': 'དཀའ་ངལ་ཞུ་བ།',
  'scan.guest': 'ཐོ་འགོད་མི་དགོས། ཤོད་ན་འགྲིག',
  'scan.asYou': 'ནང་འཛུལ་བྱས་ཟིན། ཁྱེད་ཀྱི་མིང་ཐོག་ནས་ཞུ་ཡོང་།',
  'scan.asYou.home': 'ནང་འཛུལ་བྱས་ཟིན། ཞུ་བའི་དོན་ཁྱེད་ཚང་ {address} མིང་ཐོག་ཏུ་འཁོད།',
  'scan.atWork': 'ནང་འཛུལ་བྱས་ཟིན། ཁྱིམ་ཚང་གི་ཚབ་འབྲི་ན་ཨང་ཐུང་བེད་སྤྱོད་རོགས།',
  'scan.duty': 'འགན་ཁུར་ཁ་པར།',
  'scan.office': 'སྡེ་ཁུལ་ཁ་པར།',
  'scan.home': 'གཙོ་ངོས་སུ་འགྲོ།',
  'scan.bind': 'འདི་ངའི་ཁྱིམ་ཡིན། ངའི་མིང་ཐོག་ཏུ་སྦྲེལ།',
  'scan.bad.title': 'བྱང་བུ་འདི་ངོ་མ་ཤེས།',
  'scan.bad.hint': 'ཡང་བསྐྱར་ཕྱར་རོགས། མ་བྱུང་ན་བྱང་བུའི་ཐོག་གི་ཁ་པར་གཏོང་།',
  'scan.revoked.title': 'བྱང་བུ་འདི་མཚམས་བཞག་ཟིན།',
  'scan.revoked.hint': 'བྱང་བུ་གསར་པ་བཀོལ་བའམ་བྱང་བུའི་ཐོག་གི་ཁ་པར་གཏོང་།',
  'scan.again': 'ཡང་བསྐྱར་ཕྱར་བ།',
  'scan.follow': 'འཚོལ་གྲངས་ཀྱིས་འཚོལ་བ།',
};
