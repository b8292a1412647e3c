/** Home of a shop: one big verb, which scans a customer's code, and what was given today. */
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { go } from '../../../platform/navigate';
import { canScan, scanCode } from '../../../platform/scan';
import { Card, Icon, ListRow, Page, Tile } from '../../../ui';
import { useRoute, useTexts } from '../../../use';

/** A browser scans nothing: there the digits are typed. */
async function scan(): Promise<void> {
  const code = canScan ? await scanCode() : '';
  if (code !== null) go('rewards/counter', { code });
}

export function MerchantHome() {
  const { t } = useTexts();
  const today = useRoute(redemptionRoutes.today, { query: { limit: 1 } }, { onShow: true });
  return (
    <Page title={t('home.role.merchant')} tab="home" onRefresh={today.again}>
      <Tile
        icon="scan"
        tone="madder"
        title={t('rewards.scan')}
        note={t('rewards.home.scan.hint')}
        onPress={() => void scan()}
      />

      <Card>
        <ListRow
          before={<Icon name="list" tone="primary" />}
          title={t('rewards.today.title')}
          note={today.data && t('rewards.home.today', { n: today.data.count })}
          onPress={() => go('rewards/today')}
        />
      </Card>
    </Page>
  );
}
