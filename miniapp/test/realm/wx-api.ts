/** The part of `wx` that our build may count on; anything else is missing here as it would be on an old phone. */
import crypto from 'node:crypto';
import { answering, type WxCall } from './wx-answer';
import { requesting, type Network } from './wx-request';
import { copied, type Data, type Launch, type OwnBytes, type WxOptions } from './wx-types';

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
  own: OwnBytes;
  size: Size;
}

/** Of the glass, in px. */
export interface Size {
  width: number;
  height: number;
}

export const SCREEN: Size = { width: 390, height: 844 };

const STATUS_BAR = 47;

/** Where WeChat draws its own things over a page with a bar of its own. */
const capsuleOn = ({ width }: Size) => ({
  width: 87,
  height: 32,
  top: 51,
  right: width - 7,
  bottom: 83,
  left: width - 94,
});

const DEVICE = {
  SDKVersion: '3.8.7',
  version: '8.0.50',
  platform: 'ios',
  system: 'iOS 17',
  brand: 'realm',
  model: 'realm',
  pixelRatio: 3,
  statusBarHeight: STATUS_BAR,
  language: 'zh_CN',
  theme: 'light',
};

const deviceWith = ({ width, height }: Size) => ({
  ...DEVICE,
  ...{ screenWidth: width, screenHeight: height, windowWidth: width, windowHeight: height },
});

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

function deviceApi({ launch, network, own, size }: Ground, late: (work: (options: WxOptions) => Data) => WxCall) {
  const launched = () => ({ ...launch(), referrerInfo: {} });
  return {
    ...silent(['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'], () => () => deviceWith(size)),
    ...silent(['getLaunchOptionsSync', 'getEnterOptionsSync'], () => launched),
    getMenuButtonBoundingClientRect: () => capsuleOn(size),
    getNetworkType: late(() => ({ networkType: network.type })),
    onNetworkStatusChange: network.listen.bind(network),
    offNetworkStatusChange: network.unlisten.bind(network),
    getRandomValues: late(({ length }) => ({ randomValues: own(crypto.randomBytes(Number(length))) })),
    canIUse: () => true,
    nextTick: (work: () => void) => queueMicrotask(work),
  };
}

/** The `wx` of one run of the app. */
export function wxApi(ground: Ground): Data {
  const { pages, storage, network, lives, complain, own } = ground;
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
    request: requesting(network, answer, complain, own),
    navigateTo: going(({ url = '' }) => pages.navigateTo(url)),
    redirectTo: going(({ url = '' }) => pages.redirectTo(url)),
    reLaunch: going(({ url = '' }) => pages.reLaunch(url)),
    navigateBack: going(({ delta = 1 }) => pages.navigateBack(delta)),
  };
}
