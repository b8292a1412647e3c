/** The news that tickets publish. */

export interface TicketMoved {
  ticketId: string;
  /** The event in the ticket's history that is told. */
  eventId: string;
}

declare module '../platform/jobs/events' {
  interface EventMap {
    'ticket.moved': TicketMoved;
  }
}
