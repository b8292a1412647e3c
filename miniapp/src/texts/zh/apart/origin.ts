/** Words of how a ticket came in and who agreed: said where one is filed and where one is read. */
export const origin = {
  'tickets.channel.mini': '手机上填的',
  'tickets.channel.card_scan': '扫联络卡',
  'tickets.channel.phone': '打电话说的',
  'tickets.channel.walk_in': '到社区说的',
  'tickets.channel.visit': '上门时说的',
  'tickets.channel.central': '党员中心户代填的',
  'tickets.consent.self': '本人',
  'tickets.consent.verbal': '口头同意',
  'tickets.consent.written': '书面同意',
  'tickets.consent.guardian': '监护人同意',
} as const;
