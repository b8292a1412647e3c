/** The part of `wx` that our build may count on; anything else is missing here as it would be on an old phone. */
import crypto from 'node:crypto';
import { copied, type Data, type RequestOptions, type WxOptions } from './wx-types';

export interface Pages {
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  reLaunch(url: string): void;
  navigateBack(delta: number): void;
}

const SCREEN = { width: 390, height: 844, statusBar: 47 };

const DEVICE = {
  SDKVersion: '3.8.7',
  version: '8.0.50',
  platform: 'ios',
  system: 'iOS 17',
  brand: 'realm',
  model: 'realm',
  pixelRatio: 3,
  screenWidth: SCREEN.width,
  screenHeight: SCREEN.height,
  windowWidth: SCREEN.width,
  windowHeight: SCREEN.height,
  statusBarHeight: SCREEN.statusBar,
  language: 'zh_CN',
  theme: 'light',
};

/** Answers late, as WeChat does, by success or fail and then complete. */
function answer(options: WxOptions, work: () => Data | void): void {
  queueMicrotask(() => {
    let result: Data;
    try {
      result = { errMsg: 'ok', ...work() };
      options.success?.(result);
    } catch (error) {
      result = { errMsg: `fail ${(error as Error).message}` };
      options.fail?.(result);
    }
    options.complete?.(result);
  });
}

const late =
  (work: (options: WxOptions) => Data | void = () => undefined) =>
  (options: WxOptions = {}): void =>
    answer(options, () => work(options));

function storageApi(kept: Map<string, unknown>) {
  return {
    getStorageSync: (key: string) => (kept.has(key) ? copied(kept.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void kept.set(key, copied(value)),
    removeStorageSync: (key: string) => void kept.delete(key),
  };
}

/** Whatever address was built in, the server under test answers. */
const atServer = (url: string): string => url.replace(/^https?:\/\/[^/]+/, process.env.BASE_URL ?? '');

/** `wx.request` over the machine's own network, to the real server. */
function request(options: RequestOptions): Data {
  const body = options.method === 'GET' || options.data === undefined ? undefined : JSON.stringify(options.data);
  const asked = fetch(atServer(options.url), { method: options.method ?? 'GET', headers: options.header, body });
  void asked.then(
    async (reply) => {
      const text = await reply.text();
      const isJson = /json/.test(reply.headers.get('content-type') ?? '') && text !== '';
      answer(options, () => ({ statusCode: reply.status, header: {}, data: isJson ? JSON.parse(text) : text }));
    },
    (error: Error) =>
      answer(options, () => {
        throw error;
      }),
  );
  return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
}

const LISTENERS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'NetworkStatusChange'],
  ...['WindowResize', 'MemoryWarning', 'KeyboardHeightChange'],
].flatMap((event) => [`on${event}`, `off${event}`]);

const DULL = ['setNavigationBarTitle', 'stopPullDownRefresh', 'pageScrollTo', 'makePhoneCall', 'login', 'hideKeyboard'];

const silent = (names: string[], make: () => unknown): Data => Object.fromEntries(names.map((name) => [name, make()]));

function deviceApi(home: string) {
  const launch = () => ({ path: home, query: {}, scene: 1001, referrerInfo: {} });
  return {
    ...silent(['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'], () => () => DEVICE),
    ...silent(['getLaunchOptionsSync', 'getEnterOptionsSync'], () => launch),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 }),
    getNetworkType: late(() => ({ networkType: 'wifi' })),
    getRandomValues: late(({ length }) => {
      const bytes = crypto.randomBytes(Number(length));
      return { randomValues: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => queueMicrotask(work),
  };
}

/** The `wx` of one realm. */
export const wxApi = (pages: Pages, home: string, kept: Map<string, unknown>): Data => ({
  ...deviceApi(home),
  ...storageApi(kept),
  ...silent(LISTENERS, () => () => undefined),
  ...silent(DULL, () => late()),
  request,
  navigateTo: late(({ url = '' }) => pages.navigateTo(url)),
  redirectTo: late(({ url = '' }) => pages.redirectTo(url)),
  reLaunch: late(({ url = '' }) => pages.reLaunch(url)),
  navigateBack: late(({ delta = 1 }) => pages.navigateBack(delta)),
});
