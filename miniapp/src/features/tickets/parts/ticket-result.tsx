/** What the handler says became of it, and what was found afterwards: two things, shown apart. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import { Button, Caption, Card, Facts, Heading, Muted, Row, Stack, Strong, Icon, Words } from '../../../ui';
import { useClock, useTexts, whenText } from '../../../use';
import { isOver } from './requester-moves';
import { resultWords } from './result-words';
import { useAddressed, useAsked } from './use-asked';

export function TicketResult({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const now = useClock();
  const { outcome, finding, reopenUntil } = ticket;
  const asked = useAsked(ticket);
  const addressed = useAddressed(ticket);
  const said = outcome && resultWords(ticket);
  if (!outcome && !finding) return null;
  const items = [
    ...(outcome
      ? [{ label: t('tickets.detail.outcome'), value: <Strong>{t(`tickets.outcome.${outcome}`)}</Strong> }]
      : []),
    ...(finding
      ? [
          {
            label: t(addressed ? 'tickets.detail.finding' : 'tickets.detail.finding.staff'),
            value: <Strong>{t(`tickets.finding.${finding}`)}</Strong>,
          },
        ]
      : []),
  ];
  return (
    <Card>
      <Stack gap={3}>
        <Row gap={2}>
          <Icon name="check" tone="primary" />
          <Heading level={3}>{t('tickets.detail.result')}</Heading>
        </Row>
        <Facts items={items} />
        {said && <Words className="tickets-said">{said}</Words>}
        {asked && isOver(ticket, now) && (
          <>
            <Muted>{t('tickets.detail.reopenOver')}</Muted>
            <Button kind="secondary" icon="pen" onPress={() => go('tickets/open')}>
              {t('tickets.detail.anew')}
            </Button>
          </>
        )}
        {reopenUntil && asked && !isOver(ticket, now) && (
          <Caption>{t('tickets.detail.reopenUntil', { when: whenText(t, Date.parse(reopenUntil), now) })}</Caption>
        )}
      </Stack>
    </Card>
  );
}
