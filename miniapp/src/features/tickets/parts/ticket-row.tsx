/** A ticket in the requester's own list: what it is, how it stands, until when. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import { AskedChip, AskedDue, Caption, ListRow, OnBehalf, Row } from '../../../ui';
import { ticketTitle, useClock, useTexts, whenText } from '../../../use';

export function TicketRow({ ticket }: { ticket: TicketRowView }) {
  const { t, say } = useTexts();
  const now = useClock();
  const title = ticketTitle(t, say, ticket);
  return (
    <ListRow
      title={title}
      note={
        <>
          <Row wrap gap={2}>
            <AskedChip ticket={ticket} />
            <AskedDue ticket={ticket} />
          </Row>
          <OnBehalf ticket={ticket} />
          <Caption>{t('tickets.mine.openedAt', { when: whenText(t, Date.parse(ticket.openedAt), now) })}</Caption>
        </>
      }
      onPress={() => go('tickets/detail', { id: ticket.id })}
    />
  );
}
