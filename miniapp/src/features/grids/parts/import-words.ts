/** How an import stands, in words and shapes. */
import type { ImportState } from '@sevengrid/shared/grids/imports.views';
import type { ChipProps } from '../../../ui';

export const isUnderWay = (state: ImportState): boolean => ['reading', 'applying', 'undoing'].includes(state);

export const TONES: Readonly<Record<ImportState, ChipProps['tone']>> = {
  reading: 'soon',
  refused: 'urgent',
  ready: 'soon',
  discarded: 'quiet',
  expired: 'quiet',
  applying: 'soon',
  applied: 'calm',
  undoing: 'soon',
  undone: 'quiet',
};

/** Which of the four steps it is at, from 0. */
export const STEP_AT: Readonly<Record<ImportState, number>> = {
  reading: 1,
  refused: 1,
  ready: 1,
  discarded: 1,
  expired: 1,
  applying: 2,
  applied: 3,
  undoing: 3,
  undone: 3,
};
