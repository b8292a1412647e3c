/** One page for every action of staff and grid workers on a ticket. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { backOr } from '../../../platform/navigate';
import { Button, Empty, Loaded, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { isStaffAction } from '../parts/act-forms';
import { ActPanel } from '../parts/act-panel';
import '../../../texts/apart/steps';

export default function Act() {
  const { t } = useTexts();
  const { id = '', action = '' } = useQueryOf<{ id?: string; action?: string }>();
  const ticket = useRoute(ticketRoutes.ticket, { params: { id } }, { when: id !== '' });
  const known = isStaffAction(action) ? action : undefined;
  if (known && ticket.data?.moves.includes(known)) {
    return <ActPanel key={`${id}${known}`} ticket={ticket.data} action={known} again={ticket.again} />;
  }
  const toTicket = <Button onPress={() => backOr('tickets/detail', { id })}>{t('work.act.toTicket')}</Button>;
  return (
    <Page title={known ? t(`work.verb.${known}`) : t('tickets.act.title')}>
      {known ? (
        <Loaded of={ticket}>
          {() => <Empty title={t('work.act.gone')} hint={t('work.act.gone.hint')} action={toTicket} />}
        </Loaded>
      ) : (
        <Empty title={t('work.act.unknown')} action={toTicket} />
      )}
    </Page>
  );
}
