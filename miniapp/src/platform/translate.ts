/** Finds the words for a key in the reader's language; where Tibetan is missing, Chinese stands in and says so. */
import { TEXTS, type TextKey } from '../texts';
import type { Language } from '@sevengrid/shared/kernel/texts';

export type { TextKey, Language };

export type TextParams = Record<string, string | number>;

export interface Said {
  words: string;
  /** The language the words are really in, for `lang`. */
  lang: Language;
}

const fill = (words: string, params: TextParams): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

export function saidIn(language: Language, key: TextKey, params: TextParams = {}): Said {
  const own = TEXTS[language][key];
  if (own) return { words: fill(own, params), lang: language };
  return { words: fill(TEXTS.zh[key] ?? key, params), lang: 'zh' };
}

export type Translate = (key: TextKey, params?: TextParams) => string;

export const translator =
  (language: Language): Translate =>
  (key, params) =>
    saidIn(language, key, params).words;

/** True for a key that exists: for keys made from data, such as `tickets.phase.${phase}`. */
export const isTextKey = (key: string): key is TextKey => key in TEXTS.zh;
