/** Where a scanned card leads: who the grid worker is, how to call, what to ask for. Nobody needs an account here. */
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { dial } from '../../../platform/phone';
import { restart } from '../../../platform/navigate';
import {
  Button,
  Card,
  Emergency,
  Heading,
  ListRow,
  Icon,
  Page,
  Skeleton,
  Stack,
  Stations,
  WorkerCard,
} from '../../../ui';
import { cardInQ, useQueryOf, useTexts } from '../../../use';
import { BadCard } from '../parts/bad-card';
import { CardVerbs } from '../parts/card-verbs';
import { useScanned } from '../parts/use-scanned';

export default function Scan() {
  const { t, say } = useTexts();
  const { token, q } = useQueryOf<{ token: string; q: string; unknown: string }>();
  const read = token ?? cardInQ(q) ?? '';
  const { card, fault, again } = useScanned(read);
  const title = card ? say({ zh: card.communityName, bo: card.communityNameBo ?? undefined }) : t('cards.scan.title');
  return (
    <Page title={title} languageSwitch>
      {card && <Scanned card={card} />}
      {!card && (fault || read === '') && <BadCard fault={fault} again={again} />}
      {!card && !fault && read !== '' && <Skeleton rows={3} />}
    </Page>
  );
}

function Scanned({ card }: { card: CardScanView }) {
  const { t } = useTexts();
  return (
    <>
      <WorkerCard card={card} />
      <CardVerbs />
      <Card>
        <Phone label={t('cards.scan.duty')} number={card.dutyPhone} />
        <Phone label={t('cards.scan.office')} number={card.communityPhone} />
      </Card>
      <Stations stations={card.stations} />
      <Card>
        <Stack>
          <Heading level={3}>{t('home.emergency')}</Heading>
          <Emergency numbers={card.emergencies} />
        </Stack>
      </Card>
      <Button kind="ghost" icon="home" onPress={() => restart('home/home')}>
        {t('cards.scan.home')}
      </Button>
    </>
  );
}

const Phone = ({ label, number }: { label: string; number: string }) => (
  <ListRow
    before={<Icon name="phone" tone="primary" />}
    title={number}
    note={label}
    label={`${label} ${number}`}
    onPress={() => dial(number)}
  />
);
