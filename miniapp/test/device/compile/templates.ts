/** wxml and wxs as glass-easel runs them, and everything in them that WeChat would stumble over. */
import { TmplGroup } from 'glass-easel-template-compiler';
import { namesWith, pathFrom, viewsOf, type Package, type ViewJson } from './package';

interface Warning {
  message: string;
  startLine: number;
  startColumn: number;
}

export interface Markup {
  /** A JavaScript expression: the table of compiled templates. */
  script: string;
  /** Names of event handlers that the markup binds. */
  handlers: string[];
  problems: string[];
}

/** Tags that are no elements. */
const STRUCTURE = ['template', 'import', 'include', 'wxs', 'block', 'slot'];

const TAG = /<([a-z][\w-]*)/g;
const BOUND = /\b(?:capture-|mut-)?(?:bind|catch):?[\w-]+="(\w+)"/g;
const IMPORTED = /<(?:import|include)\s[^>]*?src="([^"]+)"/g;

const all = (source: string, pattern: RegExp): string[] => [
  ...new Set([...source.matchAll(pattern)].map(([, found = '']) => found)),
];

const put = (group: TmplGroup, name: string, source: string): string[] =>
  (group.addTmpl(name, source) as Warning[]).map(
    ({ message, startLine, startColumn }) => `${name}.wxml:${startLine + 1}:${startColumn + 1} ${message}`,
  );

/** A view's own markup with all that it imports. */
function reached(of: Package, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (of.files.includes(file))
    for (const written of all(of.read(file), IMPORTED)) reached(of, pathFrom(file, written), seen);
  return seen;
}

/** What a view draws must be built in or registered by it. */
function unregistered(of: Package, view: string, json: ViewJson, parts: ReadonlySet<string>): string[] {
  const files = [...reached(of, `${view}.wxml`)];
  const missing = files
    .filter((file) => !of.files.includes(file))
    .map((file) => `${view}.wxml imports ${file}, which is not there`);
  const tags = new Set(files.filter((file) => of.files.includes(file)).flatMap((file) => all(of.read(file), TAG)));
  const known = new Set([...STRUCTURE, ...parts, ...Object.keys(json.usingComponents ?? {})]);
  const strange = [...tags].filter((tag) => !known.has(tag));
  return [
    ...missing,
    ...strange.map(
      (tag) => `${view} draws <${tag}>, which is neither registered in its json nor one of the device’s parts`,
    ),
  ];
}

/** The build's own markup. */
export function markupOf(of: Package, parts: ReadonlySet<string>): Markup {
  const group = new TmplGroup();
  const names = namesWith(of, '.wxml');
  const problems = names.flatMap((name) => put(group, name, of.read(`${name}.wxml`)));
  for (const name of namesWith(of, '.wxs')) group.addScript(name, of.read(`${name}.wxs`));
  for (const [view, json] of viewsOf(of)) problems.push(...unregistered(of, view, json, parts));
  const script = group.getTmplGenObjectGroups();
  group.free();
  return { script, handlers: [...new Set(names.flatMap((name) => all(of.read(`${name}.wxml`), BOUND)))], problems };
}

/** The insides of the device's own parts. */
export function insidesOf(parts: Record<string, { inside: string }>): string {
  const group = new TmplGroup();
  const problems = Object.entries(parts).flatMap(([name, { inside }]) => put(group, name, inside));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const script = group.getTmplGenObjectGroups();
  group.free();
  return script;
}
