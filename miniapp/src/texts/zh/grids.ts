/** Words of grids. */
export const grids = {
  'grid.title': '我的网格',
  'household.title': '住户',
  'served.title': '我联系的住户',
  'bindings.title': '住户确认',
  'imports.title': '表格导入',
  'import.title': '这次导入',
  'leave.title': '请假与替班',
} as const;
