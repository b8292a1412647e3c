/** The files of a weapp build, read once: what WeChat downloads to the phone. */
import fs from 'node:fs';
import path from 'node:path';
import type { AppJson } from '../../realm/wx-types';

export interface Package {
  folder: string;
  /** Paths below the folder. */
  files: string[];
  app: AppJson;
  read: (file: string) => string;
}

/** What belongs to one page or component, besides its markup. */
export interface ViewJson {
  usingComponents?: Record<string, string>;
  navigationStyle?: 'custom' | 'default';
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
}

export function readPackage(folder: string): Package {
  if (!fs.existsSync(path.join(folder, 'app.json')))
    throw new Error(`no weapp build in ${folder}: npm run build:weapp first`);
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
  return { folder, files, app: JSON.parse(read('app.json')) as AppJson, read };
}

/** Names without the ending of the files that end so. */
export const namesWith = ({ files }: Package, ending: string): string[] =>
  files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));

/** Every page and component, by the name of its markup, with its own settings. */
export function viewsOf(of: Package): Map<string, ViewJson> {
  const named = namesWith(of, '.wxml').filter((name) => of.files.includes(`${name}.json`));
  return new Map(named.map((name) => [name, JSON.parse(of.read(`${name}.json`)) as ViewJson]));
}

/** Where a path written in a file leads, from the package's root. */
export const pathFrom = (file: string, written: string): string =>
  path.posix.join(written.startsWith('/') ? '' : path.posix.dirname(file), written);
