/** What the routes of notices answer: type and parameters, rendered for each reader. */
import type { Page } from '../kernel/page';
import type { Bilingual } from '../kernel/texts';
import type { Action, Stage } from '../tickets/flows';
import type { TimelineFacts } from '../tickets/views';

export const NOTICE_TYPES = [
  'ticket.moved',
  'ticket.assigned',
  'ticket.to_verify',
  'ticket.tier_told',
  'ticket.warned',
  'ticket.risen',
  'ticket.partner_moved',
  'coordination.asked',
  'binding.asked',
  'binding.decided',
] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** What a notice leads to. */
export type SubjectKind = 'ticket' | 'binding' | 'coordination';

export interface NoticeFacts extends TimelineFacts {
  action?: Action;
  stage?: Stage;
  number?: string;
  /** First words of the ticket; null once erased. */
  title?: string | null;
  /** The ticket was filed by voice. */
  spoken?: boolean;
  /** Of what an outside body is asked about; its building is `place`. */
  category?: Bilingual;
  actorName?: string | null;
  /** Binding: accepted or refused, and why. */
  confirmed?: boolean;
  /** Binding: nobody decided in time. */
  lapsed?: boolean;
  reason?: string | null;
}

export interface NoticeView {
  id: string;
  type: NoticeType;
  at: string;
  read: boolean;
  subject: { kind: SubjectKind; id: string };
  facts: NoticeFacts;
}

export type NoticePage = Page<NoticeView>;

export interface UnreadView {
  unread: number;
}
