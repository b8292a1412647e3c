/** Every page there is, as data: where its file lies, which package carries it, its title and its address in a browser. */

export interface PageSpec {
  /** Key of its title in the texts. */
  title: string;
  /** Its address on H5. */
  address: string;
  /** Tabs and the scan page come with the first download; every other page in its domain's sub-package. */
  main?: true;
}

export const PAGES = {
  'home/home': { title: 'home.title', address: '/', main: true },
  'tickets/mine': { title: 'tickets.mine.title', address: '/tickets', main: true },
  'notices/inbox': { title: 'notices.inbox.title', address: '/inbox', main: true },
  'identity/me': { title: 'identity.me.title', address: '/me', main: true },
  'cards/scan': { title: 'cards.scan.title', address: '/card', main: true },
  'home/lost': { title: 'home.lost.title', address: '/lost' },
  'tickets/open': { title: 'tickets.open.title', address: '/tickets/new' },
  'tickets/detail': { title: 'tickets.detail.title', address: '/tickets/one' },
  'tickets/act': { title: 'tickets.act.title', address: '/tickets/act' },
  'tickets/request': { title: 'tickets.request.title', address: '/requests/one' },
  'tickets/calendar': { title: 'tickets.calendar.title', address: '/calendar' },
  'tickets/deadlines': { title: 'tickets.deadlines.title', address: '/deadlines' },
  'tickets/handover': { title: 'tickets.handover.title', address: '/handover' },
  'tickets/queue': { title: 'tickets.queue.title', address: '/queue' },
  'tickets/desk': { title: 'tickets.desk.title', address: '/desk' },
  'identity/login': { title: 'identity.login.title', address: '/login' },
  'identity/password': { title: 'identity.password.title', address: '/password' },
  'grids/grid': { title: 'grids.grid.title', address: '/grid' },
  'grids/household': { title: 'grids.household.title', address: '/household' },
  'grids/served': { title: 'grids.served.title', address: '/served' },
  'grids/bindings': { title: 'grids.bindings.title', address: '/bindings' },
  'grids/imports': { title: 'grids.imports.title', address: '/imports' },
  'grids/import': { title: 'grids.import.title', address: '/imports/one' },
  'grids/leave': { title: 'grids.leave.title', address: '/leave' },
  'cards/issue': { title: 'cards.issue.title', address: '/cards/issue' },
  'cards/print': { title: 'cards.print.title', address: '/cards/print' },
  'cards/show': { title: 'cards.show.title', address: '/cards/show' },
  'points/mine': { title: 'points.mine.title', address: '/points' },
  'rewards/offers': { title: 'rewards.offers.title', address: '/offers' },
  'rewards/offer': { title: 'rewards.offer.title', address: '/offers/one' },
  'rewards/mine': { title: 'rewards.mine.title', address: '/redemptions' },
  'rewards/code': { title: 'rewards.code.title', address: '/redemptions/one' },
  'rewards/counter': { title: 'rewards.counter.title', address: '/counter' },
  'rewards/today': { title: 'rewards.today.title', address: '/counter/today' },
  'setup/home': { title: 'setup.home.title', address: '/setup' },
  'setup/community': { title: 'setup.community.title', address: '/setup/community' },
  'setup/grids': { title: 'setup.grids.title', address: '/setup/grids' },
  'setup/accounts': { title: 'setup.accounts.title', address: '/setup/accounts' },
  'setup/stations': { title: 'setup.stations.title', address: '/setup/stations' },
  'setup/partners': { title: 'setup.partners.title', address: '/setup/partners' },
  'setup/categories': { title: 'setup.categories.title', address: '/setup/categories' },
  'setup/roles': { title: 'setup.roles.title', address: '/setup/roles' },
  'volunteering/units': { title: 'work.home.units', address: '/units' },
  'volunteering/unit': { title: 'home.unit.title', address: '/unit' },
  'setup/retention': { title: 'setup.retention.title', address: '/setup/retention' },
  'volunteering/activities': { title: 'volunteering.activities.title', address: '/activities' },
  'volunteering/activity': { title: 'volunteering.activity.title', address: '/activities/one' },
  'volunteering/plan': { title: 'volunteering.plan.title', address: '/activities/plan' },
  'volunteering/scan': { title: 'volunteering.scan.title', address: '/check-in' },
  'volunteering/code': { title: 'volunteering.code.title', address: '/activities/code' },
  'volunteering/board': { title: 'volunteering.board.title', address: '/activities/board' },
  'volunteering/call': { title: 'volunteering.call.title', address: '/activities/call' },
  'volunteering/notice': { title: 'volunteering.notice.title', address: '/activities/notice' },
  'volunteering/service': { title: 'volunteering.service.title', address: '/service' },
} as const satisfies Record<string, PageSpec>;

export type PageName = keyof typeof PAGES;

export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

export const isMain = (page: PageName): boolean => 'main' in PAGES[page];

/** The file of a page, as Taro and WeChat name it; a page of the first download may not lie in a sub-package's folder. */
export const pagePath = (page: PageName): string => `${isMain(page) ? 'first' : 'features'}/${page}/index`;

/** The page that a path of Taro's or WeChat's belongs to. */
export const pageAt = (path: string): PageName | undefined => {
  const bare = path.replace(/^\//, '').split('?')[0];
  return PAGE_NAMES.find((page) => pagePath(page) === bare || PAGES[page].address === `/${bare}`);
};

/** A sub-package for each domain: its folder, and its pages as files below it. */
export function subPackages(): { root: string; pages: string[] }[] {
  const roots = new Map<string, string[]>();
  for (const page of PAGE_NAMES.filter((one) => !isMain(one))) {
    const [domain = '', name = ''] = page.split('/');
    const root = `features/${domain}`;
    roots.set(root, [...(roots.get(root) ?? []), `${name}/index`]);
  }
  return [...roots].map(([root, pages]) => ({ root, pages }));
}
