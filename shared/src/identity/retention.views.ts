/** What the routes of retention answer. */
import type { Forgotten, Retained } from './retention';

export interface RetentionView {
  what: Retained;
  days: number;
  least: number;
  most: number;
  /** What a community starts with. */
  usual: number;
  /** When the job that erases it last went through; null before the first time. */
  ranAt: string | null;
}

export interface ForgottenView {
  what: Forgotten;
  hours: number;
  ranAt: string | null;
}

export interface RetentionList {
  /** Whose these are; a change names it. */
  communityId: string;
  /** The caller may change them. */
  editable: boolean;
  /** The community’s to choose. */
  items: RetentionView[];
  /** The same everywhere. */
  always: ForgottenView[];
}
