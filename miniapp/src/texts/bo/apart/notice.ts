/** Words of a list that is put up: its lines, objections to it, and points given by it, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '../..';
import type { notice as zh } from '../../zh/apart/notice';

export const notice: SameKeys<typeof zh> = {
  'volunteering.notice.until': '{when} བར་སྤྱི་བསྒྲགས།',
  'volunteering.notice.settled': 'སྤྱི་བསྒྲགས་མཇུག་སྒྲིལ་ཏེ་བསགས་སྐར་སྤྲད་ཟིན།',
  'volunteering.notice.lead': 'མིང་ཐོ་ནོར་འདུག་ན་སྤྱི་བསྒྲགས་ཀྱི་དུས་ནང་འདོན་རོགས། མིང་ཆ་ཤས་ཁོ་ན་མངོན།',
  'volunteering.notice.open': 'དོགས་གཞི་ {n} ལ་ལན་བཏབ་མེད་པས་དེའི་སྔོན་བསགས་སྐར་མི་སྤྲོད།',
  'volunteering.notice.none': 'མིང་ཐོ་འདིར་མི་མེད།',
  'volunteering.notice.line': '{span} · བསགས་སྐར་ {n}',
  'volunteering.notice.line.capped': '{span} · བསགས་སྐར་ {n} (དེ་ཉིན་གྱི་མཐའ་ཚད་ལ་སླེབས་པས་ {capped} མ་བརྩིས།)',
  'volunteering.notice.mine': 'ང་།',
  'volunteering.object': 'དོགས་གཞི་འདོན།',
  'volunteering.object.all': 'མིང་ཐོ་ཡོངས་ལ།',
  'volunteering.object.line': '{name} ཡི་ཐོ་འདིར།',
  'volunteering.object.which': 'ཐོ་གང་ལ་དོགས་གཞི་ཡོད་དམ།',
  'volunteering.object.words': 'གང་ནོར་འདུག་གམ།',
  'volunteering.object.lead': 'ཁྱེད་དང་གོ་སྒྲིག་པ། བསགས་སྐར་སྤྲོད་མི་ཁོ་ནས་མཐོང་ཐུབ།',
  'volunteering.object.done': 'བཏང་ཟིན། ལན་བཏབ་རྗེས་འདིར་མངོན་ངེས།',
  'volunteering.objections': 'དོགས་གཞི།',
  'volunteering.objection.waits': 'ལན་སྒུག་བཞིན་པ།',
  'volunteering.objection.upheld': 'བདེན་པས་བཅོས་ཟིན།',
  'volunteering.objection.refused': 'མི་བདེན།',
  'volunteering.judge': 'ལན་འདེབས།',
  'volunteering.judge.upheld': 'བདེན། ཐོ་འདི་མི་རྩི།',
  'volunteering.judge.upheld.all': 'བདེན།',
  'volunteering.judge.refused': 'མི་བདེན།',
  'volunteering.judge.which': 'དོགས་གཞི་བདེན་ནམ།',
  'volunteering.judge.words': 'ལན་ཇི་ལྟར་འདེབས་སམ།',
  'volunteering.settle': 'བསགས་སྐར་སྤྲོད།',
  'volunteering.settle.sure': 'ད་ལྟ་བསགས་སྐར་སྤྲོད་དམ།',
  'volunteering.settle.lead':
    'མིང་ཐོ་འདི་ལྟར་ཏང་ཡོན་དང་ལས་ཁུངས་ལ་དུས་གཅིག་ཏུ་བསགས་སྐར་དང་དུས་ཡུན་འགོད། སྤྱི་བསྒྲགས་དུས་ཚད་ཚང་ན་རང་འགུལ་གྱིས་ཀྱང་སྤྲོད།',
};
