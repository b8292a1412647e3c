/** The production weapp build starts where there is only WeChat, and shows its first page and every tab from the running server. */
import fs from 'node:fs';
import path from 'node:path';
import { TEXTS } from '../../src/texts';
import { pagePath, type PageName } from '../../src/platform/pages';
import { tabsOf } from '../../src/ui/tab-bar';
import { Realm } from './realm';
import type { TreeNode } from './wx-types';

const BASE_URL = process.env.BASE_URL ?? '';
const DIST = process.env.WEAPP_DIST ?? path.resolve(__dirname, '../../dist/weapp');

const words = (key: string): string => TEXTS.zh[key] ?? key;

const TAB_PAGES: PageName[] = ['home/home', 'tickets/mine', 'notices/inbox', 'identity/me'];

let realm: Realm;

const tapped = (node: TreeNode): void => {
  const target = { id: node.uid ?? node.sid, dataset: { sid: node.uid ?? node.sid } };
  realm.stack.top?.eh?.({ type: 'tap', timeStamp: Date.now(), detail: {}, target, currentTarget: target });
};

const textOf = (node: TreeNode): string => (node.v ?? '') + (node.cn ?? []).map(textOf).join('');

/** By its whole word, since 我的 begins 我的事; an unread count does not belong to it. */
const tabNamed = (name: string): TreeNode | undefined =>
  realm.nodes().find(
    (node) =>
      /(^| )tab( |$)/.test(node.cl ?? '') &&
      textOf(node)
        .replace(/\d+\+?/, '')
        .trim() === name,
  );

/** Words inside the page's own content: neither its title, nor the tab bar, nor the verbs at its foot. */
function contentText(): string {
  const content = realm.nodes().find((node) => /(^| )page-content( |$)/.test(node.cl ?? ''));
  return content ? textOf(content) : '';
}

const isLoading = (): boolean => realm.nodes().some(({ cl }) => /\bbone\b/.test(cl ?? ''));

/** Waits until the page on top is `page`, has loaded, and shows `words` in its content. */
async function shows(page: PageName, found: string): Promise<void> {
  await realm.until(`page ${page}`, () => realm.stack.top?.route === pagePath(page));
  await realm.until(`“${found}” on ${page}`, () => !isLoading() && contentText().includes(found));
  expect(contentText()).not.toContain(words('app.state.error'));
}

let token = '';

async function ask<T>(path: string): Promise<T> {
  const reply = await fetch(`${BASE_URL}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await reply.json()) as T;
}

interface Listed {
  items: { id: string; title: string; name: { zh: string }; facts: { title: string } }[];
}

/** The first of a list that the server answers to whoever is logged in. */
async function first(path: string): Promise<Listed['items'][number]> {
  const [found] = (await ask<Listed>(path)).items;
  if (!found) throw new Error(`${path} is empty`);
  return found;
}

async function logIn(role: string): Promise<void> {
  const demo = (await (await fetch(`${BASE_URL}/api/v1/demo`)).json()) as {
    accounts: { account: string; role: string }[];
  };
  const account = demo.accounts.find((one) => one.role === role)?.account;
  const reply = await fetch(`${BASE_URL}/api/v1/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  ({ token } = (await reply.json()) as { token: string });
  realm.storage.set('sg.session', { token, personId: null });
}

beforeAll(() => {
  if (!BASE_URL)
    throw new Error('BASE_URL is not set: start the server and give its address, e.g. http://127.0.0.1:3000');
  if (!fs.existsSync(path.join(DIST, 'app.json')))
    throw new Error(`no weapp build in ${DIST}: npm run build:weapp first`);
});

beforeEach(() => {
  realm = new Realm(DIST);
});

afterEach(() => {
  realm.dispose();
});

describe('the mini-program in a realm with only what WeChat has', () => {
  it('shows the first page to somebody who is not logged in', async () => {
    realm.launch();
    await realm.until('the tab bar', () => realm.text().includes(words('app.tab.me')));
    expect(realm.stack.top?.route).toBe(pagePath('home/home'));
    expect(realm.errors).toEqual([]);
  });

  it('opens each tab by a tap, as a resident, with what the server answers', async () => {
    await logIn('resident');
    const { household } = await ask<{ household: { address: string } }>('/me');
    const { worker } = await ask<{ worker: { displayName: string } }>('/cards/current');
    const ticket = await first('/me/tickets?state=open');
    const notice = await first('/me/notices');
    const said: Record<string, string> = {
      home: worker.displayName,
      mine: ticket.title,
      inbox: notice.facts.title,
      me: household.address,
    };
    realm.launch();
    await realm.until('the resident’s tabs', () => tabNamed(words('app.tab.inbox')) !== undefined);
    for (const [at, tab] of tabsOf('resident').entries()) {
      const node = tabNamed(words(`app.tab.${tab}`));
      if (!node) throw new Error(`no tab ${tab}`);
      if (tab !== 'home') tapped(node);
      await shows(TAB_PAGES[at] ?? 'home/home', said[tab] ?? '');
    }
    expect(realm.errors).toEqual([]);
  });

  it('shows a grid worker the queue and a ticket of it', async () => {
    await logIn('grid_worker');
    const { id, title } = await first('/tickets?queue=to_do');
    realm.launch();
    await realm.until('the worker’s tabs', () => tabNamed(words('app.tab.queue')) !== undefined);
    const tab = tabNamed(words('app.tab.queue'));
    if (tab) tapped(tab);
    await shows('tickets/queue', title);
    realm.stack.navigateTo(`/${pagePath('tickets/detail')}?id=${id}`);
    await shows('tickets/detail', title);
    expect(realm.errors).toEqual([]);
  });

  it('shows a resident the form with the categories of the community', async () => {
    await logIn('resident');
    const { name } = await first('/ticket-categories');
    realm.launch();
    await realm.until('the resident’s tabs', () => tabNamed(words('app.tab.inbox')) !== undefined);
    realm.stack.navigateTo(`/${pagePath('tickets/open')}`);
    await shows('tickets/open', name.zh);
    expect(realm.errors).toEqual([]);
  });
});
