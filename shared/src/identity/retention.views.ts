/** What the routes of retention answer. */
import type { Retained } from './retention';

export interface RetentionView {
  what: Retained;
  days: number;
  least: number;
  most: number;
}

export interface RetentionList {
  /** Whose these are; a change names it. */
  communityId: string;
  /** The caller may change them. */
  editable: boolean;
  items: RetentionView[];
}
