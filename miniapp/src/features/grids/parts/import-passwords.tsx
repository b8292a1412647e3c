/** One-time passwords of the accounts that an import opened: how many wait, and the list that is made for them once. */
import { useState } from 'react';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { go } from '../../../platform/navigate';
import { Button, Card, FaultNotice, Heading, Muted, Notice, Sheet, Stack } from '../../../ui';
import { fullWhenText, useClock, useDownload, useMe, useTexts } from '../../../use';

export function ImportPasswords({ of, again }: { of: ImportView; again: () => void }) {
  const { t } = useTexts();
  const now = useClock();
  const { may } = useMe();
  const [sure, ask] = useState(false);
  const made = (): void => {
    ask(false);
    again();
  };
  const list = useDownload(importRoutes.passwords, { then: made });
  const n = of.newcomers;
  if (n === 0 || !may('community.set_up')) return null;
  const last = of.passwordsAt;
  return (
    <Card>
      <Stack gap={3}>
        <Heading>{t('grids.import.passwords')}</Heading>
        <Muted>{t('grids.import.passwords.waiting', { n })}</Muted>
        {list.given && <Notice tone="good">{t('grids.import.passwords.given')}</Notice>}
        {list.given === false && <Notice tone="warn">{t('grids.imports.notShown')}</Notice>}
        <Button kind={last ? 'secondary' : undefined} icon="lock" onPress={() => ask(true)}>
          {t(last ? 'grids.import.passwords.again' : 'grids.import.passwords.make', { n })}
        </Button>
        <Muted>
          {last
            ? t('grids.import.passwords.at', { when: fullWhenText(t, Date.parse(last), now) })
            : t('grids.import.passwords.none')}
        </Muted>
        <Button kind="ghost" onPress={() => go('setup/accounts')}>
          {t('grids.import.passwords.accounts')}
        </Button>
      </Stack>
      <Sheet
        open={sure}
        title={t('grids.import.passwords.sure')}
        verb={t('grids.import.passwords.do')}
        onVerb={() => void list.run({ params: { id: of.id } })}
        busy={list.busy}
        onClose={() => ask(false)}
      >
        <Stack>
          <Muted>{t('grids.import.passwords.sure.lead', { n })}</Muted>
          {last && <Notice tone="warn">{t('grids.import.passwords.sure.again')}</Notice>}
          <FaultNotice fault={list.fault} onClose={list.clear} />
        </Stack>
      </Sheet>
    </Card>
  );
}
