/** A central household picks among the doors it looks after: a few at once, and by typing part of the address. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { Empty, Field, ListRow, Loaded, Muted } from '../../../ui';
import { matchesDoor, useRoute, useTexts } from '../../../use';

/** Shown at once; the form must not begin below a long list. */
const SHOWN = 4;

export function useServedAddress(householdId: string, when: boolean): string | undefined {
  const read = useRoute(gridRoutes.servedHouseholds, {}, { when });
  return read.data?.items.find(({ id }) => id === householdId)?.address;
}

export function ServedChoice({ onChoose }: { onChoose: (householdId: string, household: string) => void }) {
  const { t, gridName } = useTexts();
  const [typed, setTyped] = useState('');
  const read = useRoute(gridRoutes.servedHouseholds, {});
  return (
    <Loaded of={read} rows={2}>
      {({ items }) => {
        if (items.length === 0)
          return <Empty title={t('tickets.open.household.none')} hint={t('tickets.open.household.none.hint')} />;
        const found = items.filter(({ address }) => matchesDoor(address, typed));
        const more = found.length - SHOWN;
        return (
          <>
            {items.length > SHOWN && (
              <Field
                label={t('tickets.open.household.served.find')}
                value={typed}
                onChange={setTyped}
                max={40}
                optional
              />
            )}
            {found.length === 0 && <Muted>{t('tickets.open.household.noMatch')}</Muted>}
            {found.slice(0, SHOWN).map((one) => (
              <ListRow
                key={one.id}
                title={one.address}
                note={gridName(one)}
                onPress={() => onChoose(one.id, one.address)}
              />
            ))}
            {more > 0 && <Muted>{t('tickets.open.household.served.more', { n: more })}</Muted>}
          </>
        );
      }}
    </Loaded>
  );
}
