/** Words of identity. */
export const identity = {
  'me.title': '我的',
  'login.title': '登录',
  'password.title': '修改密码',
} as const;
