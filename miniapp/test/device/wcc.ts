/** WeChat's own wxml compiler as an oracle: what it renders of a page's data is what the device should have put on the screen. */
import vm from 'node:vm';
import { wxmlToJs } from 'miniprogram-compiler';
import type { Data } from '../realm/wx-types';
import { rpxAsVw } from './compile/styles';

/** The program comes for Linux on x86-64 only. */
export const canRunWcc = process.platform === 'linux' && process.arch === 'x64';

/** An element, or a text. */
export type Tree = string | { tag: string; id: string; classes: string; style: string; inside: Tree[] };

interface Rendered {
  tag: string;
  attr?: Record<string, unknown>;
  children?: (Rendered | string | number)[];
}

type Render = (data: Data) => Rendered;

/** Under either name, as different versions of wcc have it. */
type Renders = (name: string) => Render | undefined;

/** These write their own height. */
const GROWS_ITSELF = ['wx-textarea', 'wx-image'];

/** Neighbouring texts are one, empty ones none, and spaces between classes say nothing. */
export function tidied(trees: Tree[]): Tree[] {
  const all: Tree[] = [];
  for (const tree of trees) {
    const last = all[all.length - 1];
    if (typeof tree === 'string' && typeof last === 'string') all[all.length - 1] = last + tree;
    else if (typeof tree === 'string') all.push(...(tree ? [tree] : []));
    else
      all.push({
        ...tree,
        classes: tree.classes.trim().replace(/\s+/g, ' '),
        style: GROWS_ITSELF.includes(tree.tag) ? '' : tree.style,
        inside: tidied(tree.inside),
      });
  }
  return all;
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `renderer(route, data)` */
export function wccRenderer(folder: string): (route: string, data: Data) => Tree[] {
  const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const page: Data = {
    console: silent,
    navigator: { userAgent: '' },
    document: { head: {}, getElementsByTagName: () => [] },
  };
  Object.assign(page, { window: page, global: page });
  const context = vm.createContext(page);
  const source = wxmlToJs(folder, { maxBuffer: 64 * 1024 * 1024 });
  const compiled = vm.runInContext(`(function(global){${source}\n})`, context) as (of: object) => Renders;
  const renders = compiled({});
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => Data;
  function rendered(name: string, data: Data): Rendered {
    const render = renders(`./${name}.wxml`) ?? renders(`${name}.wxml`);
    if (!render) throw new Error(`wcc knows no ${name}.wxml`);
    return render(parse(JSON.stringify(data)));
  }
  const inside = ({ children = [] }: Rendered): Tree[] => children.flatMap(treesOf);
  function treesOf(node: Rendered | string | number): Tree[] {
    if (typeof node !== 'object') return [String(node)];
    if (node.tag === 'virtual') return inside(node);
    const { id, class: classes, style, i, l } = node.attr ?? {};
    // Taro's one component is compiled by itself, and drawn where it stands.
    const own = node.tag === 'wx-comp' ? inside(rendered('comp', { i, l })) : inside(node);
    return [{ tag: node.tag, id: words(id), classes: words(classes), style: rpxAsVw(words(style)), inside: own }];
  }
  return (route, data) => tidied(inside(rendered(route, data)));
}

/** Runs in the page: its elements as a tree of the same kind, not yet tidied. */
export function drawnTree(): Tree[] {
  const inside = (element: Element): Tree[] =>
    [...element.childNodes].flatMap((node): Tree[] => {
      if (node.nodeType === Node.TEXT_NODE) return [(node as Text).data];
      if (node.nodeType !== Node.ELEMENT_NODE) return [];
      const child = node as Element;
      if (child.matches('.wx-placeholder')) return [];
      if (!child.localName.startsWith('wx-')) return inside(child);
      const [id, classes, style] = ['id', 'class', 'style'].map((name) => child.getAttribute(name) ?? '');
      return [
        { tag: child.localName, id: id ?? '', classes: classes ?? '', style: style ?? '', inside: inside(child) },
      ];
    });
  const page = document.querySelector('wx-page-root');
  return page ? inside(page) : [];
}
