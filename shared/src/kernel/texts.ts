/** Words that people wrote for people, in the languages this community reads. */

export type Language = 'zh' | 'bo';

/** Chinese always, Tibetan where somebody has written it. */
export interface Bilingual {
  zh: string;
  bo?: string;
}

/** The text in the reader's language, Chinese where Tibetan is missing. */
export const say = (text: Bilingual, language: Language): string => (language === 'bo' && text.bo) || text.zh;
