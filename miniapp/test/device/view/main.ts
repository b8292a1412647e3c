/** The view layer of one page in one document: draws it, takes what it pushes through setData, and tells what happens to it. */
import { addGlobalErrorListener, addGlobalWarningListener, Element as Drawn } from 'glass-easel';
import { backend } from './backend';
import { Component, makeSpace } from './components';
import { pageWindow, say } from './page-window';
import { watchFinger } from './touch';

type Data = Record<string, unknown>;

addGlobalErrorListener((error) => {
  say({ wrong: error instanceof Error ? error.message : String(error) });
  return false;
});
addGlobalWarningListener((words) => {
  say({ wrong: words });
  return false;
});

const { pageOf } = makeSpace();
let page: ReturnType<typeof Component.createWithContext>;

function style(name: string): void {
  const css = pageWindow.build.styles[name];
  if (!css) return;
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
}

pageWindow.mount = (route, data) => {
  style('app');
  style(route);
  page = Component.createWithContext('page-root', pageOf(route, data), backend());
  const place = document.createElement('i');
  document.body.append(place);
  Drawn.replaceDocumentElement(page, document.body as never, place as never);
  watchFinger();
};

/** `root.cn.[0].v` → root, cn, 0, v. */
const pathOf = (key: string): (string | number)[] =>
  key
    .replace(/\.?\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

pageWindow.patch = (patch: Data) => {
  const data = Component.getDataProxy(page);
  for (const [key, value] of Object.entries(patch)) data.replaceDataOnPath(pathOf(key), value);
  data.applyDataUpdates();
};
