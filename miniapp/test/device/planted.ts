/** Faults that a build may have though it was built without a word: each planted into a copy, and what the device says of it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DIST } from './server';

export interface Fault {
  name: string;
  /** Files of the build to change. */
  files: RegExp;
  change: (source: string) => string;
  /** What is done on the phone until it is noticed; filing an appeal where nothing is said. */
  by?: 'filing' | 'showing';
  /** What whoever reads the failure must find in it. */
  says: RegExp;
}

const FORM = /^features\/tickets\/open\/index\.js$/;

/** Every template that draws `tag`. */
const templatesWith = (tag: string): RegExp =>
  new RegExp(`<template name="[^"]+">(?:(?!</template>)[\\s\\S])*?<${tag}[\\s\\S]*?</template>`, 'g');

export const FAULTS: readonly Fault[] = [
  {
    name: 'a template is gone',
    files: /^base\.wxml$/,
    change: (source) => source.replace(templatesWith('textarea'), ''),
    says: /in vain: writes into .*说一说怎么了/,
  },
  {
    name: 'a style sheet hides a verb',
    files: /^app\.wxss$/,
    change: (source) => `${source}\n.button-primary{opacity:0}`,
    says: /in vain: presses 我要反映/,
  },
  {
    name: 'a style sheet lays something over a verb',
    files: /^app\.wxss$/,
    change: (source) => `${source}\n.page-foot::after{content:'';position:absolute;inset:0}`,
    says: /in vain: presses 提交[\s\S]*intercepts pointer events/,
  },
  {
    name: 'an event goes to a handler that no page has',
    files: /^base\.wxml$/,
    change: (source) => source.replace(/bindtap="eh"/g, 'bindtap="he"'),
    says: /first\/cards\/scan\/index has no "he" to handle "tap"/,
  },
  {
    name: 'data is pushed to a path that no template reads',
    files: /^taro\.js$/,
    change: (source) => source.replace(/(\w)="root",(\w)="html"/, '$1="roof",$2="html"'),
    says: /in vain: sees \/您家的网格员/,
  },
  {
    name: 'a page is missing from app.json',
    files: /^app\.json$/,
    change: (source) => source.replace('"open/index",', ''),
    says: /page "features\/tickets\/open\/index" is not in app\.json/,
  },
  {
    name: 'a component is not registered',
    files: /^features\/tickets\/open\/index\.json$/,
    change: (source) => source.replace(/"usingComponents":\{[^}]*\}/, '"usingComponents":{}'),
    says: /features\/tickets\/open\/index draws <comp>, which is neither registered/,
  },
  {
    name: 'the code counts on what WeChat has not',
    files: FORM,
    change: (source) => `new AbortController();${source}`,
    says: /AbortController is not defined \(on the way to \/features\/tickets\/open\/index/,
  },
  {
    name: 'requests go to an address that is not listed',
    files: /^common\.js$/,
    change: (source) => source.replace('"/api/v1"', '"1/api/v1"'),
    says: /url not in domain list: http:\/\/127\.0\.0\.1:30001\/api/,
  },
  {
    name: 'a request lacks its key',
    files: /^common\.js$/,
    change: (source) => source.replace(/"Idempotency-Key"/g, '"Idempotence-Key"'),
    says: /in vain: sees 收到了/,
  },
  {
    name: 'words are missing',
    files: FORM,
    change: (source) => source.replace('"tickets.open.send":"提交",', ''),
    says: /in vain: presses 提交[\s\S]*tickets\.open\.send/,
  },
  {
    name: 'what was taken is swept away when the app starts again',
    files: /^common\.js$/,
    by: 'showing',
    change: (source) => source.replace(/\("attachments"\)/g, '("attachment")'),
    says: /in vain: sees 1 photos/,
  },
  {
    name: 'a half-sent photo is begun anew',
    files: /\.js$/,
    by: 'showing',
    change: (source) => source.replace(/("GET",path:)"\/media\/uploads\/:id"/, '$1"/media/upload/:id"'),
    says: /bytes went twice|in vain: 1 are on the server/,
  },
];

/** A copy of the build with the fault in it. @throws when there was nothing to plant it in */
export function plant({ name, files, change }: Fault): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sevengrid-planted-'));
  fs.cpSync(DIST, folder, { recursive: true });
  const all = fs.readdirSync(folder, { recursive: true }).map((file) => String(file).split(path.sep).join('/'));
  const changed = all
    .filter((file) => files.test(file))
    .filter((file) => {
      const source = fs.readFileSync(path.join(folder, file), 'utf8');
      fs.writeFileSync(path.join(folder, file), change(source));
      return source !== change(source);
    });
  if (changed.length === 0) throw new Error(`“${name}” could not be planted: the build no longer looks like that`);
  return folder;
}
