/** Renders a notice, which is kept as type and facts, in one sentence of the reader's language. */
import type { Bilingual } from '@sevengrid/shared/kernel/texts';
import type { NoticeFacts, NoticeView } from '@sevengrid/shared/notices/views';
import { isTextKey, whenText, type TextKey, type Translate } from '../../../use';

type Say = (text: Bilingual) => string;

const known = (key: string, otherwise: TextKey): TextKey => (isTextKey(key) ? key : otherwise);

/** A sentence that names the due date where one is known. */
const dated = (facts: NoticeFacts, bare: TextKey, withDue: TextKey): TextKey => (facts.dueAt ? withDue : bare);

function movedKey(facts: NoticeFacts): TextKey {
  switch (facts.action) {
    case 'accept':
      return dated(facts, 'notices.moved.accept', 'notices.moved.accept.due');
    case 'regrade':
      return dated(facts, 'notices.moved.regrade', 'notices.moved.regrade.due');
    case 'contact':
      return known(`notices.moved.contact.${facts.how}`, 'notices.moved.contact');
    case 'resolve':
      return known(`notices.moved.resolve.${facts.outcome}`, 'notices.moved.resolve');
    case 'verify':
      return facts.finding === 'not_solved' ? 'notices.moved.verify.not_solved' : 'notices.moved.verify';
    case 'reassign':
      return facts.holderName ? 'notices.moved.reassign' : 'notices.moved.reassign.bare';
    default:
      return known(`notices.moved.${facts.action}`, 'notices.moved.other');
  }
}

function keyOf({ type, facts }: NoticeView): TextKey {
  switch (type) {
    case 'ticket.moved':
      return movedKey(facts);
    case 'ticket.assigned':
      return 'notices.assigned';
    case 'ticket.to_verify':
      return 'notices.to_verify';
    case 'ticket.tier_told':
      return 'notices.tier_told';
    case 'ticket.warned':
      return (facts.percent ?? 0) >= 100 ? 'notices.warned.over' : 'notices.warned';
    case 'ticket.risen':
      return 'notices.risen';
    case 'ticket.partner_moved':
      return 'notices.partner_moved';
    case 'coordination.asked':
      if (facts.action === 'recall') return 'notices.coordination.recalled';
      return facts.action === 'coordinate' ? 'notices.coordination.asked' : 'notices.coordination.warned';
    case 'binding.asked':
      return 'notices.binding.asked';
    case 'binding.decided':
      if (facts.confirmed) return 'notices.binding.confirmed';
      if (facts.lapsed) return 'notices.binding.lapsed';
      return facts.reason ? 'notices.binding.refused' : 'notices.binding.refused.bare';
  }
}

/** Which matter: its first words, or for an outside body what kind it is and in which building. */
export function aboutText(say: Say, { subject, facts }: NoticeView): string {
  if (subject.kind === 'ticket') return facts.title ?? facts.number ?? '';
  if (subject.kind !== 'coordination') return '';
  return [facts.category && say(facts.category), facts.place, facts.number].filter(Boolean).join(' · ');
}

/** `now` in milliseconds UTC, for "today" and "tomorrow". */
export function noticeText(t: Translate, notice: NoticeView, now: number): string {
  const { facts } = notice;
  return t(keyOf(notice), {
    who: facts.actorName ?? t('notices.someone'),
    holder: facts.holderName ?? '',
    when: facts.dueAt ? whenText(t, Date.parse(facts.dueAt), now) : '',
    reason: facts.reason ?? '',
  });
}
