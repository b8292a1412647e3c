/** How this person wants to read: language and text size, kept on the phone. */
import { keep, keptUnder } from '../platform/storage';
import { signal } from '../platform/signal';
import type { Language } from '../platform/translate';

export type TextSize = 'standard' | 'large' | 'huge';

export const TEXT_SIZES: readonly TextSize[] = ['standard', 'large', 'huge'];

export const language = signal<Language>(keptUnder('language') === 'bo' ? 'bo' : 'zh');

export const textSize = signal<TextSize>(TEXT_SIZES.find((size) => size === keptUnder('textSize')) ?? 'standard');

export function speak(next: Language): void {
  keep('language', next);
  language.set(next);
}

export function resize(next: TextSize): void {
  keep('textSize', next);
  textSize.set(next);
}
