/** Filing an appeal: the draft, its checks, the emergency numbers first, and sending it once. */
import { useState } from 'react';
import { OpenTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { replace } from '../../../platform/navigate';
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

  const category = categories.find(({ id }) => id === form.categoryId);
  const dangerous = isDanger(form, category);
  const send = async (): Promise<void> => {
    const filed = await sending.run(
      { body: toRequest(form, filer) },
      { draft: draftName, form, ...(forOthers ? { query: { for: '1', householdId } } : {}) },
    );
    if (filed === undefined) return;
    draft.wipe();
    // An address of its own, so that a reload shows it again and "back" does not lead into the form.
    replace('tickets/open', { filed, for: forOthers ? '1' : undefined, urgent: dangerous ? '1' : undefined });
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
