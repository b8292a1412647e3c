/** Where a scanned check-in code leads: a ticket at once, then the log-in where it is needed, then I am there. */
import { useState } from 'react';
import { Heading, FaultNotice, Page, Skeleton, Stack, Card } from '../../../ui';
import { useQueryOf, useTexts } from '../../../use';
import { ScanDone, ScanEntry, ScanVerb, Ticket } from '../parts/scan-states';
import { codeInQ, usePresence } from '../parts/use-presence';
import '../../../texts/apart/activities';
import '../../../texts/apart/presence';

export default function ScanIn() {
  const { t } = useTexts();
  const { code, q } = useQueryOf<{ code?: string; q?: string }>();
  const [opened] = useState(code ?? codeInQ(q));
  const presence = usePresence(opened);
  const { kept, done, fault, busy, scan } = presence;
  const nothing = !kept && !done && !fault && !busy;
  return (
    <Page title={t('volunteering.scan.title')} languageSwitch>
      {done && <ScanDone {...done} />}
      {fault && !done && (
        <Card>
          <Stack gap={4}>
            <Heading>{t('volunteering.scan.bad')}</Heading>
            <FaultNotice fault={fault} />
            <ScanVerb again onCode={scan} />
          </Stack>
        </Card>
      )}
      {kept && !done && !fault && <Ticket of={presence} />}
      {busy && !kept && !done && <Skeleton rows={1} />}
      {nothing && <ScanEntry onCode={scan} />}
    </Page>
  );
}
