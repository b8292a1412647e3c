/** The person's latest matter, inline: what, in whose hands, until when, how far. */
import type { TicketRowView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import {
  AskedChip,
  AskedDue,
  Card,
  Grow,
  Heading,
  Muted,
  OnBehalf,
  Row,
  Stack,
  StageProgress,
  askedStageKey,
} from '../../../ui';
import { ticketTitle, useTexts } from '../../../use';

export function Latest({ ticket }: { ticket: TicketRowView }) {
  const { t, say } = useTexts();
  const { holderName, phase, onBehalf } = ticket;
  const waits = phase === 'waiting_requester' && !onBehalf;
  const held = waits ? 'home.latest.asks' : 'home.latest.holder';
  const title = ticketTitle(t, say, ticket);
  return (
    <Card
      className="home-latest"
      label={`${title}, ${t(askedStageKey(ticket))}`}
      onPress={() => go('tickets/detail', { id: ticket.id })}
    >
      <Stack gap={2}>
        <Row align="start" gap={2} wrap>
          <Grow>
            <Heading level={3}>{title}</Heading>
          </Grow>
          <AskedChip ticket={ticket} />
        </Row>
        <OnBehalf ticket={ticket} />
        <Row wrap gap={2}>
          <Muted>{holderName ? t(held, { name: holderName }) : say(ticket.category)}</Muted>
          <AskedDue ticket={ticket} />
        </Row>
        <StageProgress stage={ticket.stage} />
      </Stack>
    </Card>
  );
}
