/** What passes between the build under test, the realm it runs in and whoever draws it. */

export type Data = Record<string, unknown>;

/** The argument of most wx calls. */
export interface WxOptions extends Data {
  url?: string;
  key?: string;
  data?: unknown;
  delta?: number;
  success?: (result: Data) => void;
  fail?: (result: Data) => void;
  complete?: (result: Data) => void;
}

/** One node of the tree that Taro pushes through setData: name, id, class, text, children. */
export interface TreeNode {
  nn?: string;
  sid?: string;
  uid?: string;
  cl?: string;
  v?: string;
  cn?: TreeNode[];
}

/** A page as WeChat makes one from what `Page()` was given. */
export interface WxPage extends Data {
  route: string;
  data: Data & { root?: { cn?: TreeNode[] } };
  __webviewId__: number;
  onLoad?: (options: Record<string, string>) => void;
  onShow?: () => void;
  onReady?: () => void;
  onHide?: () => void;
  onUnload?: () => void;
  onPullDownRefresh?: () => void;
  onReachBottom?: () => void;
  eh?: (event: Data) => void;
}

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  window?: { navigationBarTitleText?: string; navigationStyle?: string };
  tabBar?: Data;
}

/** How the app is started: by its icon, or by a link that WeChat's own camera read. */
export interface Launch {
  path: string;
  query: Record<string, string>;
  scene: number;
}

/** Whoever draws the pages; in the bare realm nobody does. */
export interface Screen {
  opens(page: WxPage, data: Data): void;
  /** Resolves once it is drawn. */
  changes(page: WxPage, patch: Data): Promise<void>;
  /** A page that lay below is on top again. */
  shows(page: WxPage): void;
  closes(page: WxPage): void;
}

/** Bytes as the app's own engine holds them, so that they are its own kind of ArrayBuffer. */
export type OwnBytes = (from: Uint8Array) => ArrayBuffer;

/** Deep copy across the realm's border: WeChat passes JSON, never live objects. */
export const copied = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
