/** Grids being set up: the list, one of them, a new one, or somebody appointed to one. */
import { useState } from 'react';
import type { TeamRole } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { Button, Card, Chip, Empty, ListRow, Loaded, Page } from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { AppointForm } from '../parts/appoint-form';
import { AddGridForm } from '../parts/grid-form';
import { GridPanel } from '../parts/grid-panel';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/office';
import '../../../texts/apart/setup';

function GridRow({ grid }: { grid: GridSetUpView }) {
  const { t, nameOf } = useTexts();
  const { goOn } = useWhose();
  const worker = grid.team.find(({ as, state, disabled }) => as === 'worker' && state === 'now' && !disabled);
  return (
    <ListRow
      title={`${grid.code} · ${nameOf(grid)}`}
      note={[worker?.displayName, grid.branchName].filter(Boolean).join(' · ')}
      meta={
        grid.retired ? (
          <Chip tone="quiet">{t('setup.grids.retired')}</Chip>
        ) : worker ? (
          t('setup.grids.households', { n: grid.households })
        ) : (
          <Chip tone="urgent">{t('setup.grids.noWorker')}</Chip>
        )
      }
      onPress={() => goOn('setup/grids', { id: grid.id })}
    />
  );
}

export default function SetUpGrids() {
  const { t } = useTexts();
  const { me } = useMe();
  const { id, add, appoint } = useQueryOf<{ id?: string; add?: string; appoint?: TeamRole }>();
  const { communityId, goOn } = useWhose();
  const read = useRoute(gridSetUpRoutes.list, { query: { communityId } }, { onShow: true });
  const [saved, setSaved] = useState(false);
  const items = read.data?.items ?? [];
  const grid = items.find((one) => one.id === id);
  if (grid && appoint) return <AppointForm grid={grid} as={appoint} />;
  if (grid)
    return (
      <GridPanel key={`${grid.id}.${grid.version}`} grid={grid} again={read.again} saved={saved} onSaved={setSaved} />
    );
  if (add && read.data)
    return <AddGridForm communityId={communityId} nth={items.length + 1} phone={me?.communityPhone ?? ''} />;
  const begin = (
    <Button icon="plus" onPress={() => goOn('setup/grids', { add: 1 })}>
      {t('setup.grids.add')}
    </Button>
  );
  return (
    <Page title={t('setup.grids.title')} onRefresh={read.again}>
      <WhichCommunity page="setup/grids" />
      <Loaded of={read}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('setup.grids.none')} hint={t('setup.grids.none.hint')} action={begin} />
          ) : (
            <>
              <Card>
                {items.map((one) => (
                  <GridRow key={one.id} grid={one} />
                ))}
              </Card>
              {begin}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
