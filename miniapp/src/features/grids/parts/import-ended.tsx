/** An import that is through: what came of it, what was passed over, and the way back. */
import { useState } from 'react';
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { go } from '../../../platform/navigate';
import { Button, Card, FaultNotice, Muted, Notice, Sheet, Stack } from '../../../ui';
import { fullWhenText, useClock, useDo, useDownload, useTexts } from '../../../use';
import { ImportCounts } from './import-counts';
import { ImportPasswords } from './import-passwords';
import { ImportRows } from './import-rows';

export function ImportEnded({ of, again }: { of: ImportView; again: () => void }) {
  const { state } = of;
  return (
    <>
      <Outcome of={of} />
      <ImportPasswords of={of} again={again} />
      {state === 'applied' && <Applied of={of} />}
      {of.counts.length > 0 && state === 'applied' && <ImportCounts of={of} />}
      {state === 'undone' && <ImportRows id={of.id} groups={[{ group: 'kept', count: of.kept }]} />}
    </>
  );
}

function Outcome({ of }: { of: ImportView }) {
  const { t, say } = useTexts();
  const again = (
    <Button kind="secondary" icon="upload" onPress={() => go('grids/imports')}>
      {t('grids.import.again')}
    </Button>
  );
  switch (of.state) {
    case 'refused':
      return (
        <Card>
          <Stack>
            <Notice tone="bad">{of.refused && say(of.refused.says)}</Notice>
            {again}
          </Stack>
        </Card>
      );
    case 'applied':
      return (
        <Notice tone="good">
          {t('grids.import.applied', { n: of.done })} {of.skipped > 0 && t('grids.import.skipped', { n: of.skipped })}
        </Notice>
      );
    case 'undone':
      return (
        <Notice tone={of.kept > 0 ? 'warn' : 'good'}>
          {t('grids.import.undone', { n: of.done - of.kept })} {of.kept > 0 && t('grids.import.kept', { n: of.kept })}
        </Notice>
      );
    default:
      return (
        <Card>
          <Stack>
            <Notice>{t(of.state === 'expired' ? 'grids.import.expired' : 'grids.import.discarded')}</Notice>
            {again}
          </Stack>
        </Card>
      );
  }
}

function Applied({ of }: { of: ImportView }) {
  const { t } = useTexts();
  const now = useClock();
  const [sure, ask] = useState(false);
  const undo = useDo(importRoutes.undo, { then: () => ask(false) });
  const errors = useDownload(importRoutes.errors);
  const params = { id: of.id };
  return (
    <Card>
      <Stack gap={3}>
        {of.skipped > 0 && (
          <Button kind="secondary" icon="download" busy={errors.busy} onPress={() => void errors.run({ params })}>
            {t('grids.import.errors', { n: of.skipped })}
          </Button>
        )}
        <FaultNotice fault={errors.fault} onClose={errors.clear} />
        {of.until && of.done > 0 && (
          <>
            <Button kind="danger" onPress={() => ask(true)}>
              {t('grids.import.undo')}
            </Button>
            <Muted>{t('grids.import.undo.until', { when: fullWhenText(t, Date.parse(of.until), now) })}</Muted>
          </>
        )}
      </Stack>
      <Sheet
        open={sure}
        danger
        title={t('grids.import.undo.sure')}
        verb={t('grids.import.undo')}
        onVerb={() => void undo.run({ params })}
        busy={undo.busy}
        onClose={() => ask(false)}
      >
        <Stack>
          <Muted>{t('grids.import.undo.lead')}</Muted>
          <FaultNotice fault={undo.fault} onClose={undo.clear} />
        </Stack>
      </Sheet>
    </Card>
  );
}
