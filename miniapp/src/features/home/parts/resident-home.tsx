/** Home of a resident, a guest with a card, a member, a central household: the worker first, then one big verb. */
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { dial } from '../../../platform/phone';
import {
  Button,
  Card,
  Caption,
  Emergency,
  FaultState,
  Heading,
  Page,
  Skeleton,
  Stack,
  Stations,
  WorkerCard,
} from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { Ask } from './ask';
import { Latest } from './latest';
import { RewardRows } from './reward-rows';
import { Unbound } from './unbound';
import { UnitRow } from './unit-row';
import { useResident } from './use-resident';
import { VolunteeringRows } from './volunteering-rows';
import './home.scss';

export function ResidentHome() {
  const { t, say } = useTexts();
  const { me, side } = useMe();
  const { card, unknown, latest, again } = useResident();
  const community = me?.community;
  const title = card.data
    ? say({ zh: card.data.communityName, bo: card.data.communityNameBo ?? undefined })
    : community
      ? say({ zh: community.name, bo: community.nameBo ?? undefined })
      : t('app.name');
  const broken = card.fault && !unknown && !card.data;
  return (
    <Page title={title} tab="home" onRefresh={again}>
      {card.data && <WorkerCard card={card.data} />}
      {card.loading && <Skeleton rows={1} />}
      {unknown && <Unbound fault={card.fault} />}
      {broken && card.fault && <FaultState fault={card.fault} again={card.again} />}
      <Ask />
      {latest && <Latest ticket={latest} />}
      <RewardRows />
      <UnitRow />
      <VolunteeringRows />
      {side === 'guest' && <Caption>{t('home.guest.lead')}</Caption>}
      {card.data && <Stations stations={card.data.stations} />}
      <Emergencies card={card.data} />
    </Page>
  );
}

export function Emergencies({ card }: { card: CardScanView | undefined }) {
  const { t } = useTexts();
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('home.emergency')}</Heading>
        <Emergency numbers={card?.emergencies} />
        {card && (
          <Button kind="ghost" icon="phone" onPress={() => dial(card.communityPhone)}>
            {t('home.duty.call')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
