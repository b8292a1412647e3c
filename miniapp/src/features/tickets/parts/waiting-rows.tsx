/** What was filed without network and still waits on the phone: shown first, so that nobody files it twice. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { Card, Chip, ListRow } from '../../../ui';
import { useClock, useTexts, useWaiting, whenText } from '../../../use';

export function WaitingRows() {
  const { t } = useTexts();
  const now = useClock();
  const waiting = useWaiting().filter(({ route }) => route === ticketRoutes.open.name);
  if (waiting.length === 0) return null;
  return (
    <Card>
      {waiting.map(({ key, input, madeAt }) => (
        <ListRow
          key={key}
          title={(input as { body: OpenTicket }).body.words}
          note={t('tickets.mine.waiting.hint')}
          meta={whenText(t, madeAt, now)}
          after={<Chip tone="soon">{t('tickets.mine.waiting')}</Chip>}
        />
      ))}
    </Card>
  );
}
