/** wxss as a browser reads it: imports put in place, rpx as vw, tags as our elements, the phone's own insets. */
import postcss, { type Rule } from 'postcss';
import selectors from 'postcss-selector-parser';
import { namesWith, pathFrom, type Package } from './package';

/** px that the phone keeps for its status bar and its home indicator. */
const INSETS: Record<string, string> = { top: '47px', right: '0px', bottom: '34px', left: '0px' };

const IMPORT = /@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g;

/** 750 rpx are the screen's width. */
export const rpxAsVw = (css: string): string =>
  css.replace(/(-?\d*\.?\d+)rpx\b/g, (_, n: string) => `${Number((Number(n) / 7.5).toFixed(5))}vw`);

const insets = (css: string): string =>
  css.replace(
    /(?:env|constant)\(safe-area-inset-(top|right|bottom|left)\)/g,
    (_, side: string) => INSETS[side] ?? '0px',
  );

function withImports(of: Package, file: string, seen: Set<string>): string {
  if (seen.has(file)) return '';
  seen.add(file);
  if (!of.files.includes(file)) throw new Error(`${file} is imported by a wxss and is not there`);
  return of.read(file).replace(IMPORT, (_, written: string) => withImports(of, pathFrom(file, written), seen));
}

const inKeyframes = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && /keyframes$/.test((parent as postcss.AtRule).name);

/** CSS by the name of the page or component it belongs to; `app` is everybody's. */
export function stylesOf(of: Package, tags: ReadonlySet<string>): Record<string, string> {
  const rename = selectors((root) =>
    root.walkTags((tag) => {
      if (tag.value === 'page') tag.value = 'body';
      else if (tags.has(tag.value)) tag.value = `wx-${tag.value}`;
    }),
  );
  const one = (name: string): string => {
    const root = postcss.parse(insets(rpxAsVw(withImports(of, `${name}.wxss`, new Set()))), { from: `${name}.wxss` });
    root.walkRules((rule) => {
      if (!inKeyframes(rule)) rule.selector = rename.processSync(rule.selector);
    });
    return root.toString();
  };
  return Object.fromEntries(namesWith(of, '.wxss').map((name) => [name, one(name)]));
}
