/** Filing an appeal: the draft, its checks, the emergency numbers first, and sending it once. */
import { useEffect, useRef, useState } from 'react';
import { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { replace } from '../../../platform/navigate';
import { useDraft, useForm, useSend, useWaiting, type Draft } from '../../../use';
import { BLANK, filesForOthers, isDanger, lacksPlace, toRequest, type Filer, type OpenForm } from './open-rules';

/** Why the numbers are shown: a dangerous category was tapped, or the words sound like danger at sending. */
export type Alarm = 'category' | 'words' | undefined;

/**
 * Follows what was sent at an address of its own, so that a reload shows it again and "back" does not lead into the form.
 * Where the app was closed between sending and the answer, what the draft still says is on its way: that is followed at
 * once, and not offered to be sent a second time.
 */
function useFollowing(draftName: string, draft: Draft<OpenForm>, of: { forOthers: boolean; dangerous: boolean }) {
  const follow = (filed: string): void => {
    draft.wipe();
    replace('tickets/open', { filed, for: of.forOthers ? '1' : undefined, urgent: of.dangerous ? '1' : undefined });
  };
  const waiting = useWaiting();
  const opened = useRef({ waiting, form: draft.form, follow });
  useEffect(() => {
    const { waiting: all, form, follow: go } = opened.current;
    const same = JSON.stringify(form);
    const sent = all.find(({ written }) => written?.draft === draftName && JSON.stringify(written.form) === same);
    if (sent) go(sent.key);
  }, [draftName]);
  return follow;
}

export function useFiling(filer: Filer, householdId: string, categories: readonly CategoryView[]) {
  const forOthers = filesForOthers(filer);
  const draftName = forOthers ? `tickets.open.for.${householdId}` : 'tickets.open';
  const draft = useDraft<OpenForm>(draftName, { ...BLANK, householdId });
  const { form, put } = draft;
  const check = useForm(OpenTicket, toRequest(form, filer));
  const sending = useSend(ticketRoutes.open);
  const [alarm, setAlarm] = useState<Alarm>();
  const [warned, setWarned] = useState(false);
  /** It was about to be sent when the numbers were shown. */
  const [meant, setMeant] = useState(false);
  const [placeMissing, setPlaceMissing] = useState(false);

  const category = categories.find(({ id }) => id === form.categoryId);
  const dangerous = isDanger(form, category);
  const follow = useFollowing(draftName, draft, { forOthers, dangerous });
  const send = async (): Promise<void> => {
    const filed = await sending.run(
      { body: toRequest(form, filer) },
      { draft: draftName, form, ...(forOthers ? { query: { for: '1', householdId } } : {}) },
    );
    if (filed !== undefined) follow(filed);
  };
  const submit = (): void => {
    const lacks = lacksPlace(form, filer);
    setPlaceMissing(lacks);
    if (!check.check() || lacks) return;
    if (warned || !dangerous) return void send();
    setMeant(true);
    setAlarm(category?.danger ? 'category' : 'words');
  };
  const choose = (chosen: CategoryView): void => {
    put({ categoryId: chosen.id });
    setMeant(false);
    if (chosen.danger) setAlarm('category');
  };
  const goOn = (): void => {
    setWarned(true);
    setAlarm(undefined);
    if (meant) void send();
  };
  const close = (): void => {
    setAlarm(undefined);
    setMeant(false);
  };
  const lacking = placeMissing && lacksPlace(form, filer);
  return { draft, check, sending, alarm, submit, choose, goOn, close, lacking };
}
