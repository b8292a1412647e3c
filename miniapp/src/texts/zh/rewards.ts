/** Titles of the pages of rewards, and what home says of them; their other words travel apart. */
export const rewards = {
  'offers.title': '兑换服务',
  'offer.title': '兑换项目',
  'code.title': '出示给商户',
  'mine.title': '我的兑换',
  'counter.title': '核销',
  'today.title': '今天核销的',
  'home.today': '今天核销 {n} 次',
  'home.scan.hint': '扫对方的兑换码，或输入 8 位数字',
  scan: '扫码核销',
} as const;
