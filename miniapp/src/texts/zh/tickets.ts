/** Words of tickets. */
export const tickets = {
  'mine.title': '我的事',
  'open.title': '我要反映',
  'detail.title': '我反映的事',
  'act.title': '办理',
  'queue.title': '工作台',
  'desk.title': '社区工作台',
} as const;
