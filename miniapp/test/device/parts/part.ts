/** What a built-in component of WeChat is here: its inside as markup, its properties, and what it does. Data and small functions. */
import type { Question } from '../shell/question';

export type Value = string | number | boolean | null | readonly unknown[];

/** A part on the screen, as its own functions see it. */
export interface Shown {
  /** The element of its tag, `<wx-input>`. */
  readonly host: HTMLElement;
  /** A property, or what it keeps for its inside. */
  of: <T>(name: string) => T;
  keep: (values: Record<string, unknown>) => void;
  /** An event as the page hears it. */
  tell: (type: string, detail: Record<string, unknown>) => void;
  /** Hears an event on itself, or one that bubbles up to it from `from`. */
  listens: (type: string, work: (from: Element) => void) => void;
  /** Asks the person, in what WeChat draws over the page. */
  asks: (question: Question) => Promise<string | null>;
}

export interface Part {
  /** Markup; a tag `h-input` is the browser's own `<input>`. */
  inside: string;
  /** Properties that the page may set, with what they are where it does not. */
  properties?: Record<string, Value>;
  /** Other properties that WeChat knows and that change nothing here: their names as in wxml. */
  ignores?: string;
  /** What its inside is drawn with besides. */
  keeps?: Record<string, Value>;
  /** Called when one of the named properties changes. */
  reacts?: { to: string; by: (self: Shown) => void }[];
  /** Called by the events that its inside binds. */
  hears?: Record<string, (self: Shown, event: Event) => void>;
  /** Called once it is on the page. */
  begins?: (self: Shown) => void;
}

/** The part that an element is. */
export const partAt = (element: Element | null | undefined): Shown | undefined =>
  (element as { shownPart?: Shown } | null | undefined)?.shownPart;
