/** Runs a production weapp build in a realm with only what WeChat has: no window, document, URL, Intl or AbortController. */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { PageStack } from './page-stack';
import { wxApi } from './wx-api';
import { copied, type AppJson, type Data, type TreeNode } from './wx-types';

/** What a bare engine brings and older phones lack. */
const MISSING = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];

interface AppHooks {
  onLaunch?: (options: Data) => void;
  onShow?: (options: Data) => void;
}

type Factory = (require: (name: string) => unknown, module: { exports: Data }, exports: Data) => void;

export class Realm {
  readonly appJson: AppJson;
  readonly stack: PageStack;
  readonly storage = new Map<string, unknown>();
  /** Whatever the build threw or logged as an error. */
  readonly errors: string[] = [];
  private app: AppHooks | undefined;
  private over = false;
  private readonly context: vm.Context;
  private readonly modules = new Map<string, { exports: Data }>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly dist: string) {
    this.appJson = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
    this.stack = new PageStack(this.appJson, (file) => void this.load(file));
    this.context = vm.createContext(this.globals());
    const hide = MISSING.map((name) => `delete globalThis.${name};`).join('');
    vm.runInContext(`${hide} globalThis.global = globalThis;`, this.context);
  }

  private timer = (start: (work: () => void, ms: number) => NodeJS.Timeout) => (work: () => void, ms: number) => {
    const made = start(work, ms);
    this.timers.add(made);
    // An answer that comes after the end must not keep the process alive.
    if (this.over) clearTimeout(made);
    return made;
  };

  private globals(): Data {
    const log = (...words: unknown[]): void => void this.errors.push(words.map(String).join(' '));
    return {
      wx: wxApi(this.stack, this.appJson.pages[0] ?? '', this.storage),
      console: {
        log: () => undefined,
        info: () => undefined,
        debug: () => undefined,
        warn: () => undefined,
        error: log,
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

  /** Starts the app as a tap on its icon does. */
  launch(): void {
    this.load('app.js');
    if (!this.app) throw new Error('app.js never called App()');
    const home = this.appJson.pages[0] ?? '';
    this.app.onLaunch?.({ path: home, query: {}, scene: 1001 });
    this.app.onShow?.({ path: home, query: {}, scene: 1001 });
    this.stack.reLaunch(home);
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

  dispose(): void {
    this.over = true;
    this.timers.forEach((timer) => clearTimeout(timer));
  }
}
