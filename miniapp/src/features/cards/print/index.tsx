/** Cards in numbers: a grid is chosen, then what to print of it; or one batch is followed and its sheets are taken. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Card, Empty, ListRow, Loaded, NoPermission, Page } from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { BatchPanel } from '../parts/batch-panel';
import { PrintForm } from '../parts/print-form';
import '../../../texts/apart/printing';
import '../../../texts/apart/cards';

export default function Print() {
  const { me, may } = useMe();
  const { t } = useTexts();
  const { gridId, batchId } = useQueryOf<{ gridId?: string; batchId?: string }>();
  if (me && !may('card.print'))
    return (
      <Page title={t('cards.print.title')}>
        <NoPermission />
      </Page>
    );
  return batchId ? <BatchPanel id={batchId} /> : <OfGrids gridId={gridId} />;
}

function OfGrids({ gridId }: { gridId: string | undefined }) {
  const { t, nameOf } = useTexts();
  const grids = useRoute(gridRoutes.grids, {});
  const items = grids.data?.items ?? [];
  const shown = gridId ? items.find(({ id }) => id === gridId) : items.length === 1 ? items[0] : undefined;
  if (shown) return <PrintForm key={shown.id} grid={shown} />;
  return (
    <Page title={t('cards.print.title')} onRefresh={grids.again}>
      <Loaded of={grids}>
        {() =>
          items.length === 0 || gridId ? (
            <Empty title={t('cards.print.none')} />
          ) : (
            <Card>
              {items.map((grid) => (
                <ListRow
                  key={grid.id}
                  title={nameOf(grid)}
                  meta={t('cards.print.which.n', { n: grid.households })}
                  onPress={() => go('cards/print', { gridId: grid.id })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}
