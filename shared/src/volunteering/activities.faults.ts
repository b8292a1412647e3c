/** Faults of activities: planned, signed up for, attended, confirmed and awarded. */
import { faults } from '../kernel/fault';

export const ACTIVITY_FAULTS = faults({
  ACTIVITY_ATTENDED: {
    status: 409,
    says: { zh: '已经有人签到了，活动不能再取消。', bo: 'མི་ཁ་ཤས་སླེབས་ཐོ་བཀོད་ཟིན་པས་བྱེད་སྒོ་མེད་པར་བཟོ་མི་ཆོག' },
  },
  ACTIVITY_KIND_UNKNOWN: {
    status: 422,
    says: { zh: '请选一个现有的服务类别。', bo: 'ད་ལྟ་ཡོད་པའི་ཞབས་ཞུའི་རིགས་ཤིག་འདེམས་རོགས།' },
  },
  ACTIVITY_ORGANISER_UNKNOWN: {
    status: 422,
    says: { zh: '组织者要是本社区的人，请重新选。', bo: 'གོ་སྒྲིག་པ་སྡེ་ཁུལ་འདིའི་མི་ཡིན་དགོས། བསྐྱར་དུ་འདེམས་རོགས།' },
  },
  ACTIVITY_PLACES_TAKEN: {
    status: 409,
    says: { zh: '已报名的人比这个名额多，请把名额改大一些。', bo: 'མིང་ཐོ་བཀོད་པའི་མི་འདི་ལས་མང་། མི་གྲངས་མང་དུ་བཏང་རོགས།' },
  },
  ACTIVITY_TIMES_WRONG: {
    status: 422,
    says: {
      zh: '时间不对：报名截止不晚于开始，结束在开始之后、不超过一天，开始要在以后。',
      bo: 'དུས་ཚོད་མི་འགྲིག མིང་ཐོའི་མཚམས་འགོ་འཛུགས་པའི་སྔོན་དང་། མཇུག་འགོ་འཛུགས་རྗེས་ཉིན་གཅིག་ནང་། འགོ་འཛུགས་ད་རྗེས་ཡིན་དགོས།',
    },
  },
  ACTIVITY_WRONG_STAGE: {
    status: 409,
    says: { zh: '活动现在不在这一步，请刷新看看。', bo: 'བྱེད་སྒོ་ད་ལྟ་རིམ་པ་འདིར་མེད། གསར་བརྗེས་ནས་གཟིགས་རོགས།' },
  },
  SIGN_UP_MISSING: {
    status: 409,
    says: { zh: '您没有报名这次活动，请找组织者帮忙。', bo: 'ཁྱེད་ཀྱིས་བྱེད་སྒོ་འདིར་མིང་ཐོ་བཀོད་མེད། གོ་སྒྲིག་པར་རོགས་རམ་ཞུ་རོགས།' },
  },
  SIGN_UP_TWICE: {
    status: 409,
    says: { zh: '您已经报过名了。', bo: 'ཁྱེད་ཀྱིས་མིང་ཐོ་བཀོད་ཟིན།' },
  },
});
