/** To whoever answers for a unit: how it stands, and whether somebody asks to be its member. */
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { OwnUnitView } from '@sevengrid/shared/volunteering/units.views';
import { go } from '../../../platform/navigate';
import { Card, Chip, ListRow } from '../../../ui';
import { useMe, useRoute, useTexts } from '../../../use';

export function UnitRows({ units }: { units: readonly OwnUnitView[] }) {
  const { t, say } = useTexts();
  return (
    <Card tone="tint">
      {units.map(({ id, communityId, name, totals, requests }) => (
        <ListRow
          key={id + communityId}
          title={say(name)}
          note={t('home.unit.totals', { members: totals.members, points: totals.pointsPt })}
          meta={requests > 0 && <Chip tone="soon">{t('home.unit.asked', { n: requests })}</Chip>}
          onPress={() => go('volunteering/unit')}
        />
      ))}
    </Card>
  );
}

/** Beside what a resident has; nothing for whoever answers for no unit. */
export function UnitRow() {
  const { may } = useMe();
  const { data } = useRoute(unitRoutes.own, {}, { when: may('unit.read_own'), onShow: true });
  return data && data.items.length > 0 ? <UnitRows units={data.items} /> : null;
}
