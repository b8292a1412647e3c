/** Words of tickets, in Tibetan. Machine draft, to be signed by a native reader. */
import type { SameKeys } from '..';
import type { tickets as zh } from '../zh/tickets';

export const tickets: SameKeys<typeof zh> = {
  'mine.title': 'ངའི་དོན།',
  'open.title': 'དཀའ་ངལ་ཞུ་བ།',
  'detail.title': 'ངས་ཞུས་པའི་དོན།',
  'act.title': 'སྒྲུབ་པ།',
  'queue.title': 'ལས་ཀའི་སྟེགས།',
  'desk.title': 'སྡེ་ཁུལ་ལས་ཀའི་སྟེགས།',

  'stage.submitted': 'ལེན་རྒྱུར་སྒུག་པ།',
  'stage.accepted': 'ལེན་ཟིན།',
  'stage.working': 'སྒྲུབ་བཞིན་པ།',
  'stage.resolved': 'གཟིགས་རོགས།',
  'stage.reopened': 'བསྐྱར་སྒྲུབ།',
  'stage.verified': 'མཇུག་བསྡུས།',
  'stage.confirmed': 'ཐག་ཆོད་སོང་།',
  'stage.declined': 'བདག་ལེན་མ་བྱས།',
  'stage.withdrawn': 'ཕྱིར་འཐེན།',
  'progress.label': 'བྱ་རིམ། {stage}',

  'mine.filter': 'འདེམས་པ།',
  'mine.open': 'སྒྲུབ་བཞིན་པ།',
  'mine.closed': 'སྒྲུབ་ཟིན་པ།',
  'mine.empty.open': 'སྒྲུབ་བཞིན་པའི་དོན་མེད།',
  'mine.empty.closed': 'སྒྲུབ་ཟིན་པའི་དོན་མེད།',
  'mine.empty.hint': 'དཀའ་ངལ་ཡོད་ན་ཤོད་རོགས། དྲ་མིག་པས་སྒྲུབ་ཡོང་།',
  'mine.follow': 'འཚོལ་གྲངས་ཀྱིས་འཚོལ་བ།',
  'mine.follow.lead': 'ཞུ་སྐབས་སྤྲད་པའི་ཨང་རྟགས་དང་འཚོལ་གྲངས་འབྲི་རོགས།',
  'mine.follow.number': 'ཨང་རྟགས།',
  'mine.follow.number.placeholder': '20261123-0007',
  'mine.follow.number.hint': 'ཨང་རྟགས་ཀྱི་ཨང་ཀི་ཁོ་ན་བྲིས་ན་ཡང་ཆོག',
  'mine.follow.code': 'འཚོལ་གྲངས།',
  'mine.follow.code.hint': 'ཡིག་འབྲུ་དང་གྲངས་ཀ་ ༡༠',
  'mine.follow.verb': 'འཕེལ་རིམ་འཚོལ་བ།',
  'mine.kept': 'ཁ་པར་འདིས་ངེས་པ།',
  'mine.end': 'མཇུག་ཟིན།',
  'mine.waiting': 'གཏོང་རྒྱུར་སྒུག་པ།',
  'mine.waiting.hint': 'དྲ་རྒྱ་ཡོད་དུས་རང་འགུལ་གྱིས་གཏོང་།',
  'mine.openedAt': '{when} ཞུས།',
  'followUp.calm': 'སྡེ་ཁུལ་གྱིས་ཕྱིར་འདྲི་བཀོད་སྒྲིག་བྱེད་བཞིན།',
};
