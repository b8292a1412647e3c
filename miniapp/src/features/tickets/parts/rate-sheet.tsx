/** The survey after a closing: one tap, and words for whoever wants to say more. */
import { RateTicket } from '@sevengrid/shared/tickets/moves.requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { SATISFACTIONS, type Satisfaction } from '@sevengrid/shared/tickets/terms';
import { ChoiceList, FaultNotice, Muted, Sheet, TextArea } from '../../../ui';
import { useDo, useDraft, useForm, useTexts } from '../../../use';

interface Form {
  satisfied?: Satisfaction;
  words: string;
}

export function RateSheet({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTexts();
  const draft = useDraft<Form>(`requester.rate.${ticketId}`, { words: '' });
  const { satisfied, words } = draft.form;
  const body = { satisfied, how: 'self', ...(words.trim() === '' ? {} : { words }) };
  const form = useForm(RateTicket, body);
  const act = useDo(ticketRoutes.rate, {
    then: () => {
      draft.wipe();
      onClose();
    },
  });
  const send = (): void => void (form.check() && act.run({ params: { id: ticketId }, body: body as RateTicket }));
  return (
    <Sheet
      open
      title={t('tickets.move.rate.title')}
      onClose={onClose}
      verb={t('tickets.verb.rate')}
      onVerb={send}
      busy={act.busy}
    >
      <Muted>{t('tickets.move.rate.lead')}</Muted>
      <ChoiceList
        label={t('tickets.move.rate.satisfied')}
        columns={3}
        options={SATISFACTIONS.map((value) => ({ value, label: t(`tickets.satisfied.${value}`) }))}
        value={satisfied}
        onChange={(next) => draft.put({ satisfied: next })}
        error={form.errorOf('satisfied')}
      />
      <TextArea
        label={t('tickets.move.rate.words')}
        value={words}
        onChange={(next) => draft.put({ words: next })}
        max={1000}
        optional
        error={form.errorOf('words')}
      />
      <FaultNotice fault={act.fault} onClose={act.clear} />
    </Sheet>
  );
}
