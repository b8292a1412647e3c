/** What I have: what can be spent in large figures, what is held or owed beside it, and the way to spend it. */
import type { Standing as StandingView } from '@sevengrid/shared/points/views';
import { go } from '../../../platform/navigate';
import { Button, Card, Facts, Muted, Numbers, Stack } from '../../../ui';
import { spanText, useMe, useTexts } from '../../../use';

const MINUTE = 60_000;

export function Standing({ of }: { of: StandingView }) {
  const { t } = useTexts();
  const { may } = useMe();
  const { balance, held, available, owed, minutes } = of;
  return (
    <Card tone="madder">
      <Stack>
        <Muted>{t('points.available')}</Muted>
        <Numbers>{available}</Numbers>
        <Facts
          items={[
            { label: t('points.balance'), value: balance },
            { label: t('points.held'), value: held },
            ...(owed > 0 ? [{ label: t('points.owed'), value: owed }] : []),
            { label: t('points.minutes'), value: minutes > 0 ? spanText(t, minutes * MINUTE) : 0 },
          ]}
        />
        {held > 0 && <Muted>{t('points.held.hint')}</Muted>}
        {owed > 0 && <Muted>{t('points.owed.hint', { n: owed })}</Muted>}
        {may('offer.redeem') && (
          <Button icon="heart" onPress={() => go('rewards/offers')}>
            {t('points.offers')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
