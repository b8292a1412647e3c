/** Who could take a ticket over, or make its return visit, with what each has in hand; whoever is on leave is marked. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { ChoiceList, Empty, Loaded } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

interface PersonChoiceProps {
  of: 'holderId' | 'verifierId';
  ticketId: string;
  value: string | undefined;
  onChange: (id: string) => void;
  error: string | undefined;
}

export function PersonChoice({ of, ticketId, value, onChange, error }: PersonChoiceProps) {
  const { t, gridName } = useTexts();
  const candidates = useRoute(of === 'holderId' ? ticketRoutes.candidates : ticketRoutes.verifiers, {
    params: { id: ticketId },
  });
  return (
    <Loaded of={candidates} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('work.holder.none')} />
        ) : (
          <ChoiceList
            label={t(`work.field.${of}`)}
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
