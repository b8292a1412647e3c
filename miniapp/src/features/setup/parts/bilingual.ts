/** Words in two languages as they lie in forms: two fields, or lines with a bar between the two. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';

/** Tibetan only where somebody wrote it. */
export const bilingual = (zh: string, bo: string): Bilingual => (bo.trim() === '' ? { zh } : { zh, bo: bo.trim() });

/** A line for each; full-width bars are what Chinese keyboards make. */
export const linesOf = (written: string): Bilingual[] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [zh = '', bo = ''] = line.split(/[|｜]/);
      return bilingual(zh.trim(), bo);
    });

export const writtenLines = (lines: readonly Bilingual[]): string =>
  lines.map(({ zh, bo }) => (bo ? `${zh} | ${bo}` : zh)).join('\n');
