/** Gives a ticket that was filed by scanning a card to the resident who turned out to have filed it. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { AttributeTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { ChoiceList, Empty, FaultNotice, Loaded, Muted, Sheet, Stack } from '../../../ui';
import { useDo, useForm, useRoute, useTexts } from '../../../use';

interface AttributeSheetProps {
  ticketId: string;
  householdId: string;
  onClose: () => void;
}

export function AttributeSheet({ ticketId, householdId, onClose }: AttributeSheetProps) {
  const { t } = useTexts();
  const household = useRoute(gridRoutes.household, { params: { id: householdId } });
  const [residentId, choose] = useState<string>();
  const { check, errorOf } = useForm(AttributeTicket, { residentId });
  const attribute = useDo(ticketRoutes.attribute, { then: onClose });
  const send = (): void => {
    if (check() && residentId) void attribute.run({ params: { id: ticketId }, body: { residentId } });
  };
  return (
    <Sheet
      open
      title={t('work.attribute.title')}
      onClose={onClose}
      verb={t('work.attribute.verb')}
      onVerb={send}
      busy={attribute.busy}
    >
      <Stack>
        <Muted>{t('work.attribute.lead')}</Muted>
        <FaultNotice fault={attribute.fault} onClose={attribute.clear} />
        <Loaded of={household} rows={1}>
          {({ people }) =>
            people.length === 0 ? (
              <Empty title={t('work.attribute.none')} />
            ) : (
              <ChoiceList
                label={t('work.attribute.who')}
                options={people.map(({ id, name, phone }) => ({ value: id, label: name, hint: phone ?? undefined }))}
                value={residentId}
                onChange={choose}
                error={errorOf('residentId')}
              />
            )
          }
        </Loaded>
      </Stack>
    </Sheet>
  );
}
