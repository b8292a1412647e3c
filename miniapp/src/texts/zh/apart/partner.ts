/** Words of outside bodies: only sub-packages say them. */
export const partner = {
  'tickets.partner.from': '谁请的',
  'tickets.partner.address': '在哪里',
  'tickets.partner.contact': '居民',
  'tickets.partner.callRequester': '打给居民',
  'tickets.partner.callOffice': '打给社区',
  'tickets.partner.due': '请在此前答复',
  'tickets.partner.reply': '答复',
  'tickets.partner.reply.lead': '写清做了什么，或者准备怎么做、什么时候做。',
  'tickets.partner.reply.words': '答复内容',
  'tickets.partner.sendBack': '退回',
  'tickets.partner.sendBack.lead': '同一件事只能退回一次，要写明依据。',
  'tickets.partner.sendBack.words': '依据和说明',
  'tickets.partner.reason': '为什么退回',
} as const;
