/** Filing an appeal: the draft, its checks, the emergency numbers first, and sending it once. */
import { useEffect, useRef, useState } from 'react';
import { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { replace } from '../../../platform/navigate';
import { useDraft, useForm, useSend, useWaiting } from '../../../use';
import { BLANK, filesForOthers, isDanger, lacksPlace, toRequest, type Filer, type OpenForm } from './open-rules';

/** Why the numbers are shown: a dangerous category was tapped, or the words sound like danger at sending. */
export type Alarm = 'category' | 'words' | undefined;

/**
 * The app was closed between sending and the answer: what the draft still says is on its way already. It is followed, and
 * not offered to be sent once more.
 */
function useOnItsWay(draftName: string, form: OpenForm, follow: (key: string) => void): void {
  const opened = useRef({ waiting: useWaiting(), form, follow });
  useEffect(() => {
    const { waiting, form: found, follow: go } = opened.current;
    const same = JSON.stringify(found);
    const sent = waiting.find(({ written }) => written?.draft === draftName && JSON.stringify(written.form) === same);
    if (sent) go(sent.key);
  }, [draftName]);
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
  /** An address of its own, so that a reload shows it again and "back" does not lead into the form. */
  const follow = (filed: string): void => {
    draft.wipe();
    replace('tickets/open', { filed, for: forOthers ? '1' : undefined, urgent: dangerous ? '1' : undefined });
  };
  useOnItsWay(draftName, form, follow);
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
