/** A one-time password, shown once: large enough to be copied by hand, and with a button for those who can paste. */
import { useState } from 'react';
import { copyText } from '../../../platform/clipboard';
import { Button, Caption, Facts, Muted, Notice, Numbers, Sheet, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import './password-sheet.scss';

export interface PasswordSheetProps {
  account: string;
  /** Null: it was shown before, or is the password no more. */
  password: string | null;
  onClose: () => void;
}

export function PasswordSheet({ account, password, onClose }: PasswordSheetProps) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = (): void => void copyText(`${account} ${password ?? ''}`).then(setCopied);
  return (
    <Sheet open title={t('setup.password.title')} onClose={onClose} verb={t('setup.password.done')} onVerb={onClose}>
      <Stack>
        {password === null ? (
          <Notice tone="warn">{t('setup.password.gone')}</Notice>
        ) : (
          <>
            <Muted>{t('setup.password.lead')}</Muted>
            <Facts items={[{ label: t('setup.password.account'), value: account }]} />
            <Stack gap={1}>
              <Caption>{t('setup.password.password')}</Caption>
              <Numbers className="one-time">{password}</Numbers>
            </Stack>
            <Button kind="secondary" onPress={copy}>
              {t(copied ? 'setup.password.copied' : 'setup.password.copy')}
            </Button>
          </>
        )}
      </Stack>
    </Sheet>
  );
}
