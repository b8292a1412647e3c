/** Who asked, for those at work: name, door, who wrote it down for them, and the phone, shown for a reason. */
import { useState } from 'react';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import { Avatar, Box, Button, Caption, Card, Digits, Grow, Muted, RevealSheet, Row, Stack, Strong } from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { openedKey, whoText } from './timeline-words';

/** Said only where somebody else wrote it down. */
function FiledFor({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const opened = ticket.timeline.find(({ action }) => action === 'open');
  const key = opened && openedKey(opened);
  if (!key || key === 'tickets.staff.line.open') return null;
  return <Caption>{t(key, { who: whoText(t, opened.actor) })}</Caption>;
}

export function TicketRequester({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const { may } = useMe();
  const [shown, show] = useState(false);
  const { id, address, householdId, requester } = ticket;
  const name = requester.name ?? t('tickets.detail.unnamed');
  return (
    <Card>
      <Stack>
        <Row align="start">
          <Avatar name={name} />
          <Grow>
            <Box>
              <Strong>{name}</Strong>
            </Box>
            <Muted>
              {t('tickets.detail.requester')}
              {requester.phone && ' · '}
              {requester.phone && <Digits>{requester.phone}</Digits>}
            </Muted>
            {address && <Muted>{address}</Muted>}
            <FiledFor ticket={ticket} />
          </Grow>
        </Row>
        <Row wrap gap={2}>
          {requester.phone !== null && may('person.reveal') && (
            <Button grow kind="secondary" icon="phone" onPress={() => show(true)}>
              {t('work.verb.reveal')}
            </Button>
          )}
          {householdId && may('household.read') && (
            <Button kind="ghost" icon="door" onPress={() => go('grids/household', { id: householdId })}>
              {t('tickets.detail.toHousehold')}
            </Button>
          )}
        </Row>
      </Stack>
      {shown && <RevealSheet of="ticket" id={id} name={requester.name} onClose={() => show(false)} />}
    </Card>
  );
}
