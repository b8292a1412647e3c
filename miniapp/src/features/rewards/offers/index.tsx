/** What can be had for points, or for nothing: what I have, what waits for a counter, and every offer that is valid. */
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import type { OfferView } from '@sevengrid/shared/rewards/offers.views';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { go } from '../../../platform/navigate';
import { Button, Card, Chip, Empty, Heading, ListRow, Listed, Page } from '../../../ui';
import { useInfinite, useMe, useMoreAtBottom, useTexts } from '../../../use';
import { MyRedemptions } from '../parts/my-redemptions';
import { costText, limitText, shopsText } from '../parts/offer-words';
import { WhatIHave } from '../parts/what-i-have';
import '../../../texts/apart/rewards';

function OfferRow({ offer }: { offer: OfferView }) {
  const words = useTexts();
  const { t, say } = words;
  const { left, cost, id } = offer;
  const rest = left > 0 ? t('rewards.left', { n: left }) : undefined;
  return (
    <ListRow
      title={say(offer.title)}
      note={[shopsText(words, offer), limitText(words, offer), rest].filter(Boolean).join(' · ')}
      after={
        left > 0 ? <Chip tone="gold">{costText(words, cost)}</Chip> : <Chip tone="quiet">{t('rewards.gone')}</Chip>
      }
      onPress={() => go('rewards/offer', { id })}
    />
  );
}

export default function Offers() {
  const { t } = useTexts();
  const { loggedIn, may } = useMe();
  const offers = useInfinite(offerRoutes.list, { query: {} }, { when: loggedIn });
  const waiting = useInfinite(redemptionRoutes.mine, { query: { only: 'open' } }, { when: may('offer.redeem') });
  useMoreAtBottom(offers);
  return (
    <Page title={t('rewards.offers.title')} onRefresh={() => Promise.all([offers.again(), waiting.again()])}>
      <WhatIHave />
      {waiting.items.length > 0 && (
        <>
          <Heading>{t('rewards.mine.open')}</Heading>
          <MyRedemptions items={waiting.items} />
        </>
      )}
      <Heading>{t('rewards.offers.all')}</Heading>
      <Listed
        of={offers}
        rows={4}
        empty={<Empty title={t('rewards.offers.none')} hint={t('rewards.offers.none.hint')} />}
      >
        {(items) => (
          <Card>
            {items.map((offer) => (
              <OfferRow key={offer.id} offer={offer} />
            ))}
          </Card>
        )}
      </Listed>
      <Button kind="ghost" icon="list" onPress={() => go('rewards/mine')}>
        {t('rewards.mine.title')}
      </Button>
    </Page>
  );
}
