/** Faults of identity: sessions, accounts, consent. */
import { faults } from '../kernel/fault';

export const IDENTITY_FAULTS = faults({
  ACCOUNT_LOCKED: {
    status: 429,
    says: {
      zh: '输错次数太多，账号已锁定，请 15 分钟后再试。',
      bo: 'ཐེངས་མང་ནོར་བས་ཐོ་ཁོངས་སྒོ་ལྕགས་བརྒྱབ་ཟིན། སྐར་མ་ ༡༥ རྗེས་ཚོད་ལྟ་བྱོས།',
    },
  },
  CREDENTIALS_WRONG: {
    status: 401,
    says: { zh: '账号或密码不对。', bo: 'ཐོ་ཁོངས་སམ་གསང་གྲངས་ནོར་འདུག' },
  },
  PASSWORD_TOO_WEAK: {
    status: 422,
    says: {
      zh: '密码太简单：至少 10 个字，含字母、数字、符号中的三类，且不是常用密码。',
      bo: 'གསང་གྲངས་སྟབས་བདེ་དྲགས་འདུག ཉུང་མཐར་ཡིག་འབྲུ་ ༡༠ དང་། ཡིག་འབྲུ་དང་གྲངས་ཀ་མཚོན་རྟགས་འདྲེས་མ་དགོས།',
    },
  },
  PASSWORD_MUST_CHANGE: {
    status: 403,
    says: { zh: '请先改掉初始密码。', bo: 'སྔོན་ལ་ཐོག་མའི་གསང་གྲངས་བརྗེ་རོགས།' },
  },
  WECHAT_CODE_INVALID: {
    status: 422,
    says: { zh: '微信登录没有成功，请再点一次。', bo: 'སྐད་འཕྲིན་ནང་འཇུག་མ་གྲུབ། ཡང་བསྐྱར་གནོན་རོགས།' },
  },
  WECHAT_REFUSED: {
    status: 403,
    says: {
      zh: '微信拒绝了这次登录，请改用联络卡或打社区电话。',
      bo: 'སྐད་འཕྲིན་གྱིས་ནང་འཇུག་འདི་ཁས་མ་བླངས། བྱང་བུ་ཕྱར་བའམ་སྡེ་ཁུལ་ལ་ཁ་པར་གཏོང་།',
    },
  },
});
