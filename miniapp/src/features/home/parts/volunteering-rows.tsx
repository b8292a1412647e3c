/** To whoever serves, or leads a day of service: the activities, and what one has done. */
import { go } from '../../../platform/navigate';
import { Card, Icon, ListRow } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function VolunteeringRows() {
  const { t } = useTexts();
  const { may } = useMe();
  const joins = may('activity.join');
  // A central household leads activities without serving in them.
  if (!joins && !may('ticket.file_for')) return null;
  return (
    <Card>
      <ListRow
        before={<Icon name="calendar" tone="primary" />}
        title={t('volunteering.activities.title')}
        onPress={() => go('volunteering/activities')}
      />
      {joins && (
        <ListRow
          before={<Icon name="check" tone="primary" />}
          title={t('volunteering.service.title')}
          onPress={() => go('volunteering/service')}
        />
      )}
    </Card>
  );
}
