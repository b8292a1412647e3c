/** The register as it stands, as a spreadsheet: masked for everybody who keeps it, in the clear with a reason that goes on record. */
import { useState } from 'react';
import { type ExportQuery } from '@sevengrid/shared/grids/imports.requests';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { REVEAL_REASONS, type RevealReason } from '@sevengrid/shared/grids/requests';
import { Button, Card, ChoiceList, FaultNotice, Heading, Muted, Notice, Sheet, Stack } from '../../../ui';
import { useDownload, useMe, useTexts } from '../../../use';
import { useWhoseRegister } from './whose-register';

export function ExportRegister() {
  const { t } = useTexts();
  const { may } = useMe();
  const { of } = useWhoseRegister();
  const [asking, ask] = useState(false);
  const masked = useDownload(importRoutes.export);
  if (!may('register.export')) return null;
  return (
    <Card>
      <Stack gap={3}>
        <Heading>{t('grids.imports.export')}</Heading>
        <Muted>{t('grids.imports.export.hint')}</Muted>
        <FaultNotice fault={masked.fault} onClose={masked.clear} />
        {masked.given === false && <Notice tone="warn">{t('grids.imports.notShown')}</Notice>}
        <Button kind="secondary" icon="download" busy={masked.busy} onPress={() => void masked.run({ query: of })}>
          {t('grids.imports.export.masked')}
        </Button>
        {may('person.reveal') && (
          <Button kind="ghost" icon="lock" onPress={() => ask(true)}>
            {t('grids.imports.export.clear')}
          </Button>
        )}
      </Stack>
      {asking && <InTheClear onClose={() => ask(false)} />}
    </Card>
  );
}

function InTheClear({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const [reason, choose] = useState<RevealReason>();
  const clear = useDownload(importRoutes.export, { then: onClose });
  const { of } = useWhoseRegister();
  const query: ExportQuery = { ...of, reason };
  return (
    <Sheet
      open
      title={t('grids.imports.export.clear')}
      onClose={onClose}
      verb={t('grids.imports.export.do')}
      onVerb={() => void (reason && clear.run({ query }))}
      busy={clear.busy}
    >
      <Stack>
        <Muted>{t('grids.imports.export.clear.lead')}</Muted>
        <FaultNotice fault={clear.fault} onClose={clear.clear} />
        <ChoiceList
          label={t('work.reveal.reason')}
          options={REVEAL_REASONS.map((value) => ({ value, label: t(`work.reveal.${value}`) }))}
          value={reason}
          onChange={choose}
        />
      </Stack>
    </Sheet>
  );
}
