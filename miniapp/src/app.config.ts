/** The app's configuration, made from the table of pages. */
import { PAGE_NAMES, isMain, pagePath, subPackages } from './platform/pages';

const apart = subPackages();

export default {
  pages: PAGE_NAMES.filter(isMain).map(pagePath),
  subPackages: apart,
  preloadRule: {
    [pagePath('home/home')]: { network: 'all', packages: apart.map(({ root }) => root) },
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '七在网格',
    backgroundColor: '#F6F2EC',
    backgroundTextStyle: 'dark',
  },
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '签到时看看您是不是在活动地点，只用这一次' } },
  darkmode: true,
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
};
