/** Faults of points. */
import { faults } from '../kernel/fault';

export const POINT_FAULTS = faults({
  ADJUSTMENT_ALREADY_DECIDED: {
    status: 409,
    says: { zh: '这条更正已经决定过了。', bo: 'བཅོས་པ་འདི་ཐག་བཅད་ཟིན།' },
  },
  ADJUSTMENT_NEEDS_ANOTHER: {
    status: 403,
    says: { zh: '更正要由另一个人来决定。', bo: 'བཅོས་པ་མི་གཞན་ཞིག་གིས་ཐག་གཅོད་དགོས།' },
  },
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
