/** What has been filed: from its top, with the emergency numbers first where there is danger. */
import { useEffect } from 'react';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { showTop } from '../../../platform/focus';
import { Page } from '../../../ui';
import { Opened, Queued } from './opened';
import { StillDanger } from './still-danger';

export interface DoneProps {
  title: string;
  done: OpenedTicketView | 'queued';
  /** Of what was queued. */
  intentKey: string | undefined;
  urgent: boolean;
}

export function Done({ title, done, intentKey, urgent }: DoneProps) {
  useEffect(() => showTop(), []);
  return (
    <Page title={title} languageSwitch>
      {urgent && <StillDanger />}
      {done === 'queued' ? <Queued intentKey={intentKey} /> : <Opened opened={done} />}
    </Page>
  );
}
