/** What I redeemed: what waits for a counter, and what became of the rest. */
import { useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { go } from '../../../platform/navigate';
import { Button, Empty, FilterChips, Listed, Page } from '../../../ui';
import { useInfinite, useMe, useMoreAtBottom, useTexts } from '../../../use';
import { MyRedemptions } from '../parts/my-redemptions';
import '../../../texts/apart/rewards';

export default function MyRewards() {
  const { t } = useTexts();
  const { loggedIn } = useMe();
  const [only, choose] = useState<'open' | 'over'>('open');
  const list = useInfinite(redemptionRoutes.mine, { query: { only } }, { when: loggedIn });
  useMoreAtBottom(list);
  const offers = (
    <Button kind="secondary" onPress={() => go('rewards/offers')}>
      {t('rewards.offers.title')}
    </Button>
  );
  return (
    <Page title={t('rewards.mine.title')} onRefresh={list.again}>
      <FilterChips
        label={t('rewards.mine.filter')}
        options={[
          { value: 'open', label: t('rewards.mine.open') },
          { value: 'over', label: t('rewards.mine.over') },
        ]}
        value={only}
        onChange={choose}
      />
      <Listed
        of={list}
        rows={3}
        empty={<Empty title={t(`rewards.mine.none.${only}`)} hint={t('rewards.mine.none.hint')} action={offers} />}
      >
        {(items) => <MyRedemptions items={items} />}
      </Listed>
    </Page>
  );
}
