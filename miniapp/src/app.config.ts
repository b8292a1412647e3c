/** The app's configuration, made from the table of pages. */
import { PAGE_NAMES, isMain, pagePath } from './platform/pages';

const apart = PAGE_NAMES.filter((page) => !isMain(page));

export default {
  pages: PAGE_NAMES.filter(isMain).map(pagePath),
  subPackages: apart.map((page) => ({ root: `features/${page}`, pages: ['index'] })),
  preloadRule: {
    [pagePath('home/home')]: { network: 'all', packages: apart.map((page) => `features/${page}`) },
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '七在网格',
    backgroundColor: '#F6F2EC',
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
};
