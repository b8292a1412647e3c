/** The person's latest matter, inline: what, in whose hands, until when, how far. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import { AskedDue, Card, Grow, Heading, Muted, Row, Stack, StageChip, StageProgress } from '../../../ui';
import { ticketTitle, useTexts } from '../../../use';

export function Latest({ ticket }: { ticket: TicketRowView }) {
  const { t, say } = useTexts();
  const { holderName } = ticket;
  const title = ticketTitle(t, say, ticket);
  return (
    <Card
      className="home-latest"
      label={`${title}, ${t(`tickets.stage.${ticket.stage}`)}`}
      onPress={() => go('tickets/detail', { id: ticket.id })}
    >
      <Stack gap={2}>
        <Row align="start" gap={2} wrap>
          <Grow>
            <Heading level={3}>{title}</Heading>
          </Grow>
          <StageChip stage={ticket.stage} />
        </Row>
        <Row wrap gap={2}>
          <Muted>{holderName ? t('home.latest.holder', { name: holderName }) : say(ticket.category)}</Muted>
          <AskedDue ticket={ticket} />
        </Row>
        <StageProgress stage={ticket.stage} />
      </Stack>
    </Card>
  );
}
