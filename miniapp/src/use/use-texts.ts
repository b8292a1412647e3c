/** Words and sizes for a component: follows the language and text size the person chose. */
import { useMemo } from 'react';
import { translator, type Language, type Translate } from '../platform/translate';
import { say, type Bilingual } from '@sevengrid/shared/kernel/texts';
import { language, textSize, type TextSize } from '../state/preferences';
import { useSignal } from './use-signal';

/** A place as the server names it. */
export interface Named {
  name: string;
  nameBo: string | null;
}

export interface InGrid {
  gridName: string | null;
  gridNameBo: string | null;
}

function wordsIn(language: Language): Words {
  const both = (zh: string | null, bo: string | null): string => say({ zh: zh ?? '', bo: bo ?? undefined }, language);
  return {
    t: translator(language),
    language,
    say: (text) => say(text, language),
    nameOf: ({ name, nameBo }) => both(name, nameBo),
    gridName: ({ gridName, gridNameBo }) => both(gridName, gridNameBo),
  };
}

export interface Words {
  t: Translate;
  language: Language;
  /** Data that people wrote in two languages. */
  say: (text: Bilingual) => string;
  /** The name of a place, in Tibetan where it has one. */
  nameOf: (place: Named) => string;
  /** The name of the grid that something lies in. */
  gridName: (of: InGrid) => string;
}

export function useTexts(): Words {
  const now = useSignal(language);
  return useMemo(() => wordsIn(now), [now]);
}

/** `huge` is a layout of its own (four tiles), not a zoom. */
export const useTextSize = (): TextSize => useSignal(textSize);
