/** Leave of a grid's workers: one's own, or as staff anybody's; the backup answers meanwhile. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { Empty, FilterChips, Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { LeaveForm } from '../parts/leave-form';
import { LeaveRows } from '../parts/leave-list';
import '../../../texts/apart/grids';

export default function Leave() {
  const { t, nameOf } = useTexts();
  const { gridId } = useQueryOf<{ gridId?: string }>();
  const grids = useRoute(gridRoutes.grids, {});
  const [chosen, choose] = useState(gridId);
  return (
    <Page title={t('grids.leave.title')} onRefresh={grids.again}>
      <Loaded of={grids}>
        {({ items }) => {
          const grid = items.find(({ id }) => id === chosen) ?? items[0];
          if (!grid) return <Empty title={t('grids.grid.none')} />;
          return (
            <>
              {items.length > 1 && (
                <FilterChips
                  label={t('grids.leave.grid')}
                  options={items.map((one) => ({ value: one.id, label: nameOf(one) }))}
                  value={grid.id}
                  onChange={choose}
                />
              )}
              <LeaveRows key={`rows${grid.id}`} gridId={grid.id} />
              <LeaveForm key={`form${grid.id}`} grid={grid} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
