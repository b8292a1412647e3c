/** The grids I may see: the list, or the one I opened or have. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Card, Empty, ListRow, Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { GridCards } from '../parts/grid-cards';
import '../../../texts/apart/grids';

export default function Grid() {
  const { t, nameOf } = useTexts();
  const { id } = useQueryOf<{ id?: string }>();
  const grids = useRoute(gridRoutes.grids, {});
  const items = grids.data?.items ?? [];
  const shown = id ? items.find((grid) => grid.id === id) : items.length === 1 ? items[0] : undefined;
  return (
    <Page title={shown ? nameOf(shown) : t('grids.grid.title.many')} onRefresh={grids.again}>
      <Loaded of={grids}>
        {() =>
          shown ? (
            <GridCards grid={shown} />
          ) : items.length === 0 || id ? (
            <Empty title={t('grids.grid.none')} />
          ) : (
            <Card>
              {items.map((grid) => (
                <ListRow
                  key={grid.id}
                  title={nameOf(grid)}
                  note={grid.workers.find(({ role }) => role === 'worker')?.displayName ?? t('grids.grid.workers.none')}
                  meta={t('grids.grid.households.n', { n: grid.households })}
                  onPress={() => go('grids/grid', { id: grid.id })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}
