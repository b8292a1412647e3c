/** My own code, for the roll-call: it changes every 15 seconds, so that a picture of it is of no use. */
import { useState } from 'react';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { Button, Loaded, Muted, Sheet, Stack } from '../../../ui';
import { Qr } from '../../../ui/qr';
import { useRoute, useTexts } from '../../../use';
import { useEvery } from './use-every';

const AGAIN = 10_000;

export function MyCode() {
  const { t } = useTexts();
  const [open, show] = useState(false);
  return (
    <>
      <Button kind="secondary" icon="card" onPress={() => show(true)}>
        {t('volunteering.myCode')}
      </Button>
      {open && <CodeSheet onClose={() => show(false)} />}
    </>
  );
}

function CodeSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const read = useRoute(presenceRoutes.myCode, {}, { onShow: true });
  useEvery(AGAIN, read.again);
  return (
    <Sheet open title={t('volunteering.myCode.title')} onClose={onClose}>
      <Stack gap={4}>
        <Muted>{t('volunteering.myCode.lead')}</Muted>
        <Loaded of={read} rows={1}>
          {({ link }) => <Qr text={link} label={t('volunteering.myCode.label')} />}
        </Loaded>
      </Stack>
    </Sheet>
  );
}
