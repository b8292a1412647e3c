/** What became of each door of a batch, in the order in which the sheets have them. */
import { useEffect } from 'react';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { BatchDoorView, BatchState } from '@sevengrid/shared/cards/printing.views';
import { Card, Chip, Empty, Heading, Listed, ListRow } from '../../../ui';
import { useInfinite, useTexts } from '../../../use';

const TONES = { waiting: 'quiet', issued: 'calm', replaced: 'calm', kept: 'quiet', left_out: 'soon' } as const;

export function BatchDoors({ id, state, waiting }: { id: string; state: BatchState; waiting: number }) {
  const { t } = useTexts();
  const list = useInfinite(printingRoutes.batchDoors, { params: { id }, query: {} });
  const { again } = list;
  useEffect(() => void again(), [state, waiting, again]);
  return (
    <Card>
      <Heading>{t('cards.print.doors')}</Heading>
      <Listed of={list} rows={3} empty={<Empty title={t('cards.print.make.none')} />}>
        {(doors) => doors.map((door) => <Door key={door.householdId} door={door} />)}
      </Listed>
    </Card>
  );
}

function Door({ door: { address, state, shortCode, ended } }: { door: BatchDoorView }) {
  const { t } = useTexts();
  return (
    <ListRow
      title={address || t('cards.print.door.gone')}
      note={shortCode ? t('work.card.code', { code: shortCode }) : undefined}
      meta={
        ended ? (
          <Chip tone="urgent" shape="triangle">
            {t('cards.print.door.ended')}
          </Chip>
        ) : (
          <Chip tone={TONES[state]}>{t(`cards.print.door.${state}`)}</Chip>
        )
      }
    />
  );
}
