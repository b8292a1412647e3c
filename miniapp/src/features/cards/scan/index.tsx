/** Where a scanned card leads: who the grid worker is, how to call, what to ask for. Nobody needs an account here. */
import { useEffect } from 'react';
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { dial } from '../../../platform/phone';
import { replace, restart } from '../../../platform/navigate';
import {
  Button,
  Card,
  Emergency,
  Heading,
  ListRow,
  Icon,
  OwnBinding,
  Page,
  Skeleton,
  Stack,
  Stations,
  WorkerCard,
} from '../../../ui';
import { cardInQ, useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { BadCard } from '../parts/bad-card';
import { CardVerbs } from '../parts/card-verbs';
import { ScanEntry } from '../parts/scan-entry';
import { useScanned } from '../parts/use-scanned';

/** Those who may look a card up want its household; the card's own page comes for one that is not theirs. */
function useLookUpInstead(token: string, plain: boolean): boolean {
  const { may } = useMe();
  const instead = token !== '' && !plain && may('card.look_up');
  useEffect(() => {
    if (instead) replace('cards/show', { token });
  }, [instead, token]);
  return instead;
}

export default function Scan() {
  const { t, say } = useTexts();
  const { token, q, unknown, plain } = useQueryOf<{ token: string; q: string; unknown: string; plain: string }>();
  const read = token ?? cardInQ(q) ?? '';
  const instead = useLookUpInstead(read, plain !== undefined);
  const { card, fault, again } = useScanned(instead ? '' : read);
  const nothing = read === '' && unknown === undefined && q === undefined;
  const title = card ? say({ zh: card.communityName, bo: card.communityNameBo ?? undefined }) : t('cards.scan.title');
  return (
    <Page title={title} languageSwitch>
      {card && <Scanned card={card} />}
      {nothing && <ScanEntry />}
      {!card && !nothing && (fault || read === '') && <BadCard fault={fault} again={again} />}
      {!card && !fault && read !== '' && <Skeleton rows={3} />}
    </Page>
  );
}

function Scanned({ card }: { card: CardScanView }) {
  const { t } = useTexts();
  const { me, side } = useMe();
  const own = useRoute(cardRoutes.current, {}, { when: side === 'resident' && Boolean(me?.household) });
  const elsewhere = own.data !== undefined && own.data.gridName !== card.gridName;
  return (
    <>
      <WorkerCard card={card} elsewhere={elsewhere} />
      {(side === 'guest' || !me?.household) && <OwnBinding onAgain={() => restart('identity/me', { bind: 1 })} />}
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
