/** Work units of the community: the list, or one of them with its members. */
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { UnitList } from '../parts/unit-list';
import { UnitPanel } from '../parts/unit-panel';
import '../../../texts/apart/units';

function OneUnit({ id }: { id: string }) {
  const { t, say } = useTexts();
  const read = useRoute(unitRoutes.one, { params: { id }, query: {} }, { onShow: true });
  return (
    <Page title={read.data ? say(read.data.name) : t('work.home.units')} onRefresh={read.again}>
      <Loaded of={read}>{(unit) => <UnitPanel unit={unit} />}</Loaded>
    </Page>
  );
}

export default function Units() {
  const { id } = useQueryOf<{ id?: string }>();
  return id ? <OneUnit id={id} /> : <UnitList />;
}
