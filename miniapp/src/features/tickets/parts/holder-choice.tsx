/** Who could take a ticket over, with what each has in hand; whoever is on leave is marked. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { ChoiceList, Empty, Loaded } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

interface HolderChoiceProps {
  ticketId: string;
  value: string | undefined;
  onChange: (holderId: string) => void;
  error: string | undefined;
}

export function HolderChoice({ ticketId, value, onChange, error }: HolderChoiceProps) {
  const { t, gridName } = useTexts();
  const candidates = useRoute(ticketRoutes.candidates, { params: { id: ticketId } });
  return (
    <Loaded of={candidates} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('work.holder.none')} />
        ) : (
          <ChoiceList
            label={t('work.field.holderId')}
            options={items.map((one) => ({
              value: one.id,
              label: one.displayName,
              hint: [
                gridName(one),
                t('work.holder.inHand', { n: one.inHand }),
                one.onLeave ? t('work.holder.leave') : null,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
            value={value}
            onChange={onChange}
            error={error}
          />
        )
      }
    </Loaded>
  );
}
