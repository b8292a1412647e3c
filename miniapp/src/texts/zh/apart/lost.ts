/** Words of the page for an address that leads nowhere: only its sub-package says them. */
export const lost = {
  'home.lost.hint': '地址可能写错了，或者页面换了地方。',
  'home.lost.home': '回首页',
} as const;
