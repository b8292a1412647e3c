/** Faults of points. */
import { faults } from '../kernel/fault';

export const POINT_FAULTS = faults({
  POINTS_ALREADY_TAKEN_BACK: {
    status: 409,
    says: { zh: '这笔积分已经收回过了。', bo: 'བསགས་སྐར་འདི་ཕྱིར་བསྡུས་ཟིན།' },
  },
  POINTS_NOT_ENOUGH: {
    status: 409,
    says: { zh: '可用积分不够。', bo: 'སྤྱོད་རུང་བའི་བསགས་སྐར་མི་འདང་།' },
  },
  POINTS_OF_ONESELF: {
    status: 403,
    says: { zh: '自己的积分要由别人来办。', bo: 'རང་གི་བསགས་སྐར་གཞན་གྱིས་སྒྲུབ་དགོས།' },
  },
});
