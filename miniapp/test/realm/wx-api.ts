/** The part of `wx` that our build may count on; anything else is missing here as it would be on an old phone. */
import crypto from 'node:crypto';
import { answering, type WxCall } from './wx-answer';
import { requesting, type Network } from './wx-request';
import { copied, type Data, type Launch, type WxOptions } from './wx-types';

export interface Pages {
  navigateTo(url: string): void;
  redirectTo(url: string): void;
  reLaunch(url: string): void;
  navigateBack(delta: number): void;
}

/** What the `wx` of one run stands on. */
export interface Ground {
  pages: Pages;
  launch: () => Launch;
  storage: Map<string, unknown>;
  network: Network;
  lives: () => boolean;
  complain: (words: string) => void;
}

/** px; where WeChat draws its own things over a page with a bar of its own. */
export const SCREEN = { width: 390, height: 844, statusBar: 47 };

export const CAPSULE = { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 };

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

function storageApi(kept: Map<string, unknown>) {
  return {
    getStorageSync: (key: string) => (kept.has(key) ? copied(kept.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void kept.set(key, copied(value)),
    removeStorageSync: (key: string) => void kept.delete(key),
  };
}

const LISTENERS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange'],
  ...['WindowResize', 'MemoryWarning', 'KeyboardHeightChange'],
].flatMap((event) => [`on${event}`, `off${event}`]);

/** Answered, and nothing is seen of them where nobody draws. */
const DULL = ['setNavigationBarTitle', 'stopPullDownRefresh', 'pageScrollTo', 'makePhoneCall', 'login', 'hideKeyboard'];

const silent = (names: string[], make: () => unknown): Data => Object.fromEntries(names.map((name) => [name, make()]));

function deviceApi({ launch, network }: Ground, late: (work: (options: WxOptions) => Data) => WxCall) {
  const launched = () => ({ ...launch(), referrerInfo: {} });
  return {
    ...silent(['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'], () => () => DEVICE),
    ...silent(['getLaunchOptionsSync', 'getEnterOptionsSync'], () => launched),
    getMenuButtonBoundingClientRect: () => CAPSULE,
    getNetworkType: late(() => ({ networkType: network.type })),
    onNetworkStatusChange: network.listen.bind(network),
    offNetworkStatusChange: network.unlisten.bind(network),
    getRandomValues: late(({ length }) => {
      const bytes = crypto.randomBytes(Number(length));
      return { randomValues: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => queueMicrotask(work),
  };
}

/** The `wx` of one run of the app. */
export function wxApi(ground: Ground): Data {
  const { pages, storage, network, lives, complain } = ground;
  const answer = answering(lives);
  const late =
    (work: (options: WxOptions) => Data | void): WxCall =>
    (options = {}) =>
      answer(options, () => work(options));
  // WeChat tells a page that cannot be opened in its console as well, where nobody may overlook it.
  const going = (work: (options: WxOptions) => void): WxCall =>
    late((options) => {
      try {
        work(options);
      } catch (error) {
        complain(`${(error as Error).message} (on the way to ${options.url ?? 'the page below'})`);
        throw error;
      }
    });
  return {
    ...deviceApi(ground, late),
    ...storageApi(storage),
    ...silent(LISTENERS, () => () => undefined),
    ...silent(DULL, () => late(() => undefined)),
    request: requesting(network, answer, complain),
    navigateTo: going(({ url = '' }) => pages.navigateTo(url)),
    redirectTo: going(({ url = '' }) => pages.redirectTo(url)),
    reLaunch: going(({ url = '' }) => pages.reLaunch(url)),
    navigateBack: going(({ delta = 1 }) => pages.navigateBack(delta)),
  };
}
