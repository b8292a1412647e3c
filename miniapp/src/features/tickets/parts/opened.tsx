/** After filing: the number, who comes, until when; a guest gets the code that finds it again. */
import { useState } from 'react';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { copyText } from '../../../platform/clipboard';
import { replace, restart } from '../../../platform/navigate';
import { Box, Button, Caption, Card, Due, Heading, Icon, Muted, Notice, Stack } from '../../../ui';
import { useClock, useTexts, useWaiting } from '../../../use';

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

function FollowCode({ number, code }: { number: string; code: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState<boolean>();
  const copy = (): void => void copyText(t('tickets.open.done.copyText', { number, code })).then(setCopied);
  return (
    <Card>
      <Stack gap={2}>
        <Caption>{t('tickets.open.done.code')}</Caption>
        <Box className="tickets-code">{code}</Box>
        <Muted>{t('tickets.open.done.code.hint')}</Muted>
        <Button kind="secondary" onPress={copy}>
          {t('tickets.open.done.copy')}
        </Button>
        {copied !== undefined && (
          <Notice tone={copied ? 'good' : 'warn'}>
            {t(copied ? 'tickets.open.done.copied' : 'tickets.open.done.copyFailed')}
          </Notice>
        )}
      </Stack>
    </Card>
  );
}

/** No network: kept on the phone, sent once by itself. */
export function Queued() {
  const { t } = useTexts();
  const sent = useWaiting().length === 0;
  return (
    <>
      <Card>
        <Box className="tickets-done" role="status" live="polite">
          <Box className="tickets-done-mark">
            <Icon name={sent ? 'check' : 'send'} size={36} />
          </Box>
          <Heading>{t(sent ? 'app.state.sent' : 'tickets.open.queued.title')}</Heading>
          <Muted>{t(sent ? 'tickets.open.queued.sent' : 'tickets.open.queued.lead')}</Muted>
        </Box>
      </Card>
      <Button onPress={() => restart('tickets/mine')}>{t('app.tab.mine')}</Button>
      <Button kind="ghost" onPress={() => restart('home/home')}>
        {t('tickets.open.done.home')}
      </Button>
    </>
  );
}
