/** Households found by building and door. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Card, Chip, Empty, Listed, ListRow, Page, SearchField } from '../../../ui';
import { useInfinite, useMoreAtBottom, useSettled, useTexts } from '../../../use';

export function HouseholdSearch({ gridId }: { gridId: string | undefined }) {
  const { t, gridName } = useTexts();
  const [words, search] = useState('');
  const q = useSettled(words).trim();
  const list = useInfinite(gridRoutes.households, { query: { gridId, q: q === '' ? undefined : q } });
  useMoreAtBottom(list);
  return (
    <Page title={t('grids.household.title')} onRefresh={list.again}>
      <SearchField
        label={t('grids.household.search')}
        placeholder={t('grids.household.search.placeholder')}
        value={words}
        onChange={search}
      />
      <Listed
        of={list}
        rows={5}
        empty={<Empty title={t('grids.household.empty')} hint={t('grids.household.empty.hint')} />}
      >
        {(items) => (
          <Card>
            {items.map((household) => (
              <ListRow
                key={household.id}
                title={household.address}
                note={`${gridName(household)} · ${t('grids.household.residents', { n: household.residents })}`}
                meta={household.needsCare && <Chip tone="gold">{t('grids.household.care')}</Chip>}
                onPress={() => go('grids/household', { id: household.id })}
              />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  );
}
