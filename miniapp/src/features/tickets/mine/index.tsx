/** What I asked for: what waits on the phone, what is being done, what is done; and finding one again by its code. */
import { useState } from 'react';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { go } from '../../../platform/navigate';
import { followCodes } from '../../../state/follow-codes';
import { Button, Card, Empty, FilterChips, Listed, Page } from '../../../ui';
import { useInfinite, useMe, useQueryOf, useTexts } from '../../../use';
import { FollowForm } from '../parts/follow-form';
import { RefusedRows } from '../parts/refused-rows';
import { TicketRow } from '../parts/ticket-row';
import { WaitingRows } from '../parts/waiting-rows';

type State = 'open' | 'closed';

export default function Mine() {
  const { t } = useTexts();
  const { loggedIn, side } = useMe();
  const { follow } = useQueryOf<{ follow: string }>();
  const [state, setState] = useState<State>('open');
  const [finding, setFinding] = useState(Boolean(follow));
  const list = useInfinite(ticketRoutes.mine, { query: { state } }, { when: loggedIn });
  // Where nothing is shown, the codes kept on this phone may still find what was filed.
  const lost = list.items.length === 0 && !list.loading && Object.keys(followCodes()).length > 0;
  const states = (['open', 'closed'] as const).map((value) => ({ value, label: t(`tickets.mine.${value}`) }));
  return (
    <Page title={t('tickets.mine.title')} tab="mine" onRefresh={loggedIn ? list.again : undefined}>
      <RefusedRows />
      <WaitingRows />
      {(!loggedIn || finding || lost) && <FollowForm />}
      {loggedIn && (
        <>
          <FilterChips label={t('tickets.mine.filter')} options={states} value={state} onChange={setState} />
          <Listed of={list} rows={4} end={t('tickets.mine.end')} empty={<NothingYet state={state} />}>
            {(items) => (
              <Card>
                {items.map((ticket) => (
                  <TicketRow key={ticket.id} ticket={ticket} />
                ))}
              </Card>
            )}
          </Listed>
          {side === 'guest' && !finding && !lost && (
            <Button kind="ghost" icon="search" onPress={() => setFinding(true)}>
              {t('tickets.mine.follow')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

/** What one may do where there is nothing as yet. */
function NothingYet({ state }: { state: State }) {
  const { t } = useTexts();
  return (
    <Empty
      title={t(`tickets.mine.empty.${state}`)}
      hint={t('tickets.mine.empty.hint')}
      action={
        <Button icon="pen" onPress={() => go('tickets/open')}>
          {t('tickets.open.title')}
        </Button>
      }
    />
  );
}
