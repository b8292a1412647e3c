/** Home of a unit's contact: what the unit earned, and who asks to be its member. */
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { Empty, Loaded, Page } from '../../../ui';
import { useRoute, useTexts } from '../../../use';
import { UnitRows } from './unit-row';

export function UnitHome() {
  const { t } = useTexts();
  const own = useRoute(unitRoutes.own, {}, { onShow: true });
  return (
    <Page title={t('home.unit.title')} tab="home" onRefresh={own.again}>
      <Loaded of={own} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('home.unit.none')} hint={t('home.unit.none.hint')} />
          ) : (
            <UnitRows units={items} />
          )
        }
      </Loaded>
    </Page>
  );
}
