/** What a resident's or guest's home shows: the card's people and numbers, and the own matters. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { useInfinite, useRoute } from '../../../use';
import { whatWaits } from './what-waits';

export function useResident() {
  const card = useRoute(cardRoutes.current, {});
  const open = useInfinite(ticketRoutes.mine, { query: { state: 'open' } });
  const unknown = card.fault !== undefined && [404, 409, 422].includes(card.fault.status);
  return {
    card,
    /** No household, or a card that has ended: not an error, but something to do. */
    unknown,
    latest: whatWaits(open.items),
    openCount: open.hasMore ? `${open.items.length}+` : String(open.items.length),
    again: () => Promise.all([card.again(), open.again()]),
  };
}
