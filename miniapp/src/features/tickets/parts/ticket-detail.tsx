/** One ticket, whole: the page of its own on a phone and the right pane at a desk show the same. */
import type { ReactNode } from 'react';
import { soundsDangerous } from '@sevengrid/shared/tickets/danger';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { followCodes } from '../../../state/follow-codes';
import { Loaded } from '../../../ui';
import { useMe, useRoute } from '../../../use';
import { FollowCode } from './follow-code';
import { StillDanger } from './still-danger';
import { TicketFacts } from './ticket-facts';
import { TicketHead } from './ticket-head';
import { TicketHolder } from './ticket-holder';
import { TicketQuestion } from './ticket-question';
import { TicketRequester } from './ticket-requester';
import { TicketResult } from './ticket-result';
import { TicketSides } from './ticket-sides';
import { TicketTimeline } from './ticket-timeline';
import { useAddressed, useAsked } from './use-asked';
import './ticket-detail.scss';

/** Milliseconds between looks while it is open, for those who wait for it. */
const LOOK_EVERY = 60_000;

/** Those at work look when they open it, come back to it or move it: each of their looks is on record. */
export function useTicket(id: string) {
  const { me, may } = useMe();
  const waits = me !== undefined && !may('ticket.read');
  const how = waits ? { every: LOOK_EVERY } : { onShow: true };
  return useRoute(ticketRoutes.ticket, { params: { id } }, { when: id !== '', ...how });
}

/** Graded so, or sounding so before anybody has graded it. */
const isPerilous = ({ grade, words, phase }: TicketView): boolean =>
  phase !== 'closed' && (grade === 'G0' || (phase === 'new' && soundsDangerous(words ?? '')));

export function TicketCards({ ticket, again }: { ticket: TicketView; again?: () => unknown }) {
  const asked = useAsked(ticket);
  const addressed = useAddressed(ticket);
  const { side } = useMe();
  const code = side === 'guest' ? followCodes()[ticket.number] : undefined;
  return (
    <>
      {asked && isPerilous(ticket) && <StillDanger />}
      <TicketQuestion ticket={ticket} />
      <TicketHead ticket={ticket} again={again} />
      <TicketResult ticket={ticket} />
      {!asked && <TicketRequester ticket={ticket} />}
      <TicketHolder ticket={ticket} />
      {!asked && <TicketFacts ticket={ticket} />}
      {!asked && <TicketSides ticket={ticket} />}
      {code && <FollowCode number={ticket.number} code={code} />}
      <TicketTimeline entries={ticket.timeline} asked={addressed} again={again} />
    </>
  );
}

export interface TicketDetailProps {
  ticketId: string;
  /** Verbs below it, made from the ticket's moves. */
  footer?: (ticket: TicketView) => ReactNode;
}

export function TicketDetail({ ticketId, footer }: TicketDetailProps) {
  const read = useTicket(ticketId);
  return (
    <Loaded of={read} rows={4}>
      {(ticket) => (
        <>
          <TicketCards ticket={ticket} again={read.again} />
          {footer?.(ticket)}
        </>
      )}
    </Loaded>
  );
}
