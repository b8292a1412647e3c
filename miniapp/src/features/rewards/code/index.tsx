/** What I show at the counter: the code while it waits, and what became of it afterwards, seen without a touch. */
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { RedemptionView } from '@sevengrid/shared/rewards/redemptions.views';
import { replace } from '../../../platform/navigate';
import { Button, Card, Chip, Facts, Heading, Loaded, Muted, Notice, Page, Row } from '../../../ui';
import { spanText, useClock, useQueryOf, useRoute, useTexts, whenText } from '../../../use';
import { CodeCard } from '../parts/code-card';
import { GiveBack } from '../parts/give-back';
import { STATE_LOOKS, costText } from '../parts/offer-words';
import { Shops } from '../parts/shops';
import '../../../texts/apart/rewards';

/** The counter's tap is seen so soon. */
const LOOK_EVERY = 5_000;

function Waiting({ of }: { of: RedemptionView }) {
  const words = useTexts();
  const { t } = words;
  const now = useClock();
  const ends = Date.parse(of.expiresAt);
  return (
    <>
      <CodeCard of={of} />
      <Card>
        <Facts
          items={[
            { label: t('rewards.code.until'), value: whenText(t, ends, now) },
            { label: t('rewards.code.left'), value: spanText(t, ends - now) },
            { label: t('rewards.code.cost'), value: costText(words, of.cost) },
          ]}
        />
      </Card>
      <Muted>{t(of.cost > 0 ? 'rewards.code.note' : 'rewards.code.note.free')}</Muted>
      <Shops shops={of.shops} />
    </>
  );
}

function Over({ of, state }: { of: RedemptionView; state: Exclude<RedemptionView['state'], 'open'> }) {
  const words = useTexts();
  const { t, say, nameOf } = words;
  const now = useClock();
  const { words: chip, ...look } = STATE_LOOKS[state];
  const shop = of.shop ? nameOf(of.shop) : '';
  return (
    <>
      <Notice tone={state === 'used' ? 'good' : 'info'}>{t(`rewards.says.${state}`, { shop })}</Notice>
      <Card>
        <Heading>{say(of.title)}</Heading>
        <Row>
          <Chip {...look}>{t(chip)}</Chip>
        </Row>
        <Facts
          items={[
            { label: t('rewards.fact.cost'), value: costText(words, of.cost) },
            { label: t('rewards.when.made'), value: whenText(t, Date.parse(of.madeAt), now) },
            ...(of.usedAt ? [{ label: t('rewards.when.used'), value: whenText(t, Date.parse(of.usedAt), now) }] : []),
          ]}
        />
      </Card>
      <Button kind="secondary" onPress={() => replace('rewards/offers')}>
        {t('rewards.again')}
      </Button>
    </>
  );
}

export default function Code() {
  const { t } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const read = useRoute(redemptionRoutes.one, { params: { id } }, { every: LOOK_EVERY });
  const isOpen = read.data?.state === 'open';
  return (
    <Page
      title={t(read.data && !isOpen ? 'rewards.mine.title' : 'rewards.code.title')}
      onRefresh={read.again}
      footer={isOpen && <GiveBack id={id} />}
    >
      <Loaded of={read} rows={2}>
        {(of) => (of.state === 'open' ? <Waiting of={of} /> : <Over of={of} state={of.state} />)}
      </Loaded>
    </Page>
  );
}
