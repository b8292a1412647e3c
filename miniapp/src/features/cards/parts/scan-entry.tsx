/** The contact card's page opened without a card: how to scan one, and for those at work the short code. */
import { go, restart } from '../../../platform/navigate';
import { canScan } from '../../../platform/scan';
import { Button, Card, Emergency, Empty } from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { scanAgain } from './bad-card';

export function ScanEntry() {
  const { t } = useTexts();
  const { may } = useMe();
  const verbs = (
    <>
      {canScan && (
        <Button icon="scan" onPress={() => void scanAgain()}>
          {t('home.nobody.scan')}
        </Button>
      )}
      {may('card.look_up') ? (
        <Button kind="secondary" icon="scan" onPress={() => go('cards/show')}>
          {t('work.home.scanCode')}
        </Button>
      ) : (
        <Button kind="secondary" icon="search" onPress={() => restart('tickets/mine', { follow: 1 })}>
          {t('cards.scan.follow')}
        </Button>
      )}
      <Button kind="ghost" icon="home" onPress={() => restart('home/home')}>
        {t('cards.scan.home')}
      </Button>
    </>
  );
  return (
    <>
      <Empty title={t('home.nobody.scan')} hint={canScan ? undefined : t('home.nobody.scan.browser')} action={verbs} />
      <Card>
        <Emergency />
      </Card>
    </>
  );
}
