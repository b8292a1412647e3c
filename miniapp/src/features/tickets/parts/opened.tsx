/** After filing: the number, who comes, until when; a guest gets the code that finds it again. */
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { replace, restart } from '../../../platform/navigate';
import type { Intent } from '../../../state/outbox';
import { Box, Button, Caption, Card, Due, Heading, Icon, Muted } from '../../../ui';
import { useClock, useTexts } from '../../../use';
import { FollowCode } from './follow-code';

export function Opened({ opened }: { opened: OpenedTicketView }) {
  const { t } = useTexts();
  const now = useClock();
  const { number, workerName: name, due, followCode } = opened;
  return (
    <>
      <Card>
        <Box className="tickets-done" role="status" live="polite">
          <Box className="tickets-done-mark">
            <Icon name="check" size={40} />
          </Box>
          <Heading>{t('tickets.open.done.title')}</Heading>
          <Muted>{name ? t('tickets.open.done.worker', { name }) : t('tickets.open.done.worker.none')}</Muted>
          <Caption>{t('tickets.open.done.number')}</Caption>
          <Box className="tickets-code">{number}</Box>
        </Box>
      </Card>
      <Due big at={Date.parse(due.at)} now={now} title={t(`tickets.clock.${due.clock}`)} />
      {followCode && <FollowCode number={number} code={followCode} />}
      <Button onPress={() => replace('tickets/detail', { id: opened.id })}>{t('tickets.open.done.see')}</Button>
      <Button kind="ghost" onPress={() => restart('home/home')}>
        {t('tickets.open.done.home')}
      </Button>
    </>
  );
}

const WAITS = { icon: 'send', title: 'tickets.open.queued.title', lead: 'tickets.open.queued.lead' } as const;

const BUSY = { ...WAITS, lead: 'tickets.open.queued.busy' } as const;

/** What is said of each state of what was queued. */
const QUEUED = {
  queued: WAITS,
  sending: WAITS,
  sent: { icon: 'check', title: 'app.state.sent', lead: 'tickets.open.queued.sent' },
  failed: { icon: 'alert', title: 'tickets.mine.refused', lead: 'tickets.open.queued.refused' },
} as const;

/** Kept on the phone, sent once by itself; this one is followed, whatever else may wait. */
export function Queued({ intent }: { intent: Intent | undefined }) {
  const { t } = useTexts();
  const { icon, title, lead } = intent?.busy ? BUSY : QUEUED[intent?.state ?? 'sent'];
  return (
    <>
      <Card>
        <Box className="tickets-done" role="status" live="polite">
          <Box className="tickets-done-mark">
            <Icon name={icon} size={36} />
          </Box>
          <Heading>{t(title)}</Heading>
          <Muted>{t(lead)}</Muted>
        </Box>
      </Card>
      <Button onPress={() => restart('tickets/mine')}>{t('app.tab.mine')}</Button>
      <Button kind="ghost" onPress={() => restart('home/home')}>
        {t('tickets.open.done.home')}
      </Button>
    </>
  );
}
