/** Words and sizes for a component: follows the language and text size the person chose. */
import { useMemo } from 'react';
import { translator, type Language, type Translate } from '../platform/translate';
import { say, type Bilingual } from '@sevengrid/shared/kernel/texts';
import { language, textSize, type TextSize } from '../state/preferences';
import { useSignal } from './use-signal';

export interface Words {
  t: Translate;
  language: Language;
  /** Data that people wrote in two languages. */
  say: (text: Bilingual) => string;
}

export function useTexts(): Words {
  const now = useSignal(language);
  return useMemo(() => ({ t: translator(now), language: now, say: (text) => say(text, now) }), [now]);
}

/** `huge` is a layout of its own (four tiles), not a zoom. */
export const useTextSize = (): TextSize => useSignal(textSize);
