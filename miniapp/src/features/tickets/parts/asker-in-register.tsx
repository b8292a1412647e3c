/** Who of the household's register asked: one tap instead of a name and a number, and the ticket is theirs to follow. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ChoiceList, Loaded } from '../../../ui';
import { useRoute, useTexts } from '../../../use';
import type { AddDetailsProps } from './add-details';

export function AskerInRegister({ form, put }: Pick<AddDetailsProps, 'form' | 'put'>) {
  const { t } = useTexts();
  const household = useRoute(gridRoutes.household, { params: { id: form.householdId } });
  return (
    <Loaded of={household} rows={1}>
      {({ people }) =>
        people.length > 0 && (
          <ChoiceList
            label={t('tickets.open.requester.register')}
            options={[
              ...people.map(({ id, name, phone }) => ({ value: id, label: name, hint: phone ?? undefined })),
              { value: '', label: t('tickets.open.requester.unlisted') },
            ]}
            value={form.residentId}
            onChange={(residentId) => put({ residentId })}
          />
        )
      }
    </Loaded>
  );
}
