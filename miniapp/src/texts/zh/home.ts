/** Words of home. */
export const home = {
  title: '首页',
  'ask.title': '有困难，找社区',
  'ask.open': '我要反映',
} as const;
