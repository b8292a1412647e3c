/** Households found by building and door. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Card, Chip, Empty, Listed, ListRow, Muted, Page, SearchField } from '../../../ui';
import { useInfinite, useMoreAtBottom, useSettled, useTexts } from '../../../use';

export interface HouseholdSearchProps {
  gridId: string | undefined;
  /** What is wanted of the household are its cards. */
  forCards: boolean;
}

export function HouseholdSearch({ gridId, forCards }: HouseholdSearchProps) {
  const { t, gridName } = useTexts();
  const [words, search] = useState('');
  const q = useSettled(words).trim();
  const list = useInfinite(gridRoutes.households, { query: { gridId, q: q === '' ? undefined : q } });
  useMoreAtBottom(list);
  const open = (id: string): void =>
    forCards ? go('cards/issue', { householdId: id }) : go('grids/household', { id });
  return (
    <Page title={t(forCards ? 'work.home.cards' : 'grids.household.title')} onRefresh={list.again}>
      {forCards && <Muted>{t('grids.household.forCards')}</Muted>}
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
                onPress={() => open(household.id)}
              />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  );
}
