/** What passes between the build under test and the realm it runs in. */

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

export interface RequestOptions extends WxOptions {
  url: string;
  method?: string;
  header?: Record<string, string>;
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
  onLoad?: (options: Record<string, string>) => void;
  onShow?: () => void;
  onReady?: () => void;
  onHide?: () => void;
  onUnload?: () => void;
  eh?: (event: Data) => void;
}

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Deep copy across the realm's border: WeChat passes JSON, never live objects. */
export const copied = <T>(value: T): T => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T));
