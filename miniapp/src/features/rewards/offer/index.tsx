/** One offer: what it costs and is worth, what is left of it, where it can be used, and the verb to have it. */
import { offerRoutes } from '@sevengrid/shared/rewards/offers.routes';
import type { OfferView } from '@sevengrid/shared/rewards/offers.views';
import { Card, Chip, Facts, Grow, Heading, Loaded, Muted, Notice, Page, Row, type Fact } from '../../../ui';
import { spanText, useClock, useMe, useQueryOf, useRoute, useTexts, whenText, type Words } from '../../../use';
import { costText, hindrance, limitText } from '../parts/offer-words';
import { RedeemFoot } from '../parts/redeem-foot';
import { Shops } from '../parts/shops';
import { usePoints } from '../parts/what-i-have';
import { yuanText } from '../parts/yuan';
import '../../../texts/apart/rewards';

function factsOf(words: Words, offer: OfferView, now: number): Fact[] {
  const { t } = words;
  const limit = limitText(words, offer);
  const { faceValueFen, minSpendFen, left, mine, validTo, holdSeconds } = offer;
  return [
    ...(faceValueFen > 0 ? [{ label: t('rewards.fact.worth'), value: yuanText(faceValueFen) }] : []),
    ...(minSpendFen > 0
      ? [{ label: t('rewards.fact.spend'), value: t('rewards.fact.spend.value', { yuan: yuanText(minSpendFen) }) }]
      : []),
    { label: t('rewards.fact.left'), value: t('rewards.left', { n: left }) },
    ...(limit ? [{ label: t('rewards.fact.limit'), value: t('rewards.fact.limit.value', { limit, mine }) }] : []),
    { label: t('rewards.fact.until'), value: whenText(t, Date.parse(validTo), now) },
    { label: t('rewards.fact.hold'), value: spanText(t, holdSeconds * 1_000) },
  ];
}

export default function Offer() {
  const words = useTexts();
  const { t, say } = words;
  const now = useClock();
  const { may } = useMe();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const read = useRoute(offerRoutes.one, { params: { id } }, { onShow: true });
  const points = usePoints();
  const offer = read.data;
  const why = offer && hindrance(words, offer, points.data?.available);
  const foot = offer && may('offer.redeem') && <RedeemFoot offer={offer} hindered={why !== undefined} />;
  return (
    <Page title={t('rewards.offer.title')} onRefresh={read.again} footer={foot}>
      <Loaded of={read} rows={2}>
        {(one) => (
          <>
            {why && <Notice tone="info">{why}</Notice>}
            <Card>
              <Row align="start" wrap>
                <Grow>
                  <Heading>{say(one.title)}</Heading>
                </Grow>
                <Chip tone="gold">{costText(words, one.cost)}</Chip>
              </Row>
              <Facts items={factsOf(words, one, now)} />
            </Card>
            <Heading>{t('rewards.terms')}</Heading>
            <Card>
              <Muted>{say(one.terms)}</Muted>
            </Card>
            <Shops shops={one.shops} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
