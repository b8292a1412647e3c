/** A hand-over on its way: from whom, to whom, why, with leave or without; kept as a draft, sent once. */
import { useMemo } from 'react';
import { HandOver } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { useDo, useDraft, useForm } from '../../../use';

const BLANK = { fromId: '', toId: '', words: '', withLeave: false, from: '', to: '' };

export function useHandOver() {
  const draft = useDraft('tickets.handover', BLANK);
  const { fromId, toId, words, withLeave, from, to } = draft.form;
  const body = useMemo(
    () => ({ fromId, toId, words: words.trim(), ...(withLeave ? { leave: { from, to } } : {}) }),
    [fromId, toId, words, withLeave, from, to],
  );
  const form = useForm(HandOver, body);
  const give = useDo(ticketRoutes.handOver);
  return {
    ...{ draft, form, give },
    /** True when nothing is wrong with it. */
    ready: () => form.check(),
    send: () => give.run({ body }),
    afresh: () => {
      draft.startAfresh();
      give.clear();
    },
  };
}

export type Giving = ReturnType<typeof useHandOver>;
