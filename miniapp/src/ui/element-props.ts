/** What the raw elements take, the same on both platforms. */
import type { CSSProperties, ReactNode } from 'react';

export interface BoxProps {
  className?: string;
  style?: CSSProperties;
  id?: string;
  lang?: string;
  role?: string;
  /** What a screen reader says instead of the content. */
  label?: string;
  /** Spoken when it changes. */
  live?: 'polite' | 'assertive';
  /** Decoration: not read out. */
  silent?: boolean;
  modal?: boolean;
  /** Of a heading. */
  level?: 1 | 2 | 3;
  /** A finger came down somewhere inside; a browser is watched as a whole instead. */
  onTouch?: () => void;
  children?: ReactNode;
}

export interface PictureProps {
  src: string;
  /** What it shows, for whoever does not see it; empty where something beside it says so. */
  label: string;
  className?: string;
  /** It could not be loaded. */
  onFail?: () => void;
}

export interface PressProps extends Omit<BoxProps, 'modal' | 'live' | 'silent' | 'onTouch'> {
  onPress: () => void;
  disabled?: boolean;
  busy?: boolean;
  /** For tabs, options and list rows. */
  selected?: boolean;
  /** For radio buttons and switches. */
  checked?: boolean;
  /** This is the page one is on. */
  current?: boolean;
  /** For what opens and closes a fold. */
  expanded?: boolean;
  /** False for all but one of a radio group: Tab stops at the group once, and arrows go on from there. */
  tabStop?: boolean;
}

export interface InputProps {
  className?: string;
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Enter, or the keyboard's own verb. */
  onEnter?: () => void;
  kind?: 'text' | 'phone' | 'number' | 'password';
  /** Most characters the phone lets in; the rule itself is the request class's. */
  max?: number;
  placeholder?: string;
  invalid?: boolean;
  required?: boolean;
  autoFocus?: boolean;
}

/** A day as `2027-02-06` or a time of day as `09:30`. */
export interface WhenProps {
  kind: 'date' | 'time';
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  invalid?: boolean;
  className?: string;
}
