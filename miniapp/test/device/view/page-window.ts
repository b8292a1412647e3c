/** The window of a page's document: what the device put into it, and what it offers the device. */
import type { Question } from '../shell/question';

/** What `compile` found in the build. */
export interface BuildData {
  templates: unknown;
  insides: Record<string, unknown>;
  styles: Record<string, string>;
  using: Record<string, Record<string, string>>;
  handlers: string[];
}

/** An event on its way to the page that handles it, or something wrong. */
export type Said = { handler: string; event: Record<string, unknown> } | { reached: 'bottom' } | { wrong: string };

export interface PageWindow {
  build: BuildData;
  /** Puts the page on the screen. */
  mount: (route: string, data: Record<string, unknown>) => void;
  /** What the page pushed through setData. */
  patch: (patch: Record<string, unknown>) => void;
  scrollTo: Window['scrollTo'];
  /** Bound by the device. */
  say: (said: string) => Promise<void>;
  ask: (question: Question) => Promise<string | null>;
}

export const pageWindow = window as unknown as PageWindow & typeof globalThis;

export const say = (said: Said): void => void pageWindow.say(JSON.stringify(said));
