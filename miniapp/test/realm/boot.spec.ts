/** The production weapp build starts where there is only WeChat, and shows its first page and every tab from the running server. */
import fs from 'node:fs';
import path from 'node:path';
import { TEXTS } from '../../src/texts';
import { PAGES, pagePath, type PageName } from '../../src/platform/pages';
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
  const { token } = (await reply.json()) as { token: string };
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
    realm.launch();
    await realm.until('the resident’s tabs', () => tabNamed(words('app.tab.inbox')) !== undefined);
    expect(tabsOf('resident')).toHaveLength(TAB_PAGES.length);
    for (const [at, tab] of tabsOf('resident').entries()) {
      const node = tabNamed(words(`app.tab.${tab}`));
      if (!node) throw new Error(`no tab ${tab}`);
      if (tab !== 'home') tapped(node);
      const page = TAB_PAGES[at] ?? 'home/home';
      await realm.until(`tab ${tab}`, () => realm.stack.top?.route === pagePath(page));
      await realm.until(
        'its content',
        () =>
          !/\bbone\b/.test(
            realm
              .nodes()
              .map((n) => n.cl)
              .join(' '),
          ),
      );
      expect(realm.text()).toContain(words(tab === 'home' ? 'app.tab.home' : PAGES[page].title));
      expect(realm.text()).not.toContain(words('app.state.error'));
    }
    expect(realm.errors).toEqual([]);
  });
});
