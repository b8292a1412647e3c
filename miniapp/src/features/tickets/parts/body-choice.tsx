/** The outside bodies that may be asked to do their part. */
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { ChoiceList, Empty, Loaded } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

interface BodyChoiceProps {
  value: string | undefined;
  onChange: (organisationId: string) => void;
  error: string | undefined;
}

export function BodyChoice({ value, onChange, error }: BodyChoiceProps) {
  const { t } = useTexts();
  const partners = useRoute(coordinationRoutes.partners, {});
  return (
    <Loaded of={partners} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('work.partner.none')} hint={t('work.partner.none.hint')} />
        ) : (
          <ChoiceList
            label={t('work.field.organisationId')}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            value={value}
            onChange={onChange}
            error={error}
          />
        )
      }
    </Loaded>
  );
}
