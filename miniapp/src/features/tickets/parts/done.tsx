/** What has been filed, at once or later: from its top, with the emergency numbers first where there is danger. */
import { useEffect } from 'react';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { showTop } from '../../../platform/focus';
import { openedBy } from '../../../state/opened';
import { Page } from '../../../ui';
import { useIntent, useTexts, type TextKey } from '../../../use';
import { Opened, Queued } from './opened';
import { StillDanger } from './still-danger';

export interface DoneProps {
  /** Of what was sent or waits. */
  filed: string;
  /** The form's own. */
  title: TextKey;
  urgent: boolean;
}

export function Done({ filed, title, urgent }: DoneProps) {
  const { t } = useTexts();
  const intent = useIntent(filed);
  const opened = (intent?.reply as OpenedTicketView | undefined) ?? openedBy(filed);
  useEffect(() => showTop(), [opened]);
  return (
    <Page title={t(title)} languageSwitch>
      {urgent && <StillDanger />}
      {opened ? <Opened opened={opened} /> : <Queued intent={intent} />}
    </Page>
  );
}
