/** All words of the app, by language and domain. Chinese is complete by definition; Tibetan must have the same keys. */
import * as bo from './bo';
import * as zh from './zh';

type Domains = typeof zh;

/** `tickets.open.title`: the domain, then the key within it. */
export type TextKey = { [D in keyof Domains]: `${D & string}.${keyof Domains[D] & string}` }[keyof Domains];

/** The same keys, other words. An empty string means: not yet translated, Chinese is shown and marked so. */
export type SameKeys<T> = Record<keyof T, string>;

const flat = (domains: Record<string, Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(domains).flatMap(([domain, words]) =>
      Object.entries(words).map(([key, words]) => [`${domain}.${key}`, words]),
    ),
  );

export const TEXTS: Record<'zh' | 'bo', Record<string, string>> = { zh: flat(zh), bo: flat(bo) };
