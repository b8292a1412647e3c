/** Titles of the pages of volunteering; their other words travel apart. */
export const volunteering = {
  'activities.title': '志愿活动',
  'activity.title': '活动',
  'service.title': '我的服务',
  'plan.title': '发起活动',
  'scan.title': '签到',
  'code.title': '签到码',
  'board.title': '到场情况',
  'call.title': '点名',
  'notice.title': '名单公示',
} as const;
