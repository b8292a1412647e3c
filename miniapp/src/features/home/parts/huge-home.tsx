/** Home in 特大: a layout of its own, a face and four tiles, and the duty phone always at hand. */
import { useState } from 'react';
import type { CardScanView } from '@sevengrid/shared/cards/views';
import { dial } from '../../../platform/phone';
import { go, restart } from '../../../platform/navigate';
import {
  Button,
  Emergency,
  FaultState,
  Page,
  Sheet,
  Skeleton,
  Stations,
  Tile,
  TileGrid,
  WorkerCard,
  answering,
  type EmergencyProps,
} from '../../../ui';
import { useMe, useTexts } from '../../../use';
import { Latest } from './latest';
import { RewardRows } from './reward-rows';
import { Unbound } from './unbound';
import { UnitRow } from './unit-row';
import { useResident } from './use-resident';
import { VolunteeringRows } from './volunteering-rows';
import './home.scss';

export function HugeHome() {
  const { t, say } = useTexts();
  const { card, unknown, latest, openCount, again } = useResident();
  const known = card.data;
  const title = known ? say({ zh: known.communityName, bo: known.communityNameBo ?? undefined }) : t('app.name');
  return (
    <Page
      title={title}
      tab="home"
      onRefresh={again}
      footer={
        known && (
          <Button grow icon="phone" onPress={() => dial(known.communityPhone)}>
            {t('home.duty.call')}
          </Button>
        )
      }
    >
      {known && <WorkerCard card={known} bare />}
      {card.loading && <Skeleton rows={1} />}
      {unknown && <Unbound fault={card.fault} />}
      {card.fault && !unknown && !known && <FaultState fault={card.fault} again={card.again} />}
      <Tiles card={known} openCount={openCount} />
      {latest && <Latest ticket={latest} />}
      <RewardRows />
      <UnitRow />
      <VolunteeringRows />
      {known && <Stations stations={known.stations} />}
    </Page>
  );
}

interface TilesProps {
  card: CardScanView | undefined;
  openCount: string;
}

function Tiles({ card, openCount }: TilesProps) {
  const { t } = useTexts();
  const { side, may } = useMe();
  const name = card && answering(card)?.displayName;
  const phone = card?.dutyPhone;
  return (
    <TileGrid>
      {phone && (
        <Tile
          icon="phone"
          tone="primary"
          title={name ? t('home.tile.call', { name }) : t('home.tile.call.none')}
          onPress={() => dial(phone)}
        />
      )}
      <Tile icon="pen" tone="madder" title={t('home.ask.open')} onPress={() => go('tickets/open')} />
      <Tile
        icon="list"
        title={t('home.tile.mine')}
        note={openCount === '0' ? t('home.tile.mine.none') : t('home.tile.mine.note', { n: openCount })}
        onPress={() => restart('tickets/mine')}
      />
      <EmergencyTile numbers={card?.emergencies} />
      {side === 'resident' && may('ticket.file_for') && (
        <>
          <Tile icon="people" title={t('home.ask.other')} onPress={() => go('tickets/open', { for: 1 })} />
          <Tile icon="home" title={t('grids.served.title')} onPress={() => go('grids/served')} />
        </>
      )}
    </TileGrid>
  );
}

/** In the place of the inbox, which has a tab of its own. */
function EmergencyTile({ numbers }: EmergencyProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tile
        icon="alert"
        title={t('home.tile.emergency')}
        note={t('home.tile.emergency.note')}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title={t('home.emergency')} onClose={() => setOpen(false)}>
        <Emergency numbers={numbers} />
      </Sheet>
    </>
  );
}
