/** Residents who ask to be bound to their household: confirm or refuse. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { BINDING_STATES, type BindingState } from '@sevengrid/shared/grids/requests';
import { Empty, FilterChips, Listed, Page } from '../../../ui';
import { useClock, useInfinite, useMoreAtBottom, useTexts } from '../../../use';
import { BindingCard } from '../parts/binding-card';
import '../../../texts/apart/grids';

export default function Bindings() {
  const { t } = useTexts();
  const now = useClock();
  const [state, choose] = useState<BindingState>('waiting');
  const list = useInfinite(gridRoutes.bindings, { query: { state } });
  useMoreAtBottom(list);
  return (
    <Page title={t('grids.bindings.title')} onRefresh={list.again}>
      <FilterChips
        label={t('grids.bindings.label')}
        options={BINDING_STATES.map((value) => ({ value, label: t(`grids.bindings.${value}`) }))}
        value={state}
        onChange={choose}
      />
      <Listed of={list} empty={<Empty title={t('grids.bindings.empty')} hint={t('grids.bindings.empty.hint')} />}>
        {(items) => items.map((binding) => <BindingCard key={binding.id} binding={binding} now={now} />)}
      </Listed>
    </Page>
  );
}
