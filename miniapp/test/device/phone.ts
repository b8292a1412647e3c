/** A phone with WeChat and our mini-program on it: started, killed, taken off the network, photographed. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { pagePath, type PageName } from '../../src/platform/pages';
import { Realm } from '../realm/realm';
import { SCREEN, type Size } from '../realm/wx-api';
import { BUILT_FOR, Network } from '../realm/wx-request';
import type { Launch, WxPage } from '../realm/wx-types';
import type { Build } from './compile/build';
import { GlassScreen, type Hears } from './screen';
import type { Said } from './view/page-window';
import { mediaApi } from './media/media-api';
import { PhoneFiles } from './media/phone-files';
import { Permissions } from './media/wx-permissions';
import { drawnApi, type Surroundings } from './wx-drawn';

/** Where screenshots go, to be looked at. */
const ALBUM = process.env.DEVICE_SHOTS || path.join(os.tmpdir(), 'sevengrid-device');

/** The page that WeChat opens for a printed card's link, and its number for a scanned code. */
const SCANNED = { path: 'first/cards/scan/index', scene: 1011 };

export class Phone implements Surroundings {
  readonly storage = new Map<string, unknown>();
  readonly network = new Network();
  readonly files = new PhoneFiles();
  readonly permissions = new Permissions();
  /** What its camera takes, or its album offers, next. */
  readonly photos: Buffer[] = [];
  /** Whatever went wrong unseen, in any run of the app. */
  readonly wrongs: string[] = [];
  readonly dialled: string[] = [];
  clipboard = '';
  camera: string | null = null;
  screen!: GlassScreen;
  private realm: Realm | undefined;

  private constructor(
    private readonly build: Build,
    private readonly size: Size,
  ) {}

  static async switchOn(browser: Browser, build: Build, size = SCREEN): Promise<Phone> {
    const phone = new Phone(build, size);
    const hears: Hears = {
      said: (pageId, said) => phone.hear(pageId, said),
      back: () => phone.realm?.stack.navigateBack(1),
      wrong: (words) => void phone.wrongs.push(words),
      picture: (address) => phone.picture(address).catch(() => undefined),
    };
    phone.screen = await GlassScreen.light(browser, build, hears, size);
    return phone;
  }

  private hear(pageId: number, said: Said): void {
    if ('handler' in said) this.realm?.hear(pageId, said.handler, said.event);
    else if (this.top?.__webviewId__ === pageId) this.top.onReachBottom?.();
  }

  private async picture(address: string): Promise<Buffer> {
    if (address.startsWith('wxfile:')) return this.files.read(address);
    const answer = await this.network.fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  get top(): WxPage | undefined {
    return this.realm?.stack.top;
  }

  /** Something is on its way: to the server, from it, or onto the screen. */
  get busy(): boolean {
    return this.network.flying > 0 || this.screen.pending > 0;
  }

  /** Starts the app, killing the one that runs. */
  launch(at: Partial<Launch> = {}): void {
    this.kill();
    const { storage, network, screen, size, wrongs: errors } = this;
    this.realm = new Realm(this.build.package.folder, {
      storage,
      network,
      screen,
      size,
      errors,
      more: (answer, own) => ({ ...drawnApi(this, answer), ...mediaApi(this, answer, own) }),
    });
    this.realm.launch(at);
  }

  /** Opens a page as a link inside the app does. */
  goes(page: PageName, query = ''): void {
    this.realm?.stack.navigateTo(`/${pagePath(page)}?${query}`);
  }

  /** WeChat's own camera reads a printed card: the same card, printed for the address that was built in. */
  scan(link: string): void {
    const printed = link.replace(/^https?:\/\/[^/]+/, BUILT_FOR);
    this.launch({ ...SCANNED, query: { q: encodeURIComponent(printed), scancode_time: '1795000000' } });
  }

  /** The phone takes the memory back: no hook is called, and what was on its way is lost. */
  kill(): void {
    this.realm?.dispose();
    this.realm = undefined;
    this.files.forgetTemporary();
  }

  /** A finger pulls the page down, where its settings let it. */
  pullDown(): void {
    const page = this.top;
    if (!page) throw new Error('there is no page to pull down');
    if (!this.build.views.get(page.route)?.enablePullDownRefresh)
      throw new Error(`${page.route} does not say enablePullDownRefresh`);
    page.onPullDownRefresh?.();
  }

  /** Answers the file. */
  async photograph(name: string): Promise<string> {
    await this.screen.settles();
    const file = path.join(ALBUM, `${name}.png`);
    fs.mkdirSync(ALBUM, { recursive: true });
    await this.screen.shell.screenshot({ path: file });
    return file;
  }

  async switchOff(): Promise<void> {
    this.kill();
    await this.screen.off();
    this.files.throwAway();
  }
}
