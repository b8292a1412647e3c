/** Showing a masked phone: first a reason, which goes on record, then the number and a button that calls it. */
import { useState } from 'react';
import { REVEAL_REASONS, RevealField, type RevealReason } from '@sevengrid/shared/grids/requests';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { dial } from '../platform/phone';
import { useDo } from '../use/use-do';
import { useForm } from '../use/use-form';
import { useTexts } from '../use/use-texts';
import { Button } from './button';
import { ChoiceList } from './choices';
import { TextArea } from './field';
import { Stack } from './layout';
import { FaultNotice } from './notice';
import { Sheet } from './sheet';
import { Caption, Digits, Muted, Numbers } from './type';

export interface RevealSheetProps {
  /** Whose phone: the requester of a ticket, or a resident. */
  of: 'ticket' | 'resident';
  id: string;
  /** Masked name, so that one knows whom one is about to call. */
  name?: string | null;
  onClose: () => void;
}

interface RevealForm {
  field: 'phone';
  reason?: RevealReason;
  note?: string;
}

/** Rendered only while open, so that a number seen once is gone from memory when it is closed. */
export function RevealSheet({ of, id, name, onClose }: RevealSheetProps) {
  const { t } = useTexts();
  const [form, setForm] = useState<RevealForm>({ field: 'phone' });
  const { check, errorOf } = useForm(RevealField, form);
  const reveal = useDo(of === 'ticket' ? ticketRoutes.revealRequester : gridRoutes.revealResident, { refresh: [] });
  const phone = reveal.done?.value;
  const show = (): void => {
    const { reason, ...rest } = form;
    if (check() && reason) void reveal.run({ params: { id }, body: { ...rest, reason } });
  };
  const title = name ? `${t('work.reveal.title')} · ${name}` : t('work.reveal.title');
  if (phone !== undefined) {
    return (
      <Sheet open title={title} onClose={onClose}>
        <Stack>
          <Caption>{t('work.reveal.value')}</Caption>
          <Numbers>
            <Digits>{phone}</Digits>
          </Numbers>
          <Button icon="phone" onPress={() => dial(phone)}>
            {t('app.verb.call')}
          </Button>
        </Stack>
      </Sheet>
    );
  }
  return (
    <Sheet open title={title} onClose={onClose} verb={t('work.reveal.show')} onVerb={show} busy={reveal.busy}>
      <Stack>
        <Muted>{t('work.reveal.lead')}</Muted>
        <FaultNotice fault={reveal.fault} onClose={reveal.clear} />
        <ChoiceList
          label={t('work.reveal.reason')}
          options={REVEAL_REASONS.map((value) => ({ value, label: t(`work.reveal.${value}`) }))}
          value={form.reason}
          onChange={(reason) => setForm((now) => ({ ...now, reason }))}
          error={errorOf('reason')}
        />
        <TextArea
          label={t('work.reveal.note')}
          optional
          max={200}
          value={form.note ?? ''}
          onChange={(note) => setForm((now) => ({ ...now, note: note.trim() ? note : undefined }))}
          error={errorOf('note')}
        />
      </Stack>
    </Sheet>
  );
}
