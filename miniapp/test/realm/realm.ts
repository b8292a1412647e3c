/** Runs a production weapp build in a realm with only what WeChat has: no window, document, URL, Intl or AbortController. */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { BLIND, PageStack } from './page-stack';
import { watchPromises } from './watched-promise';
import { answering, type Answering } from './wx-answer';
import { SCREEN, wxApi, type Size } from './wx-api';
import { Network } from './wx-request';
import { copied, type AppJson, type Data, type Launch, type OwnBytes, type Screen, type TreeNode } from './wx-types';

/** What a bare engine brings and older phones lack. */
const MISSING = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];

/** WeChat's number for a start from its list of mini-programs. */
const BY_ICON = 1001;

interface AppHooks {
  onLaunch?: (options: Launch) => void;
  onShow?: (options: Launch) => void;
}

type Factory = (require: (name: string) => unknown, module: { exports: Data }, exports: Data) => void;

/** The phone that a run of the app finds. */
export interface RealmKit {
  /** What an earlier run kept. */
  storage: Map<string, unknown>;
  network: Network;
  screen: Screen;
  size: Size;
  /** Whatever the build throws or logs as an error goes here. */
  errors: string[];
  /** More of `wx` than every realm has. */
  more: (answer: Answering, own: OwnBytes) => Data;
}

export class Realm {
  readonly appJson: AppJson;
  readonly stack: PageStack;
  private readonly kit: RealmKit;
  private app: AppHooks | undefined;
  private over = false;
  private launched: Launch;
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: Data }>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly dist: string,
    kit: Partial<RealmKit> = {},
  ) {
    const bare = {
      storage: new Map(),
      network: new Network(),
      screen: BLIND,
      size: SCREEN,
      errors: [],
      more: () => ({}),
    };
    this.kit = { ...bare, ...kit };
    this.appJson = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
    this.launched = { path: this.appJson.pages[0] ?? '', query: {}, scene: BY_ICON };
    this.stack = new PageStack(this.appJson, (file) => void this.load(file), this.kit.screen);
    this.context = vm.createContext(this.globals());
    const hide = MISSING.map((name) => `delete globalThis.${name};`).join('');
    vm.runInContext(`${hide} globalThis.global = globalThis;`, this.context);
    const watch = vm.runInContext(`(${watchPromises.toString()})`, this.context) as typeof watchPromises;
    watch(vm.runInContext('globalThis', this.context) as typeof globalThis, this.complain, this.timer(setTimeout));
  }

  get errors(): string[] {
    return this.kit.errors;
  }

  get storage(): Map<string, unknown> {
    return this.kit.storage;
  }

  readonly complain = (words: string): void => void this.errors.push(words);

  private readonly lives = (): boolean => !this.over;

  /** What the app throws where nobody catches it belongs in its console. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.complain((error as Error).message);
    }
  }

  private timer = (start: (work: () => void, ms: number) => NodeJS.Timeout) => (work: () => void, ms: number) => {
    const made = start(() => this.guarded(work), ms);
    this.timers.add(made);
    // An answer that comes after the end must not keep the process alive.
    if (this.over) clearTimeout(made);
    return made;
  };

  private readonly own: OwnBytes = (from) => {
    const made = vm.runInContext(`new ArrayBuffer(${from.length})`, this.context) as ArrayBuffer;
    new Uint8Array(made).set(from);
    return made;
  };

  private wx(): Data {
    const { stack: pages, lives, complain, own } = this;
    const { storage, network, size, more } = this.kit;
    const all = wxApi({ pages, launch: () => this.launched, storage, network, lives, complain, own, size });
    return { ...all, ...more(answering(lives), own) };
  }

  private globals(): Data {
    const silent = (): void => undefined;
    return {
      wx: this.wx(),
      console: {
        log: silent,
        info: silent,
        debug: silent,
        warn: silent,
        error: (...words: unknown[]) => this.complain(words.map(String).join(' ')),
      },
      setTimeout: this.timer(setTimeout),
      setInterval: this.timer(setInterval),
      clearTimeout,
      clearInterval,
      App: (hooks: AppHooks) => void (this.app = hooks),
      getApp: () => this.app,
      Page: (hooks: Data) => this.stack.define(hooks),
      Component: (hooks: Data & { methods?: Data }) => this.stack.define({ ...hooks, ...hooks.methods }),
      Behavior: (hooks: Data) => hooks,
      getCurrentPages: () => this.stack.pages.slice(),
      __wxConfig: copied(this.appJson),
    };
  }

  /** WeChat's own small `require`, for the files of the package only. */
  private load(name: string): Data {
    const file = path.posix.normalize(name.endsWith('.js') ? name : `${name}.js`);
    const known = this.modules.get(file);
    if (known) return known.exports;
    const made = { exports: {} as Data };
    this.modules.set(file, made);
    const source = fs.readFileSync(path.join(this.dist, file), 'utf8');
    const options = { filename: file, parsingContext: this.context };
    const run = vm.compileFunction(source, ['require', 'module', 'exports'], options) as unknown as Factory;
    run((other) => this.load(path.posix.join(path.posix.dirname(file), other)), made, made.exports);
    return made.exports;
  }

  /** Starts the app: as a tap on its icon does, or at the page that a scanned link leads to. */
  launch(at: Partial<Launch> = {}): void {
    this.launched = { ...this.launched, ...at };
    this.load('app.js');
    if (!this.app) throw new Error('app.js never called App()');
    this.app.onLaunch?.(this.launched);
    this.app.onShow?.(this.launched);
    const query = Object.entries(this.launched.query).map(([name, value]) => `${name}=${value}`);
    this.stack.reLaunch(this.launched.path + (query.length > 0 ? `?${query.join('&')}` : ''));
  }

  /** An event of a page, passed to the handler that its markup names. */
  hear(pageId: number, handler: string, event: Data): void {
    const page = this.stack.pages.find((one) => one.__webviewId__ === pageId);
    if (!page) return;
    const work = page[handler];
    if (typeof work !== 'function')
      this.complain(`${page.route} has no "${handler}" to handle "${String(event.type)}"`);
    else this.guarded(() => void (work as (event: Data) => void).call(page, event));
  }

  /** All nodes of the page on top. */
  nodes(): TreeNode[] {
    const below = (node: TreeNode): TreeNode[] => [node, ...(node.cn ?? []).flatMap(below)];
    return (this.stack.top?.data.root?.cn ?? []).flatMap(below);
  }

  /** All words of the page on top. */
  text(): string {
    return this.nodes()
      .map(({ v }) => v ?? '')
      .join('\n');
  }

  /** Waits until `what` holds, and otherwise says what the page showed instead. */
  async until(what: string, holds: () => boolean, ms = 8_000): Promise<void> {
    const end = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > end) {
        const seen = `page ${this.stack.top?.route} shows:\n${this.text()}\nerrors: ${this.errors.join('\n')}`;
        throw new Error(`waited in vain for ${what}; ${seen}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Killed: no timer, answer or event reaches it any more, and nothing asks it whether it minds. */
  dispose(): void {
    this.over = true;
    this.timers.forEach((timer) => clearTimeout(timer));
    this.kit.network.forget();
    this.stack.drop();
  }
}
