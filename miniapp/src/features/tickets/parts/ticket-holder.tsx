/** In whose hands it is, with the one verb that always works: call. Nobody is invited to call themselves. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { dial } from '../../../platform/phone';
import { Avatar, Button, Card, Grow, Icon, Muted, Row, Stack, Strong, Box } from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { joinedText } from './timeline-words';
import { useAsked } from './use-asked';

export function TicketHolder({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const { me } = useMe();
  const { holder, phase, dutyPhone } = ticket;
  const asked = useAsked(ticket);
  const name = holder?.displayName;
  const closed = phase === 'closed';
  const note = closed ? 'tickets.detail.closed' : name ? 'tickets.detail.holder' : 'tickets.detail.holder.none.hint';
  // Those at work call whoever else has it; that nobody has, or they themselves, stands among the facts.
  if (!asked && (closed || !holder || holder.id === me?.id)) return null;
  return (
    <Card>
      <Stack>
        <Row>
          {name ? <Avatar name={name} /> : <Icon name="clock" tone="muted" />}
          <Grow>
            <Box>
              <Strong>{name ?? t('tickets.detail.holder.none')}</Strong>
            </Box>
            <Muted>{t(note)}</Muted>
            {!closed &&
              ticket.joined.map(({ displayName, tier }) => (
                <Muted key={`${tier}${displayName}`}>{joinedText(t, tier, displayName)}</Muted>
              ))}
          </Grow>
        </Row>
        <Row>
          <Button
            grow
            kind="secondary"
            icon="phone"
            label={name ? t('tickets.detail.callHolder', { name }) : undefined}
            onPress={() => dial(holder?.dutyPhone ?? dutyPhone)}
          >
            {t('tickets.detail.call')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
