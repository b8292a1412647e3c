/** Going from page to page by name; addresses are made here only. */
import Taro from '@tarojs/taro';
import { PAGES, isMain, pagePath, type PageName } from './pages';

export type PageQueryValues = Record<string, string | number | undefined>;

/** Page and query as Taro wants them. */
export function urlOf(page: PageName, query: PageQueryValues = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return `/${pagePath(page)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** WeChat keeps ten pages; from there on a page takes the place of the last. */
const DEEPEST = 9;

export function go(page: PageName, query?: PageQueryValues): void {
  const url = urlOf(page, query);
  if (Taro.getCurrentPages().length >= DEEPEST) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Takes the place of this page: after sending a form, so that "back" does not lead into it again. */
export const replace = (page: PageName, query?: PageQueryValues): void =>
  void Taro.redirectTo({ url: urlOf(page, query) });

/** Starts afresh at `page`: tabs, log-in, log-out. */
export const restart = (page: PageName, query?: PageQueryValues): void =>
  void Taro.reLaunch({ url: urlOf(page, query) });

/** Back where one came from, or home when this page was opened by a link. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart('home/home');
}

/** Back where one came from, or on to `page` when this one was opened by a link. */
export function backOr(page: PageName, query?: PageQueryValues): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else replace(page, query);
}

export const isKnownPage = (page: string): page is PageName => page in PAGES;

export { isMain };
