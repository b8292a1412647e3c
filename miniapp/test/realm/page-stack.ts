/** WeChat's stack of pages: makes them from what `Page()` was given, and applies what they push through setData. */
import type { Pages } from './wx-api';
import { copied, type AppJson, type Data, type Screen, type WxPage } from './wx-types';

/** `root.cn.[0].v` or `root.cn[0].v` → set deep in `data`, arrays and objects made on the way. */
export function setDeep(data: Data, key: string, value: unknown): void {
  const parts = key.replace(/\.?\[(\d+)\]/g, '.$1').split('.');
  let at = data;
  parts.slice(0, -1).forEach((part, i) => {
    if (typeof at[part] !== 'object' || at[part] === null) at[part] = /^\d+$/.test(parts[i + 1] ?? '') ? [] : {};
    at = at[part] as Data;
  });
  at[parts[parts.length - 1] ?? ''] = value;
}

const MOST_PAGES = 10;

/** Nobody draws. */
export const BLIND: Screen = {
  opens: () => undefined,
  changes: () => Promise.resolve(),
  shows: () => undefined,
  closes: () => undefined,
};

export class PageStack implements Pages {
  readonly pages: WxPage[] = [];
  private readonly defined = new Map<string, Data>();
  private readonly routes: string[];
  private loading = '';
  private made = 0;

  constructor(
    app: AppJson,
    private readonly load: (file: string) => void,
    private readonly screen: Screen = BLIND,
  ) {
    this.routes = [
      ...app.pages,
      ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((p) => `${root}/${p}`)),
    ];
  }

  get top(): WxPage | undefined {
    return this.pages[this.pages.length - 1];
  }

  /** `Page()` or a page's `Component()` was called by the file being loaded. */
  define(hooks: Data): void {
    if (this.routes.includes(this.loading)) this.defined.set(this.loading, hooks);
  }

  private hooksOf(route: string): Data {
    if (!this.routes.includes(route)) throw new Error(`page "${route}" is not in app.json`);
    if (!this.defined.has(route)) {
      this.loading = route;
      this.load(`${route}.js`);
    }
    const hooks = this.defined.get(route);
    if (!hooks) throw new Error(`${route} never called Page()`);
    return hooks;
  }

  private open(url: string): void {
    const [route = '', query = ''] = url.replace(/^\//, '').split('?');
    const hooks = this.hooksOf(route);
    const page = { ...hooks, route, __route__: route, data: copied((hooks.data ?? {}) as Data) } as unknown as WxPage;
    const pairs = query.split('&').filter(Boolean);
    const options = Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
    page.options = options;
    page.__webviewId__ = ++this.made;
    page.setData = (patch: Data, done?: () => void) => {
      // A page that was closed has nobody to show anything to.
      if (!this.pages.includes(page)) return;
      const sent = copied(patch);
      for (const [key, value] of Object.entries(copied(patch))) setDeep(page.data, key, value);
      void this.screen.changes(page, sent).then(() => done?.call(page));
    };
    this.pages.push(page);
    this.screen.opens(page, copied(page.data));
    page.onLoad?.(options);
    page.onShow?.();
    queueMicrotask(() => page.onReady?.());
  }

  private close(): void {
    const page = this.pages.pop();
    page?.onUnload?.();
    if (page) this.screen.closes(page);
  }

  navigateTo(url: string): void {
    if (this.pages.length >= MOST_PAGES) throw new Error('webview count limit exceed');
    this.top?.onHide?.();
    this.open(url);
  }

  redirectTo(url: string): void {
    this.close();
    this.open(url);
  }

  reLaunch(url: string): void {
    while (this.pages.length > 0) this.close();
    this.open(url);
  }

  navigateBack(delta: number): void {
    for (let i = 0; i < delta && this.pages.length > 1; i++) this.close();
    if (!this.top) return;
    this.top.onShow?.();
    this.screen.shows(this.top);
  }

  /** The app is killed: its pages are gone without being asked. */
  drop(): void {
    this.pages.splice(0).forEach((page) => this.screen.closes(page));
  }
}
