/** The phone's screen in Chromium: a frame for each page, fed in order with what the page pushes, telling what a finger does there. */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page as ChromiumPage, Route } from 'playwright-core';
import type { Size } from '../realm/wx-api';
import { BUILT_FOR } from '../realm/wx-request';
import type { Data, Screen, WxPage } from '../realm/wx-types';
import { scriptOf, type Build } from './compile/build';
import type { Question } from './shell/question';
import type { ShellWindow } from './shell/shell-window';
import type { PageWindow, Said } from './view/page-window';

/** Places at which a moving finger is felt. */
const STEPS = 10;

/** Nothing outside this host is ever asked for. */
const HOST = 'phone.local';

/** Where a page finds the phone's own files. */
const PHONE_FILES = '/-/wxfile/';

const read = (file: string): string => fs.readFileSync(path.join(__dirname, file), 'utf8');

const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>page</title><style>${read('parts/look.css')}</style><body><script src="/-/page.js"></script></body></html>`;

const PICTURES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** What the screen tells: something a page handles, or the person turning back by WeChat's own arrow. */
export interface Hears {
  said: (pageId: number, said: Said) => void;
  back: () => void;
  wrong: (words: string) => void;
  /** A picture of the server's, or a file of the phone's; undefined where there is none. */
  picture: (address: string) => Promise<Buffer | undefined>;
}

export class GlassScreen implements Screen {
  /** What was sent to each page, in order. */
  private readonly queues = new Map<number, Promise<unknown>>();
  private top = 0;
  /** How much of it is not drawn yet. */
  pending = 0;

  private constructor(
    private readonly build: Build,
    private readonly context: BrowserContext,
    readonly shell: ChromiumPage,
    private readonly hears: Hears,
  ) {}

  static async light(browser: Browser, build: Build, hears: Hears, size: Size): Promise<GlassScreen> {
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    const screen = new GlassScreen(build, context, await context.newPage(), hears);
    await screen.wire();
    return screen;
  }

  private async wire(): Promise<void> {
    const { context, shell, hears } = this;
    shell.on('pageerror', (error) => hears.wrong(error.message));
    await context.route('**/*', (route) => this.serve(route));
    await context.exposeBinding('say', ({ frame }, said: string) => this.heard(frame, JSON.parse(said) as Said));
    await context.exposeBinding('ask', (_, question: Question) => this.ask(question));
    await context.exposeBinding('goBack', () => hears.back());
    await shell.goto(`http://${HOST}/`);
  }

  private heard(frame: Frame, said: Said): void {
    if ('wrong' in said) this.hears.wrong(said.wrong);
    else this.hears.said(Number(frame.name().replace('page-', '')), said);
  }

  private async servePicture(route: Route, address: string): Promise<void> {
    const body = await this.hears.picture(address);
    return body ? route.fulfill({ body }) : route.abort();
  }

  private serve(route: Route): Promise<void> {
    const { host, pathname, href } = new URL(route.request().url());
    if (href.startsWith(`${BUILT_FOR}/`)) return this.servePicture(route, href);
    if (host !== HOST) return route.abort();
    if (pathname.startsWith(PHONE_FILES)) return this.servePicture(route, pathname.replace(PHONE_FILES, 'wxfile://'));
    const own: Record<string, [string, () => string]> = {
      '/': ['text/html', () => read('shell/phone.html')],
      '/-/shell.js': ['text/javascript', () => scriptOf('shell/main.ts')],
      '/-/page': ['text/html', () => PAGE],
      '/-/page.js': ['text/javascript', () => this.build.script],
    };
    const [type, body] = own[pathname] ?? [];
    if (type && body) return route.fulfill({ contentType: `${type}; charset=utf-8`, body: body() });
    const file = path.join(this.build.package.folder, path.posix.normalize(decodeURIComponent(pathname)));
    if (!fs.existsSync(file)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: PICTURES[path.extname(file).slice(1)], path: file });
  }

  private frameOf(id: number): Frame | undefined {
    return this.shell.frame({ name: `page-${id}` }) ?? undefined;
  }

  /** The page on top as it is drawn; undefined for a moment between two pages. */
  get frame(): Frame | undefined {
    return this.frameOf(this.top);
  }

  private async drawn(id: number): Promise<Frame> {
    const named = (): Frame | undefined => this.frameOf(id);
    for (let frame = named(), tries = 0; tries < 500; frame = named(), tries++) {
      if (frame && (await frame.evaluate(() => 'mount' in window).catch(() => false))) return frame;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`page ${id} was never drawn`);
  }

  /** One after the other; what was meant for a page that is gone by then is dropped. */
  private queue(id: number, work: () => Promise<unknown>): Promise<void> {
    this.pending += 1;
    const done = (this.queues.get(id) ?? Promise.resolve())
      .then(work)
      .catch((error: Error) => {
        if (this.queues.has(id)) this.hears.wrong(error.message);
      })
      .then(() => void (this.pending -= 1));
    this.queues.set(id, done);
    return done;
  }

  opens(page: WxPage, data: Data): void {
    const { route, __webviewId__: id } = page;
    this.top = id;
    void this.queue(id, async () => {
      await this.shell.evaluate((of) => (window as unknown as ShellWindow).shell.open(of), id);
      const frame = await this.drawn(id);
      await frame.evaluate(([at, with_]) => (window as unknown as PageWindow).mount(at, with_), [route, data] as const);
      // Another page may have been opened over it before it was drawn.
      if (this.top === id) await this.bring(page);
    });
  }

  changes({ __webviewId__: id }: WxPage, patch: Data): Promise<void> {
    return this.queue(id, () =>
      (this.frameOf(id) as Frame).evaluate((of) => (window as unknown as PageWindow).patch(of), patch),
    );
  }

  shows(page: WxPage): void {
    this.top = page.__webviewId__;
    void this.queue(page.__webviewId__, () => this.bring(page));
  }

  private bring({ route, __webviewId__: id }: WxPage): Promise<void> {
    const own = this.build.views.get(route);
    const app = this.build.package.app.window;
    const bar = {
      title: own?.navigationBarTitleText ?? app?.navigationBarTitleText ?? '',
      custom: (own?.navigationStyle ?? app?.navigationStyle) === 'custom',
      back: this.shell.frames().length > 2,
    };
    return this.shell.evaluate(([of, with_]) => (window as unknown as ShellWindow).shell.show(of, with_), [
      id,
      bar,
    ] as const);
  }

  closes({ __webviewId__: id }: WxPage): void {
    const before = this.queues.get(id) ?? Promise.resolve();
    this.queues.delete(id);
    void before
      .then(() => this.shell.evaluate((of) => (window as unknown as ShellWindow).shell.close(of), id))
      .catch(() => undefined);
  }

  /** A finger comes down at x, y, moves up by so many px and is lifted. */
  async swipe(x: number, y: number, by: number): Promise<void> {
    const hand = await this.context.newCDPSession(this.shell);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
      hand.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: y - up }] });
    await touch('touchStart', 0);
    for (let step = 1; step <= STEPS; step++) await touch('touchMove', (by * step) / STEPS);
    await touch('touchEnd', by);
    await hand.detach();
  }

  toast(words: string, ms: number): void {
    void this.shell.evaluate(([of, for_]) => (window as unknown as ShellWindow).shell.toast(of, for_), [
      words,
      ms,
    ] as const);
  }

  ask(question: Question): Promise<string | null> {
    return this.shell.evaluate((of) => (window as unknown as ShellWindow).shell.ask(of), question);
  }

  /** WeChat's own viewer, at one of them. */
  showPhotos(addresses: string[], at: number): Promise<void> {
    const address = (addresses[at] ?? '').replace(/^wxfile:\/\//, PHONE_FILES);
    const place = `${at + 1} / ${addresses.length}`;
    return this.shell.evaluate(([of, to]) => (window as unknown as ShellWindow).shell.look(of, to), [
      address,
      place,
    ] as const);
  }

  /** As `wx.pageScrollTo` does: to an element, or to so many px from the top. */
  scroll(selector: string, offset: number, top: unknown): void {
    void this.frame?.evaluate(
      ([to, by, at]) => {
        const found = to ? document.querySelector(to)?.getBoundingClientRect().top : undefined;
        window.scrollTo({ top: found === undefined ? Number(at ?? 0) : found + window.scrollY + by });
      },
      [selector, offset, top] as const,
    );
  }

  /** Everything sent so far is drawn. */
  async settles(): Promise<void> {
    await Promise.all(this.queues.values());
  }

  async off(): Promise<void> {
    this.queues.clear();
    await this.context.close();
  }
}
