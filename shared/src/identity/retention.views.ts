/** What the routes of retention answer. */
import type { Retained } from './retention';

export interface RetentionView {
  what: Retained;
  days: number;
  least: number;
  most: number;
}

export interface RetentionList {
  items: RetentionView[];
}
