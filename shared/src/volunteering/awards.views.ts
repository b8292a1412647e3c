/** Lists that are put up, what is objected to them, and points taken back. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { ActivityStage } from './activity-flow';

export interface NoticeLineView {
  attendanceId: string;
  /** Masked where the person has no public name. */
  displayName: string;
  unit: Bilingual | null;
  minutes: number;
  /** By the rule of the list until it is settled, then what was given. */
  points: number;
  cappedPoints: number;
  /** Of my own. */
  mine: boolean;
}

export interface ListNoticeView {
  activityId: string;
  title: Bilingual;
  stage: ActivityStage;
  startsAt: string;
  until: string;
  /** Waiting for an answer: nothing is given meanwhile. */
  openObjections: number;
  lines: NoticeLineView[];
}

export interface ObjectionView {
  id: string;
  attendanceId: string | null;
  /** Of the line; null for the list as a whole. */
  displayName: string | null;
  words: string | null;
  at: string;
  /** Null while nobody has answered. */
  upheld: boolean | null;
  answer: string | null;
  answeredAt: string | null;
}

export interface ObjectionList {
  items: ObjectionView[];
}

export interface TakeBackView {
  id: string;
  attendanceId: string;
  activity: { id: string; title: Bilingual };
  displayName: string;
  points: number;
  minutes: number;
  reason: string | null;
  askedBy: string;
  askedAt: string;
  decidedBy: string | null;
  /** Null while nobody has decided. */
  agreed: boolean | null;
  /** I asked, or it is about me: somebody else decides. */
  own: boolean;
}

export type TakeBackPage = Page<TakeBackView>;
