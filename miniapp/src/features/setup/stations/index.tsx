/** Stations being set up: the list in its order, one of them, or a new one. */
import { stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { Button, Card, Chip, Empty, ListRow, Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { AddStationForm, WriteStationForm } from '../parts/station-form';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/setup';

export default function SetUpStations() {
  const { t, say } = useTexts();
  const { id, add } = useQueryOf<{ id?: string; add?: string }>();
  const { communityId, goOn } = useWhose();
  const read = useRoute(stationSetUpRoutes.list, { query: { communityId } }, { onShow: true });
  const items = read.data?.items ?? [];
  const station = items.find((one) => one.id === id);
  if (station)
    return <WriteStationForm key={`${station.id}.${station.version}`} station={station} again={read.again} />;
  if (add) return <AddStationForm communityId={communityId} />;
  const begin = (
    <Button icon="plus" onPress={() => goOn('setup/stations', { add: 1 })}>
      {t('setup.stations.add')}
    </Button>
  );
  return (
    <Page title={t('setup.stations.title')} onRefresh={read.again}>
      <WhichCommunity page="setup/stations" />
      <Loaded of={read}>
        {() =>
          items.length === 0 ? (
            <Empty title={t('setup.stations.none')} hint={t('setup.stations.none.hint')} action={begin} />
          ) : (
            <>
              <Card>
                {items.map((one) => (
                  <ListRow
                    key={one.id}
                    title={say(one.name)}
                    note={`${say(one.address)} · ${say(one.hours)}`}
                    meta={one.retired && <Chip tone="quiet">{t('setup.retired')}</Chip>}
                    onPress={() => goOn('setup/stations', { id: one.id })}
                  />
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
