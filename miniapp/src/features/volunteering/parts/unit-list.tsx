/** Work units that report to the community, found by name. */
import { useState } from 'react';
import { UNIT_STATES, type UnitState } from '@sevengrid/shared/volunteering/units.requests';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitView } from '@sevengrid/shared/volunteering/units.views';
import { go } from '../../../platform/navigate';
import { Button, Card, Chip, Empty, FilterChips, ListRow, Listed, Page, SearchField } from '../../../ui';
import { useInfinite, useMe, useMoreAtBottom, useSettled, useTexts } from '../../../use';
import { servedText } from './served-text';
import { AddUnitSheet } from './unit-form';

function UnitRow({ unit }: { unit: UnitView }) {
  const { t, say } = useTexts();
  const { members, pointsPt, minutesMin } = unit.totals;
  return (
    <ListRow
      title={say(unit.name)}
      note={t('units.totals', { members, points: pointsPt, time: servedText(t, minutesMin) })}
      meta={unit.requests > 0 && <Chip tone="soon">{t('units.asked', { n: unit.requests })}</Chip>}
      onPress={() => go('volunteering/units', { id: unit.id })}
    />
  );
}

export function UnitList() {
  const { t } = useTexts();
  const { may } = useMe();
  const [words, search] = useState('');
  const [state, choose] = useState<UnitState>('reporting');
  const [adding, add] = useState(false);
  const q = useSettled(words).trim();
  const list = useInfinite(unitRoutes.list, { query: { state, q: q === '' ? undefined : q } });
  useMoreAtBottom(list);
  const none = q === '' ? 'units.none' : 'units.unfound';
  return (
    <Page title={t('work.home.units')} onRefresh={list.again}>
      <SearchField label={t('units.search')} value={words} onChange={search} />
      <FilterChips
        label={t('units.filter')}
        options={UNIT_STATES.map((value) => ({ value, label: t(`units.${value}`) }))}
        value={state}
        onChange={choose}
      />
      {may('unit.edit') && (
        <Button icon="plus" onPress={() => add(true)}>
          {t('units.add')}
        </Button>
      )}
      <Listed of={list} rows={4} empty={<Empty title={t(none)} hint={t(`${none}.hint`)} />}>
        {(items) => (
          <Card>
            {items.map((unit) => (
              <UnitRow key={unit.id} unit={unit} />
            ))}
          </Card>
        )}
      </Listed>
      {adding && (
        <AddUnitSheet onDone={({ id }) => (add(false), go('volunteering/units', { id }))} onClose={() => add(false)} />
      )}
    </Page>
  );
}
