/** Filing an appeal: the draft, its checks, the emergency numbers first, and sending it once. */
import { useState } from 'react';
import { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView, OpenedTicketView } from '@sevengrid/shared/tickets/views';
import { useDraft, useForm, useSend } from '../../../use';
import { BLANK, filesForOthers, isDanger, lacksPlace, toRequest, type Filer, type OpenForm } from './open-rules';

/** Why the numbers are shown: a dangerous category was tapped, or the words sound like danger at sending. */
export type Alarm = 'category' | 'words' | undefined;

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
  const [done, setDone] = useState<OpenedTicketView | 'queued'>();

  const send = async (): Promise<void> => {
    const reply = await sending.run(
      { body: toRequest(form, filer) },
      { draft: draftName, form, ...(forOthers ? { query: { for: '1', householdId } } : {}) },
    );
    if (!reply) return;
    draft.wipe();
    setDone(reply);
  };
  const submit = (): void => {
    const lacks = lacksPlace(form, filer);
    setPlaceMissing(lacks);
    if (!check.check() || lacks) return;
    const category = categories.find(({ id }) => id === form.categoryId);
    if (warned || !isDanger(form, category)) return void send();
    setMeant(true);
    setAlarm(category?.danger ? 'category' : 'words');
  };
  const choose = (category: CategoryView): void => {
    put({ categoryId: category.id });
    setMeant(false);
    if (category.danger) setAlarm('category');
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
  return { draft, check, sending, alarm, done, submit, choose, goOn, close, lacking };
}
