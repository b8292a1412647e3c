/** One batch: how far it is, its sheets to download, and what became of each door. */
import { useEffect, useState } from 'react';
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { CardBatchView } from '@sevengrid/shared/cards/printing.views';
import {
  Button,
  Caption,
  Card,
  Facts,
  FaultNotice,
  Heading,
  Loaded,
  Muted,
  Notice,
  Page,
  Progress,
  Row,
} from '../../../ui';
import { useDownload, useRoute, useTexts, type Downloading } from '../../../use';
import { BatchDoors } from './batch-doors';
import { BatchChip } from './batch-list';

/** Milliseconds between looks while cards are being issued. */
const LOOK = 1500;
/** Doors of one file, as the server parts them. */
const A_PART = 200;

type Sheet = Downloading<typeof printingRoutes.sheet>;

export function BatchPanel({ id }: { id: string }) {
  const { t, gridName } = useTexts();
  const [every, look] = useState<number | undefined>(LOOK);
  const batch = useRoute(printingRoutes.batch, { params: { id } }, { every });
  const state = batch.data?.state;
  useEffect(() => look(state === 'ready' ? undefined : LOOK), [state]);
  const sheet = useDownload(printingRoutes.sheet, { then: () => void batch.again() });
  const title = batch.data
    ? t('cards.print.title.of', { grid: batch.data.buildingName ?? gridName(batch.data) })
    : t('cards.print.title');
  return (
    <Page title={title} onRefresh={batch.again}>
      <Loaded of={batch}>
        {(one) => (
          <>
            <HowFar batch={one} />
            {one.state === 'ready' && <Sheets batch={one} sheet={sheet} />}
            <BatchDoors id={id} state={one.state} waiting={one.waiting} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function HowFar({ batch }: { batch: CardBatchView }) {
  const { t } = useTexts();
  const done = batch.doors - batch.waiting;
  const told = t('cards.print.progress', { done, n: batch.doors });
  const facts = (['issued', 'replaced', 'kept', 'leftOut'] as const)
    .filter((name) => batch[name] > 0)
    .map((name) => ({ label: t(`cards.print.${name}`), value: t('cards.print.which.n', { n: batch[name] }) }));
  return (
    <Card>
      <Row wrap gap={2}>
        <Heading className="grow">{told}</Heading>
        <BatchChip batch={batch} />
      </Row>
      <Progress part={batch.doors === 0 ? 1 : done / batch.doors} label={told} />
      <Facts items={facts} />
      {batch.state === 'issuing' && <Muted>{t('cards.print.goesOn')}</Muted>}
      {batch.leftOut > 0 && <Caption>{t('cards.print.leftOut.hint')}</Caption>}
    </Card>
  );
}

function Sheets({ batch, sheet }: { batch: CardBatchView; sheet: Sheet }) {
  const { t } = useTexts();
  const [taken, take] = useState(0);
  const begin = (part: number): void => {
    take(part);
    void sheet.run({ params: { id: batch.id }, query: { part } });
  };
  return (
    <Card>
      <FaultNotice fault={sheet.fault} onClose={sheet.clear} />
      {sheet.given !== undefined && (
        <Notice tone={sheet.given ? 'good' : 'warn'}>
          {t(sheet.given ? 'cards.print.saved' : 'cards.print.notShown')}
        </Notice>
      )}
      {Array.from({ length: batch.parts }, (_, i) => i + 1).map((part) => (
        <Button
          key={part}
          icon="print"
          kind={part === 1 ? 'primary' : 'secondary'}
          busy={sheet.busy && taken === part}
          onPress={() => begin(part)}
        >
          {batch.parts === 1
            ? t('cards.print.download')
            : t('cards.print.download.part', {
                part,
                from: (part - 1) * A_PART + 1,
                to: Math.min(part * A_PART, batch.doors),
              })}
        </Button>
      ))}
      <Caption>{t('cards.print.told')}</Caption>
    </Card>
  );
}
