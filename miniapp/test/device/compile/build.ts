/** A weapp build made ready for the device: one script with its templates, styles and parts. */
import path from 'node:path';
import { PARTS } from '../parts/parts';
import { link } from './link';
import { readPackage, viewsOf, type Package, type ViewJson } from './package';
import { stylesOf } from './styles';
import { insidesOf, markupOf } from './templates';

export interface Build {
  package: Package;
  views: Map<string, ViewJson>;
  /** Runs in the document of each page. */
  script: string;
}

const DEVICE = path.resolve(__dirname, '..');
const linked = new Map<string, string>();

/** Our own scripts are the same for every build. */
export function scriptOf(entry: string): string {
  const known = linked.get(entry) ?? link(path.join(DEVICE, entry));
  linked.set(entry, known);
  return known;
}

/** @throws naming everything in the build that WeChat would stumble over */
export function compile(folder: string): Build {
  const of = readPackage(folder);
  const tags = new Set(Object.keys(PARTS));
  const { script, handlers, problems } = markupOf(of, tags);
  if (of.app.tabBar) problems.push('app.json asks for a tab bar of WeChat’s own, which the device does not draw');
  if (problems.length > 0) throw new Error(`the build cannot be drawn:\n${problems.join('\n')}`);
  const views = viewsOf(of);
  const using = Object.fromEntries([...views].map(([name, json]) => [name, json.usingComponents ?? {}]));
  const plain = JSON.stringify({ styles: stylesOf(of, tags), using, handlers });
  return {
    package: of,
    views,
    script: `window.build = {...${plain}, templates: ${script}, insides: ${insidesOf(PARTS)}};\n${scriptOf('view/main.ts')}`,
  };
}
