/** Faults of grids: households, bindings, leave. */
import { faults } from '../kernel/fault';

export const GRID_FAULTS = faults({
  BINDING_ALREADY_DECIDED: {
    status: 409,
    says: { zh: '这条绑定申请已经处理过了。', bo: 'སྦྲེལ་མཐུད་རེ་ཞུ་འདི་ཐག་གཅོད་བྱས་ཟིན།' },
  },
  BINDING_ALREADY_ASKED: {
    status: 409,
    says: { zh: '您已经申请过了，请等网格员确认。', bo: 'ཁྱེད་ཀྱིས་རེ་ཞུ་བྱས་ཟིན། དྲ་མིག་པའི་ངོས་འཛིན་སྒུག་རོགས།' },
  },
  BINDING_CARD_NEEDED: {
    status: 422,
    says: { zh: '请先扫一扫家里的联络卡。', bo: 'སྔོན་ལ་ཁྱིམ་གྱི་འབྲེལ་གཏུགས་བྱང་བུ་ཕྱར་རོགས།' },
  },
  LEAVE_BACKWARDS: {
    status: 422,
    says: { zh: '结束日期不能早于开始日期。', bo: 'མཇུག་སྡུད་ཚེས་གྲངས་འགོ་འཛུགས་ལས་སྔ་མི་ཆོག' },
  },
  LEAVE_OVERLAPS: {
    status: 409,
    says: { zh: '这几天已经登记过请假了。', bo: 'ཉིན་འདི་དག་གི་དགོངས་པ་ཐོ་འགོད་བྱས་ཟིན།' },
  },
  NO_BACKUP: {
    status: 409,
    says: { zh: '没有可以顶班的人，请先安排后备网格员。', bo: 'ཚབ་བྱེད་མི་མེད། སྔོན་ལ་དྲ་མིག་པའི་ཚབ་བཀོད་སྒྲིག་བྱོས།' },
  },
});
