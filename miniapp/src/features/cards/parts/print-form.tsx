/** What to print of a grid: all of it, a building or some doors; those without a card, never printed, or everybody’s. */
import { printingRoutes } from '@sevengrid/shared/cards/printing.routes';
import type { GridView } from '@sevengrid/shared/grids/views';
import { CARD_ENDINGS, type CardEnding } from '@sevengrid/shared/cards/requests';
import { BATCH_CHOICES } from '@sevengrid/shared/cards/printing.requests';
import { Button, Card, ChoiceList, FaultNotice, FilterChips, Loaded, Muted, Page, Switch } from '../../../ui';
import { useRoute, useTexts } from '../../../use';
import { BatchList } from './batch-list';
import { DoorPicker } from './door-picker';
import { usePrintChoice, WHERES, type PrintChoice } from './use-print-choice';

/** Cards on a sheet. */
const A_PAGE = 8;

export function PrintForm({ grid }: { grid: GridView }) {
  const { t, nameOf } = useTexts();
  const buildings = useRoute(printingRoutes.buildings, { query: { gridId: grid.id } });
  const choice = usePrintChoice(grid.id, buildings.data?.items ?? []);
  const { count, making, make } = choice;
  const verb = (
    <Button grow icon="print" disabled={count === 0} busy={making.busy} onPress={make}>
      {count === 0 ? t('cards.print.make.none') : t('cards.print.make', { n: count, pages: Math.ceil(count / A_PAGE) })}
    </Button>
  );
  return (
    <Page title={t('cards.print.title.of', { grid: nameOf(grid) })} onRefresh={buildings.again} footer={verb}>
      <Muted>{t('cards.print.lead')}</Muted>
      <FaultNotice fault={making.fault} onClose={making.clear} />
      <Loaded of={buildings}>{() => <Choices choice={choice} gridId={grid.id} />}</Loaded>
      <BatchList gridId={grid.id} />
    </Page>
  );
}

function Choices({ choice, gridId }: { choice: PrintChoice; gridId: string }) {
  const { t } = useTexts();
  const { where, buildings, buildingId, chosen, which, replaces } = choice.form;
  const { put, counts } = choice;
  return (
    <Card>
      <FilterChips
        label={t('cards.print.where')}
        options={WHERES.map((value) => ({ value, label: t(`cards.print.where.${value}`) }))}
        value={where}
        onChange={(value) => put({ where: value, buildingId: buildingId ?? buildings[0]?.id })}
      />
      {where === 'building' && (
        <ChoiceList
          label={t('cards.print.building')}
          columns={2}
          options={buildings.map(({ id, name, households, missing }) => ({
            value: id,
            label: name,
            hint: t('cards.print.building.hint', { n: households, missing }),
          }))}
          value={buildingId}
          onChange={(value) => put({ buildingId: value })}
        />
      )}
      {where === 'doors' ? (
        <DoorPicker gridId={gridId} chosen={chosen} onChange={(next) => put({ chosen: next })} />
      ) : (
        <ChoiceList
          label={t('cards.print.which')}
          columns={3}
          options={BATCH_CHOICES.map((value) => ({
            value,
            label: t(`cards.print.which.${value}`),
            hint: t('cards.print.which.n', { n: counts[value] }),
          }))}
          value={which}
          onChange={(value) => put({ which: value })}
        />
      )}
      <Replacing value={replaces} onChange={(value) => put({ replaces: value })} />
    </Card>
  );
}

interface ReplacingProps {
  value: CardEnding | undefined;
  onChange: (value: CardEnding | undefined) => void;
}

/** Whether cards in use end and new ones take their place, and why. */
function Replacing({ value, onChange }: ReplacingProps) {
  const { t } = useTexts();
  return (
    <>
      <Switch
        label={t('cards.print.replace')}
        hint={t('cards.print.replace.hint')}
        on={value !== undefined}
        onChange={(on) => onChange(on ? 'damaged' : undefined)}
      />
      {value !== undefined && (
        <ChoiceList
          label={t('cards.print.replace.because')}
          columns={2}
          options={CARD_ENDINGS.map((ending) => ({ value: ending, label: t(`work.card.because.${ending}`) }))}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  );
}
