// Measures what house.md sets hard limits to: lines of files, functions and pages, opening sentences, and names.
import { basename, extname, relative } from 'node:path';
import { filesUnder, fileOf, readText, root } from './workspace.mjs';

const fileLimit = 300;
const functionLimit = 50;
const pageLimit = 150;

const measured = ['shared/src', 'shared/generate', 'server/src', 'server/start', 'server/bench', 'miniapp/src'];
const tests = ['shared/test', 'server/test', 'miniapp/test', 'miniapp/e2e', 'server/start/test'];
const code = /\.(ts|tsx|mjs|cjs)$/;

// Words that say nothing about what a file is for; before a noun they may: common-passwords are a thing.
const empty = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'impl', 'misc']);
// The second word of a file name says its role; a name without one is a rule or a thing.
const roles = new Set(
  'routes requests views faults flows entity controller service queries module gateway guard filter spec config'.split(
    ' ',
  ),
);
// Taro picks a file by its platform; declarations and styles are named by their tools.
const suffixes = new Set(['h5', 'weapp', 'd', 'generated', 'test']);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Answers one sentence for each thing that breaks a limit. */
export async function findOversized() {
  const { default: ts } = await import(fileOf('server', 'typescript'));
  const isTest = new Set(filesUnder(tests));
  const sources = filesUnder(measured).filter(
    (file) => code.test(file) && !isTest.has(file) && !file.includes('.generated.'),
  );
  const found = sources.flatMap((file) => [...inSource(file), ...longFunctions(ts, file)]);
  for (const file of isTest) if (code.test(file)) found.push(...longFile(file, fileLimit));
  return found;
}

const shown = (file) => relative(root, file).replaceAll('\\', '/');

function inSource(file) {
  const path = shown(file);
  const page = /^miniapp\/src\/features\/.*index\.tsx$/.test(path);
  const found = longFile(file, page ? pageLimit : fileLimit);
  const opening = readText(file)
    .replace(/^#!.*\n/, '')
    .trimStart();
  if (!/^(\/\/|\/\*\*?)\s*\S.{18,}/s.test(opening))
    found.push(`${path} does not open with a sentence saying what it is for`);
  return found.concat(wrongName(path));
}

function longFile(file, limit) {
  const lines = readText(file).trimEnd().split('\n').length;
  return lines > limit ? [`${shown(file)} has ${lines} lines, ${limit} at most`] : [];
}

function wrongName(path) {
  const found = path
    .split(/[/.]/)
    .map((part) => part.split('-').at(-1))
    .filter((word) => empty.has(word))
    .map((word) => `${path}: "${word}" says nothing about what it is for`);
  const [noun, ...rest] = basename(path, extname(path)).split('.');
  if (!kebab.test(noun)) found.push(`${path} is not in kebab-case`);
  for (const role of rest)
    if (!roles.has(role) && !suffixes.has(role)) found.push(`${path}: "${role}" is no role of a file`);
  return found;
}

function longFunctions(ts, file) {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true, kind);
  const found = [];
  const line = (position) => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const first = line(node.getStart(source));
      const lines = line(node.end) - first + 1;
      if (lines > functionLimit) {
        const name = node.name?.getText(source) ?? node.parent?.name?.getText?.(source) ?? 'a function';
        found.push(`${shown(file)}:${first + 1} ${name} has ${lines} lines, ${functionLimit} at most`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
