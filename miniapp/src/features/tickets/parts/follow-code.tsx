/** The code with which a guest finds the ticket again, to be noted down: after filing, and on the ticket itself. */
import { useState } from 'react';
import { copyText } from '../../../platform/clipboard';
import { Box, Button, Caption, Card, Muted, Notice, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import './open.scss';

export function FollowCode({ number, code }: { number: string; code: string }) {
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
