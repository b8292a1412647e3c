/** Every page brings the words it says: those of the first download all the time, those of sub-packages by import. */
import fs from 'node:fs';
import path from 'node:path';
import { isMain, pagePath, PAGE_NAMES } from '../src/platform/pages';
import { TEXTS } from '../src/texts';

const ROOT = path.resolve(__dirname, '../src');
const APART = path.join(ROOT, 'texts/apart');
const DICTIONARIES = fs.readdirSync(APART).map((file) => path.join(APART, file));
const inMain = new Set(Object.keys(TEXTS.zh));

/** The module that a relative import means; none for packages and for styles. */
function moduleAt(from: string, what: string): string | undefined {
  const bare = path.resolve(path.dirname(from), what);
  const names = ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => bare + end);
  return names.find((name) => fs.existsSync(name));
}

const IMPORT = /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'/g;

/** Everything a module brings along, itself included. */
function reachedFrom(entry: string): Set<string> {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const [, what = ''] of fs.readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const found = moduleAt(file, what);
      if (found) reached.add(found);
    }
  }
  return reached;
}

const wordsOf = (dictionary: string): string[] => {
  const text = fs.readFileSync(path.join(ROOT, 'texts/zh/apart', path.basename(dictionary)), 'utf8');
  return [...text.matchAll(/^ {2}'([\w.]+)':/gm)].map(([, key = '']) => key);
};

/** Keys as code names them, whole or with parts that come from data. */
const namedIn = (files: Iterable<string>): RegExp[] => {
  const code = [...files].filter((file) => !file.includes('/texts/')).map((file) => fs.readFileSync(file, 'utf8'));
  const named = code.flatMap((text) => [
    ...text.matchAll(
      /['`]((?:tickets|work|grids|cards|identity|home|setup|media|units|points|rewards|counter|volunteering)\.[^'`\n]+)['`]/g,
    ),
  ]);
  return [...new Set(named.map(([, key = '']) => key))].map(
    (key) => new RegExp(`^${key.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`),
  );
};

const missingIn = (files: Set<string>): string[] => {
  const named = namedIn(files);
  const absent = DICTIONARIES.filter((dictionary) => !files.has(dictionary)).flatMap(wordsOf);
  return absent.filter((key) => named.some((pattern) => pattern.test(key)));
};

describe('words that travel apart', () => {
  it('are not in the first download as well', () => {
    expect(DICTIONARIES.flatMap(wordsOf).filter((key) => inMain.has(key))).toEqual([]);
    expect(DICTIONARIES.flatMap(wordsOf).length).toBeGreaterThan(300);
  });

  it.each(PAGE_NAMES)('are brought by %s where it says them', (page) => {
    const reached = reachedFrom(path.join(ROOT, `${pagePath(page)}.tsx`));
    expect(missingIn(reached)).toEqual([]);
    expect(isMain(page) && DICTIONARIES.some((dictionary) => reached.has(dictionary))).toBe(false);
  });

  it.each(DICTIONARIES.map((file) => path.basename(file)))('%s is needed by every page that brings it', (name) => {
    const keys = wordsOf(name);
    const bringing = PAGE_NAMES.filter((page) =>
      reachedFrom(path.join(ROOT, `${pagePath(page)}.tsx`)).has(path.join(APART, name)),
    );
    const idle = bringing.filter((page) => {
      const own = [...reachedFrom(path.join(ROOT, `${pagePath(page)}.tsx`))].filter(
        (file) => !file.includes('/ui/') || file.includes('/ui/media/'),
      );
      const named = namedIn(own);
      return !keys.some((key) => named.some((pattern) => pattern.test(key)));
    });
    expect(idle).toEqual([]);
  });
});
