/** The households a central household looks after: find a door, and file for it. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { go } from '../../../platform/navigate';
import { Button, Card, Empty, Field, ListRow, Loaded, Muted, NoPermission, Page } from '../../../ui';
import { matchesDoor, useMe, useRoute, useTexts } from '../../../use';
import '../../../texts/apart/grids';

/** More than fit one screen are searched. */
const FEW = 6;

export default function Served() {
  const { t, gridName } = useTexts();
  const { me, may } = useMe();
  const [typed, setTyped] = useState('');
  const read = useRoute(gridRoutes.servedHouseholds, {}, { when: may('ticket.file_for') });
  if (me && !may('ticket.file_for'))
    return (
      <Page title={t('grids.served.title')}>
        <NoPermission />
      </Page>
    );
  return (
    <Page title={t('grids.served.title')} onRefresh={read.again}>
      <Loaded of={read}>
        {({ items }) => {
          const found = items.filter(({ address }) => matchesDoor(address, typed));
          if (items.length === 0) return <Empty title={t('grids.served.none')} hint={t('grids.served.none.hint')} />;
          return (
            <Card>
              <Muted>{t('grids.served.lead', { n: items.length })}</Muted>
              {items.length > FEW && (
                <Field label={t('grids.served.find')} value={typed} onChange={setTyped} max={40} optional />
              )}
              {found.length === 0 && <Muted>{t('grids.served.noMatch')}</Muted>}
              {found.map((one) => (
                <ListRow
                  key={one.id}
                  title={one.address}
                  note={gridName(one)}
                  after={
                    <Button
                      kind="ghost"
                      label={t('grids.served.fileFor.label', { address: one.address })}
                      onPress={() => go('tickets/open', { householdId: one.id, for: 1 })}
                    >
                      {t('grids.served.fileFor')}
                    </Button>
                  }
                />
              ))}
            </Card>
          );
        }}
      </Loaded>
    </Page>
  );
}
