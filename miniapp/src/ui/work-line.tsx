/** A ticket in a list of work: how urgent, what, where, and what is left. Homes, queue and desk draw the same line. */
import type { ReactNode } from 'react';
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { dueText, urgencyOf } from '../platform/due-text';
import type { TextKey, Translate } from '../platform/translate';
import { ticketTitle } from '../use/ticket-title';
import { useTexts } from '../use/use-texts';
import { Chip, type ChipProps } from './chip';
import { DUE_TONES } from './due';
import { Box, Press, Span } from './elements';

interface Mark {
  tone: ChipProps['tone'];
  shape: ChipProps['shape'];
  words: TextKey;
}

/** The one word that tells most: danger, then lateness, then grade, then how far it has got. */
export function markOf(ticket: TicketRowView, now: number): Mark {
  const words: TextKey = `work.stage.${ticket.stage}`;
  if (ticket.phase === 'closed') return { tone: 'quiet', shape: 'check', words };
  if (ticket.grade === 'G0') return { tone: 'urgent', shape: 'triangle', words: 'work.row.danger' };
  const urgency = ticket.due ? urgencyOf(Date.parse(ticket.due.at), now) : 'calm';
  if (urgency === 'over') return { tone: 'urgent', shape: 'square', words: 'work.row.over' };
  if (ticket.grade === 'G1') return { tone: 'urgent', shape: 'triangle', words: 'work.row.urgent' };
  if (urgency !== 'calm') return { tone: 'soon', shape: 'ring', words: 'work.row.soon' };
  if (ticket.phase === 'new') return { tone: 'quiet', shape: 'square', words };
  if (ticket.phase === 'waiting_requester' || ticket.phase === 'waiting_partner')
    return { tone: 'quiet', shape: 'ring', words: `work.phase.${ticket.phase}` };
  const shape = ticket.phase === 'resolved' ? 'check' : 'dot';
  return { tone: ticket.phase === 'active' ? 'calm' : 'quiet', shape, words };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is left in the largest unit: in a list it is weighed at a glance, to the minute it stands on the ticket. */
function roughly(t: Translate, span: number): string {
  if (span >= DAY) return t('app.time.days', { d: Math.floor(span / DAY) });
  if (span >= HOUR) return t('app.time.hours', { h: Math.floor(span / HOUR) });
  return t('app.time.minutes', { m: Math.max(1, Math.ceil(span / MINUTE)) });
}

function DueInBrief({ at, now }: { at: number; now: number }) {
  const { t } = useTexts();
  const urgency = urgencyOf(at, now);
  const words = urgency === 'over' ? t('app.time.over', { span: roughly(t, now - at) }) : dueText(t, at, now);
  return <Span className={`due due-${DUE_TONES[urgency]}`}>{words}</Span>;
}

export interface WorkLineProps {
  ticket: TicketRowView;
  now: number;
  /** Staff see many grids, a worker only the own. */
  withGrid?: boolean;
  selected?: boolean;
  /** For bringing the line into view. */
  id?: string;
  onPress: () => void;
}

export function WorkLine({ ticket, now, withGrid, selected, id, onPress }: WorkLineProps) {
  const { t, say, gridName } = useTexts();
  const mark = markOf(ticket, now);
  const about = [ticket.address, say(ticket.category), withGrid ? gridName(ticket) : null].filter(Boolean).join(' · ');
  return (
    <Press id={id} className={`work-line ${selected ? 'is-selected' : ''}`} current={selected} onPress={onPress}>
      <Box className="work-line-first">
        <Chip tone={mark.tone} shape={mark.shape}>
          {t(mark.words)}
        </Chip>
        <Span className="work-line-title">{ticketTitle(t, say, ticket)}</Span>
      </Box>
      <Box className="work-line-second">
        <Span className="muted grow">
          {about}
          {ticket.cycle > 1 && ` · ${t('work.row.again', { n: ticket.cycle })}`}
          {ticket.attempts > 0 && ` · ${t('work.row.attempts', { n: ticket.attempts })}`}
        </Span>
        <Span className="work-line-due">
          {ticket.due ? <DueInBrief at={Date.parse(ticket.due.at)} now={now} /> : t('work.row.noDue')}
        </Span>
      </Box>
    </Press>
  );
}

/** The white sheet that lines of work stand on. */
export const WorkList = ({ label, children }: { label: string; children?: ReactNode }) => (
  <Box className="card work-list" role="group" label={label}>
    {children}
  </Box>
);
