/** Words of grids. */
export const grids = {
  'grid.title': '我的网格',
  'household.title': '住户',
  'served.title': '我联系的住户',
  'bindings.title': '住户确认',
  'leave.title': '请假与替班',
} as const;
