/** One household: its people, masked until a reason is given, its central household and its cards. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { HouseholdDetailView, ResidentView } from '@sevengrid/shared/grids/views';
import { go } from '../../../platform/navigate';
import {
  Avatar,
  Button,
  Card,
  Chip,
  Digits,
  Empty,
  Heading,
  IconButton,
  ListRow,
  Loaded,
  Muted,
  Page,
  RevealSheet,
  Row,
} from '../../../ui';
import { useMe, useRoute, useTexts, useTextSize } from '../../../use';
import { CentralCard } from './central-card';
import { CentralVerb } from './central-verb';

export function HouseholdPanel({ id }: { id: string }) {
  const { t } = useTexts();
  const { may } = useMe();
  const household = useRoute(gridRoutes.household, { params: { id } });
  const address = household.data?.address;
  return (
    <Page
      title={address ?? t('grids.household.title')}
      onRefresh={household.again}
      footer={may('card.look_up') || may('ticket.file_for') ? <Verbs id={id} /> : undefined}
    >
      <Loaded of={household}>{(found) => <HouseholdCards household={found} />}</Loaded>
    </Page>
  );
}

function Verbs({ id }: { id: string }) {
  const { t } = useTexts();
  const { may } = useMe();
  return (
    <>
      {may('card.look_up') && (
        <Button grow kind="secondary" icon="card" onPress={() => go('cards/issue', { householdId: id })}>
          {t('grids.household.cards')}
        </Button>
      )}
      {may('ticket.file_for') && (
        <Button grow icon="pen" onPress={() => go('tickets/open', { for: 'other', householdId: id })}>
          {t('grids.household.fileFor')}
        </Button>
      )}
    </>
  );
}

function HouseholdCards({ household }: { household: HouseholdDetailView }) {
  const { t, gridName } = useTexts();
  const [shown, show] = useState<ResidentView>();
  const { people } = household;
  return (
    <>
      <Card>
        <Row wrap gap={2}>
          <Heading>{t('grids.household.people')}</Heading>
          {household.needsCare && <Chip tone="gold">{t('grids.household.care')}</Chip>}
        </Row>
        <Muted>{gridName(household)}</Muted>
        {people.length === 0 && <Empty title={t('grids.household.people.none')} />}
        {people.map((one) => (
          <ResidentLine key={one.id} resident={one} onReveal={() => show(one)} />
        ))}
      </Card>
      <CentralCard household={household} />
      {shown && <RevealSheet of="resident" id={shown.id} name={shown.name} onClose={() => show(undefined)} />}
    </>
  );
}

function ResidentLine({ resident, onReveal }: { resident: ResidentView; onReveal: () => void }) {
  const { t } = useTexts();
  const { may } = useMe();
  const { name, phone, bound, central } = resident;
  const mark = central ? t('grids.central.title') : bound && t('grids.household.bound');
  return (
    <>
      <ListRow
        before={<Avatar name={name} size="small" />}
        title={name}
        note={phone === null ? t('grids.household.noPhone') : <Digits>{phone}</Digits>}
        meta={mark && <Chip shape="check">{mark}</Chip>}
        after={phone !== null && may('person.reveal') ? <RevealVerb name={name} onPress={onReveal} /> : undefined}
      />
      {bound && may('community.set_up') && <CentralVerb resident={resident} />}
    </>
  );
}

/** In the largest type the words would push the name aside. */
function RevealVerb({ name, onPress }: { name: string; onPress: () => void }) {
  const { t } = useTexts();
  const huge = useTextSize() === 'huge';
  const label = `${t('grids.household.reveal')} ${name}`;
  if (huge) return <IconButton icon="phone" label={label} onPress={onPress} />;
  return (
    <Button kind="ghost" label={label} onPress={onPress}>
      {t('grids.household.reveal')}
    </Button>
  );
}
