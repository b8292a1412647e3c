/** What the device draws is what WeChat's own compiler renders of the same data, on every page that a resident and a worker pass. */
import type { PageName } from '../../src/platform/pages';
import type { Person } from './person';
import type { Phone } from './phone';
import { residentFiles } from './colleagues';
import { DIST } from './server';
import { openStudio, somebody } from './studio';
import { canRunWcc, drawnTree, tidied, wccRenderer, type Tree } from './wcc';

openStudio();

const renders = canRunWcc ? wccRenderer(DIST) : undefined;

/** Not on other machines; on a build machine it must run. */
const onLinux = canRunWcc || process.env.CI === 'true' ? it : it.skip;

const drawnBy = async ({ screen }: Phone): Promise<Tree[]> => tidied((await screen.frame?.evaluate(drawnTree)) ?? []);

async function drawnAsByWechat({ phone }: Person): Promise<void> {
  await phone.screen.settles();
  const page = phone.top;
  if (!page || !renders) throw new Error('there is nothing to compare');
  const drawn = await drawnBy(phone);
  expect(JSON.stringify(drawn)).toContain('wx-view');
  expect(drawn).toEqual(renders(page.route, page.data));
}

async function walks(account: string, pages: PageName[], query = ''): Promise<void> {
  const reader = await somebody();
  await reader.isLoggedIn(account);
  reader.phone.launch();
  for (const page of pages) {
    reader.phone.goes(page, query);
    await reader.comesTo(page);
    await drawnAsByWechat(reader);
  }
  await reader.leaves();
}

onLinux('the same tree as wcc’s, on each page of a resident', () =>
  walks('resident', ['home/home', 'tickets/mine', 'notices/inbox', 'identity/me', 'tickets/open', 'cards/scan']),
);

onLinux('the same tree as wcc’s, on each page of a grid worker', async () => {
  const { id } = await residentFiles(`同一棵树 ${Date.now()}`);
  await walks('worker', ['home/home', 'tickets/queue', 'grids/grid', 'grids/household', 'tickets/detail'], `id=${id}`);
});

onLinux('another page’s data is another tree', async () => {
  const reader = await somebody();
  await reader.isLoggedIn('resident');
  reader.phone.launch();
  await reader.comesTo('home/home');
  const page = reader.phone.top;
  const drawn = await drawnBy(reader.phone);
  expect(drawn).not.toEqual(renders?.(page?.route ?? '', { root: { cn: page?.data.root?.cn?.slice(1) } }));
  await reader.leaves();
});
