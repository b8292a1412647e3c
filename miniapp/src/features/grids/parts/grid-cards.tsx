/** One grid: who answers, how many live there, which branch, where to go from here. */
import type { GridView, WorkerView } from '@sevengrid/shared/grids/views';
import { go } from '../../../platform/navigate';
import { dial } from '../../../platform/phone';
import { Avatar, Button, Card, Chip, Digits, Empty, Facts, Heading, ListRow, Row } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function WorkerChip({ worker }: { worker: WorkerView }) {
  const { t } = useTexts();
  if (worker.onLeave) return <Chip tone="soon">{t('grids.grid.onLeave')}</Chip>;
  return worker.onDuty ? <Chip>{t('grids.grid.onDuty')}</Chip> : <Chip tone="quiet">{t('grids.grid.offDuty')}</Chip>;
}

export function GridCards({ grid }: { grid: GridView }) {
  const { t } = useTexts();
  const { may } = useMe();
  return (
    <>
      <Card>
        <Heading>{t('grids.grid.workers')}</Heading>
        {grid.workers.length === 0 && <Empty title={t('grids.grid.workers.none')} />}
        {grid.workers.map((worker) => (
          <ListRow
            key={worker.id}
            before={<Avatar name={worker.displayName} size="small" />}
            title={worker.displayName}
            note={t(`grids.grid.role.${worker.role}`)}
            meta={<WorkerChip worker={worker} />}
          />
        ))}
        <Button icon="phone" onPress={() => dial(grid.dutyPhone)} label={`${t('grids.grid.duty')} ${grid.dutyPhone}`}>
          <Digits>{grid.dutyPhone}</Digits>
        </Button>
      </Card>
      <Card>
        <Facts
          items={[
            { label: t('grids.grid.households'), value: t('grids.grid.households.n', { n: grid.households }) },
            { label: t('grids.grid.central'), value: t('grids.grid.central.n', { n: grid.centralHouseholds }) },
            { label: t('grids.grid.branch'), value: grid.branchName ?? t('grids.grid.branch.none') },
          ]}
        />
      </Card>
      <Row wrap>
        {may('household.read') && (
          <Button grow kind="secondary" icon="door" onPress={() => go('grids/household', { gridId: grid.id })}>
            {t('grids.grid.toHouseholds')}
          </Button>
        )}
        <Button grow kind="secondary" icon="calendar" onPress={() => go('grids/leave', { gridId: grid.id })}>
          {t('grids.grid.toLeave')}
        </Button>
        {may('card.print') && (
          <Button grow kind="secondary" icon="print" onPress={() => go('cards/print', { gridId: grid.id })}>
            {t('cards.print.title')}
          </Button>
        )}
      </Row>
    </>
  );
}
