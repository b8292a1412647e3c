/** Renders a line of a ticket's history, which is kept as action and facts, in plain words of the reader's language. */
import type { Tier } from '@sevengrid/shared/tickets/terms';
import type { TimelineActorView, TimelineEntryView, TimelineFacts } from '@sevengrid/shared/tickets/views';
import { isTextKey, whenText, type TextKey, type Translate } from '../../../use';

export interface TimelineWords {
  title: string;
  /** People named in the title, each to stay on one line. */
  names: string[];
  /** What else is known: channel, grade, expected time, place. */
  facts: string[];
}

const known = (key: string, otherwise: TextKey): TextKey => (isTextKey(key) ? key : otherwise);

/** Whoever did it: you, a public display name, or what they are here; never a resident's name. */
export function whoText(t: Translate, actor: TimelineActorView): string {
  if (actor.side === 'you') return t('tickets.who.you');
  return actor.name ?? t(`tickets.who.${actor.side}`);
}

/** Whether the person wrote it, a colleague wrote it down for them, or a neighbour who looks after the household. */
export function openedKey({ actor, facts: { channel } }: Pick<TimelineEntryView, 'actor' | 'facts'>): TextKey {
  if (channel === 'mini' || channel === 'card_scan') return 'tickets.staff.line.open';
  return actor.side === 'requester' ? 'tickets.staff.line.open.central' : 'tickets.staff.line.open.for';
}

/** The same for whoever asked: what somebody else filed for them was not written by them. */
function openedForYouKey({ actor, facts: { channel } }: Pick<TimelineEntryView, 'actor' | 'facts'>): TextKey {
  if (actor.side === 'you' || !channel || channel === 'mini' || channel === 'card_scan') return 'tickets.line.open';
  return actor.side === 'requester' ? 'tickets.line.open.central' : 'tickets.line.open.forYou';
}

function titleKey(entry: TimelineEntryView, asked: boolean): TextKey {
  const { action, actor, facts, shown, stage } = entry;
  switch (action) {
    case 'open':
      return asked ? openedForYouKey(entry) : openedKey(entry);
    case 'contact':
      return known(`tickets.line.contact.${facts.how}`, 'tickets.line.contact');
    case 'resolve':
      return known(`tickets.line.resolve.${facts.outcome}`, 'tickets.line.resolve');
    case 'verify':
      return known(`tickets.line.verify.${facts.finding}`, 'tickets.line.verify');
    case 'decline':
      return facts.declineReason ? 'tickets.line.decline' : 'tickets.line.decline.bare';
    case 'reassign':
      if (facts.holderName) return 'tickets.line.reassign';
      return facts.joinedName ? 'tickets.line.reassign.joined' : 'tickets.line.reassign.bare';
    case 'regrade':
      return facts.grade ? 'tickets.line.regrade' : 'tickets.line.regrade.bare';
    case 'answer':
      return actor.side === 'handler' || (actor.side === 'you' && !asked)
        ? 'tickets.line.answer.heard'
        : 'tickets.line.answer';
    case 'rate':
      return known(`tickets.line.rate.${facts.satisfied}`, 'tickets.line.rate');
    case 'revisit':
      if (stage === 'withdrawn') return 'tickets.line.revisit.withdrawn';
      return known(`tickets.line.revisit.${facts.finding}`, 'tickets.line.revisit');
    case 'escalate':
      return actor.side === 'system' ? 'tickets.line.escalate.system' : 'tickets.line.escalate';
    case 'appoint':
      return facts.verifierName ? 'tickets.line.appoint' : 'tickets.line.appoint.bare';
    case 'warn':
      return (facts.percent ?? 0) >= 100 ? 'tickets.line.warn.over' : 'tickets.line.warn';
    case 'remark':
      return shown ? 'tickets.line.remark' : 'tickets.line.remark.inner';
    default:
      return known(`tickets.line.${action}`, 'tickets.line.remark');
  }
}

const gradeText = (t: Translate, facts: TimelineFacts): string =>
  facts.grade ? t(`tickets.grade.${facts.grade}`) : '';

const SETS_DATE: readonly string[] = ['accept', 'regrade', 'reopen', 'answer', 'resume', 'extend', 'redate'];

/** A due date is told where it was set or moved, and by nobody twice. */
function dueWords(t: Translate, { action, facts }: TimelineEntryView, now: number): string[] {
  if (!SETS_DATE.includes(action) || !facts.dueAt) return [];
  return [t('tickets.line.due', { when: whenText(t, Date.parse(facts.dueAt), now) })];
}

/** Who works on it as well, by a name where there is one. */
export function joinedText(t: Translate, tier: Tier, name?: string): string {
  return name ? t(`tickets.line.joined.${tier}`, { name }) : t(`tickets.line.joins.${tier}`);
}

/** Where it rose the tier above joins, by a name where there is one; nobody is let off by it. */
function tierWords(t: Translate, { action, facts: { tier, joinedName } }: TimelineEntryView): string[] {
  if (!tier || tier === 'grid') return [];
  if (action === 'contest') return [t(`tickets.line.looks.${tier}`)];
  return [joinedText(t, tier, joinedName)];
}

/** Of a survey that was read aloud or brought on paper: the answer is the person's, the hand is not. */
function surveyWords(t: Translate, { action, facts: { surveyHow } }: TimelineEntryView, asked: boolean): string[] {
  if (action !== 'rate' || !surveyHow || surveyHow === 'self') return [];
  return [t(asked ? `tickets.line.rate.how.${surveyHow}` : `tickets.staff.line.rate.how.${surveyHow}`)];
}

/** What opens again goes on with somebody else where whoever held it has gone. */
const goesOnWords = (t: Translate, { stage, action, facts: { holderName } }: TimelineEntryView): string[] =>
  stage === 'reopened' && action !== 'reassign' && holderName ? [t('tickets.line.goesOn', { holder: holderName })] : [];

function factWords(t: Translate, entry: TimelineEntryView, now: number, asked: boolean): string[] {
  const { action, facts } = entry;
  const channel = action === 'open' && facts.channel !== 'central' ? facts.channel : undefined;
  return [
    ...(channel ? [t(`tickets.channel.${channel}`)] : []),
    ...surveyWords(t, entry, asked),
    ...(action === 'accept' && facts.grade ? [t('tickets.line.accept.facts', { grade: gradeText(t, facts) })] : []),
    ...(action === 'reopen' && facts.cycle ? [t('tickets.line.cycle', { n: facts.cycle })] : []),
    ...tierWords(t, entry),
    ...goesOnWords(t, entry),
    ...(facts.returnReason ? [t(`tickets.return.${facts.returnReason}`)] : []),
    ...(facts.place ? [t('tickets.line.place', { place: facts.place })] : []),
    ...dueWords(t, entry, now),
  ];
}

/** The words of one entry; `now` in milliseconds UTC, for "today" and "tomorrow"; `asked` where the reader is the one who did. */
export function timelineWords(t: Translate, entry: TimelineEntryView, now: number, asked = true): TimelineWords {
  const { facts } = entry;
  const reason = facts.declineReason ? t(`tickets.reason.${facts.declineReason}`) : '';
  const params = {
    who: whoText(t, entry.actor),
    holder: facts.holderName ?? '',
    joined: facts.joinedName ?? '',
    verifier: facts.verifierName ?? '',
    body: facts.organisationName ?? t('tickets.who.partner'),
    clock: facts.clock ? t(`tickets.staff.clock.${facts.clock}`) : '',
    n: facts.days ?? facts.percent ?? '',
    grade: gradeText(t, facts),
    reason,
  };
  const names = [entry.actor.name, facts.holderName, facts.joinedName, facts.verifierName].filter(
    (name) => name != null,
  );
  return { title: t(titleKey(entry, asked), params), names, facts: factWords(t, entry, now, asked) };
}
