/** What the phone's own document offers the device: pages as frames, and what WeChat draws over them. */
import type { Question } from './question';

/** How WeChat frames a page. */
export interface Bar {
  title: string;
  /** A page with a bar of its own has the whole screen. */
  custom: boolean;
  /** There is a page below. */
  back: boolean;
}

export interface Shell {
  open: (id: number) => void;
  show: (id: number, bar: Bar) => void;
  close: (id: number) => void;
  /** Words for a while; nothing where it goes at once. */
  toast: (words: string, ms: number) => void;
  /** The answer that was tapped, or what was typed; null when the person turned away. */
  ask: (question: Question) => Promise<string | null>;
  /** One of so many photos over everything, until it is tapped. */
  look: (address: string, place: string) => void;
}

export interface ShellWindow {
  shell: Shell;
  /** Bound by the device. */
  goBack: () => Promise<void>;
}
