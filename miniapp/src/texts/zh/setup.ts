/** Titles of the pages by which a community is set up; their other words travel apart. */
export const setup = {
  'home.title': '社区设置',
  'community.title': '市、街道、社区',
  'grids.title': '网格设置',
  'accounts.title': '账号',
  'stations.title': '服务站设置',
  'partners.title': '协办单位',
  'categories.title': '诉求分类',
  'roles.title': '角色权限',
  'retention.title': '保存期限',
} as const;
