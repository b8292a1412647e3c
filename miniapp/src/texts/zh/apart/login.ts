/** Words of logging in and changing the password: only sub-packages say them. */
export const login = {
  'identity.login.wechat': '微信一键登录',
  'identity.login.wechat.hint': '居民用微信登录，不用记密码。',
  'identity.login.account': '账号',
  'identity.login.password': '密码',
  'identity.login.password.hint': '网格员和社区工作人员用账号登录。',
  'identity.login.verb': '登录',
  'identity.login.resident': '居民不用账号：扫一扫家门口的联络卡就能反映。',
  'identity.login.forgot': '忘了密码，请找社区管理员重设。',
  'identity.login.wechatFailed': '微信没有答应，请再点一次。',
  'identity.password.lead': '第一次登录，请换成自己的密码。',
  'identity.password.lead.again': '换好后，别的手机和电脑上要重新登录。',
  'identity.password.current': '现在的密码',
  'identity.password.next': '新密码',
  'identity.password.next.hint': '至少 10 个字，含字母、数字、符号中的三类',
  'identity.password.repeat': '再输一遍',
  'identity.password.different': '两次输的不一样',
} as const;
