/** An open question: for whoever asked it is the first thing to see, for those at work the reason why the time stands still. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { Caption, Card, Heading, Icon, Row, Stack, Words } from '../../../ui';
import { useClock, useTexts, whenText } from '../../../use';
import { useAddressed } from './use-asked';

export function TicketQuestion({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const now = useClock();
  const asked = useAddressed(ticket);
  const { question } = ticket;
  if (!question) return null;
  const when = whenText(t, Date.parse(question.until), now);
  return (
    <Card tone="tint">
      <Stack gap={2}>
        <Row gap={2}>
          <Icon name="info" tone="primary" />
          <Heading level={3}>{t(asked ? 'tickets.question.title' : 'tickets.question.title.staff')}</Heading>
        </Row>
        {question.words && <Words className="tickets-said">{question.words}</Words>}
        <Caption>{t(asked ? 'tickets.question.until' : 'tickets.question.until.staff', { when })}</Caption>
      </Stack>
    </Card>
  );
}
