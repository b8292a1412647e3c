/** To members their points, to every resident what can be had, and to a shopkeeper who lives here the counter. */
import { go } from '../../../platform/navigate';
import { Card, Icon, ListRow } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function RewardRows() {
  const { t } = useTexts();
  const { may } = useMe();
  if (!may('offer.redeem')) return null;
  return (
    <Card>
      {may('activity.join') && (
        <ListRow
          before={<Icon name="heart" tone="madder" />}
          title={t('points.mine.title')}
          onPress={() => go('points/mine')}
        />
      )}
      <ListRow
        before={<Icon name="card" tone="madder" />}
        title={t('rewards.offers.title')}
        onPress={() => go('rewards/offers')}
      />
      {may('redemption.verify') && (
        <ListRow
          before={<Icon name="scan" tone="madder" />}
          title={t('rewards.scan')}
          onPress={() => go('rewards/counter')}
        />
      )}
    </Card>
  );
}
