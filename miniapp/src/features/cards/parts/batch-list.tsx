/** Batches made of a grid, newest first. */
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { CardBatchView } from '@sevengrid/shared/cards/printing.views';
import { go } from '../../../platform/navigate';
import { Card, Chip, Empty, Heading, Listed, ListRow } from '../../../ui';
import { useClock, useInfinite, useTexts, whenText } from '../../../use';

export function BatchChip({ batch }: { batch: CardBatchView }) {
  const { t } = useTexts();
  if (batch.state === 'issuing') return <Chip tone="soon">{t('cards.print.state.issuing')}</Chip>;
  return batch.printedAt ? (
    <Chip tone="quiet" shape="check">
      {t('cards.print.state.printed')}
    </Chip>
  ) : (
    <Chip>{t('cards.print.state.ready')}</Chip>
  );
}

export function BatchList({ gridId }: { gridId: string }) {
  const { t, gridName } = useTexts();
  const now = useClock();
  const list = useInfinite(printingRoutes.batches, { query: { gridId } });
  return (
    <Card>
      <Heading>{t('cards.print.batches')}</Heading>
      <Listed of={list} rows={2} empty={<Empty title={t('cards.print.batches.none')} />}>
        {(batches) =>
          batches.map((batch) => (
            <ListRow
              key={batch.id}
              title={t('cards.print.batch', { where: batch.buildingName ?? gridName(batch), n: batch.doors })}
              note={t('cards.print.batch.at', { when: whenText(t, Date.parse(batch.madeAt), now) })}
              meta={<BatchChip batch={batch} />}
              onPress={() => go('cards/print', { batchId: batch.id })}
            />
          ))
        }
      </Listed>
    </Card>
  );
}
