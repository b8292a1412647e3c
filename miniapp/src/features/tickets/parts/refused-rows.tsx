/** What the server refused after its author had left the form: what was wrong, and the two ways on. */
import { useState } from 'react';
import type { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { go } from '../../../platform/navigate';
import { putBack, type Intent } from '../../../state/outbox';
import { Button, Card, Chip, ListRow, Notice, Row } from '../../../ui';
import { sendAgain, useClock, useRefused, useTexts, whenText } from '../../../use';
import { unsentTitle } from './unsent';

export function RefusedRows() {
  const refused = useRefused().filter(({ route }) => route === ticketRoutes.open.name);
  return (
    <>
      {refused.map((intent) => (
        <RefusedRow key={intent.key} intent={intent} />
      ))}
    </>
  );
}

function RefusedRow({ intent }: { intent: Intent }) {
  const { t } = useTexts();
  const now = useClock();
  const [occupied, setOccupied] = useState(false);
  const { key, input, madeAt, detail, fault = '', written } = intent;
  const change = (): void => {
    const done = putBack(key);
    if (done === 'put back') go('tickets/open', written?.query);
    setOccupied(done === 'occupied');
  };
  return (
    <Card tone="madder">
      <ListRow
        title={unsentTitle(t, (input as { body: OpenTicket }).body)}
        note={detail || t('app.fault.unknown', { trace: fault })}
        meta={whenText(t, madeAt, now)}
        after={<Chip tone="urgent">{t('tickets.mine.refused')}</Chip>}
      />
      {occupied && <Notice tone="warn">{t('tickets.mine.refused.occupied')}</Notice>}
      <Row gap={2} wrap>
        <Button kind="secondary" icon="refresh" onPress={() => sendAgain(key)}>
          {t('tickets.mine.refused.again')}
        </Button>
        {written && (
          <Button kind="secondary" icon="pen" onPress={change}>
            {t('tickets.mine.refused.change')}
          </Button>
        )}
      </Row>
    </Card>
  );
}
