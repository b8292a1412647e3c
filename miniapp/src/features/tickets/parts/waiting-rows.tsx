/** What was filed without network and still waits on the phone: shown first, so that nobody files it twice. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import type { Intent } from '../../../state/outbox';
import { Card, Chip, ListRow } from '../../../ui';
import { useClock, useTexts, useWaiting, whenText } from '../../../use';
import { unsentTitle, useUnsentMedia } from './unsent';

export function WaitingRows() {
  const waiting = useWaiting().filter(({ route }) => route === ticketRoutes.open.name);
  if (waiting.length === 0) return null;
  return (
    <Card>
      {waiting.map((intent) => (
        <WaitingRow key={intent.key} intent={intent} />
      ))}
    </Card>
  );
}

function WaitingRow({ intent: { input, madeAt } }: { intent: Intent }) {
  const { t } = useTexts();
  const now = useClock();
  const { body } = input as { body: OpenTicket };
  const media = useUnsentMedia(body);
  return (
    <ListRow
      title={unsentTitle(t, body)}
      note={media === '' ? t('tickets.mine.waiting.hint') : media}
      meta={whenText(t, madeAt, now)}
      after={<Chip tone="soon">{t('tickets.mine.waiting')}</Chip>}
    />
  );
}
