/** A ticket told whole: its row, its history, what the history makes of it, and the moment at which it was read. */
import type { EntityManager } from 'typeorm';
import type { CaseState } from './case-state';
import { replay } from './replay';
import { historyNow, type HistoryNow } from './ticket-history';
import type { Ticket } from './ticket.entity';

export interface Told<T extends Ticket = Ticket> extends HistoryNow {
  ticket: T;
  state: CaseState;
}

/** Time is read with the history: after a lock, if there is one, so that no event is older than the one before it. */
export async function tell<T extends Ticket>(tx: EntityManager, ticket: T): Promise<Told<T>> {
  const read = await historyNow(tx, ticket);
  return { ticket, ...read, state: replay(read.history) };
}
