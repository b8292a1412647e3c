/** One ticket on a page of its own: what it is, how far it has come, and what one may do now. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { Button, Empty, Loaded, Page } from '../../../ui';
import { useClock, useMe, useQueryOf, useTexts, type TextKey } from '../../../use';
import { restart } from '../../../platform/navigate';
import { RequesterVerbs } from '../parts/requester-verbs';
import { requesterMoves } from '../parts/requester-moves';
import { StaffVerbs } from '../parts/staff-verbs';
import { TicketCards, useTicket } from '../parts/ticket-detail';
import '../../../texts/apart/steps';
import '../../../texts/apart/origin';
import '../../../texts/apart/ticket';

/** Missing, or filed from another phone: the same answer, and the same way on. */
function Gone() {
  const { t } = useTexts();
  const follow = (): void => restart('tickets/mine', { follow: 1 });
  return (
    <Empty
      title={t('tickets.detail.gone')}
      hint={t('tickets.detail.gone.hint')}
      action={<Button onPress={follow}>{t('tickets.mine.follow')}</Button>}
    />
  );
}

const titleKey = ({ mine }: TicketView, atWork: boolean): TextKey =>
  mine && !atWork ? 'tickets.detail.title' : 'tickets.detail.title.other';

export default function Detail() {
  const { t } = useTexts();
  const { id = '' } = useQueryOf<{ id: string }>();
  const { me, may } = useMe();
  const now = useClock();
  const read = useTicket(id);
  const ticket = read.data;
  const moves = ticket ? requesterMoves(ticket, now) : [];
  const atWork = ticket && may('ticket.read');
  const gone = id === '' || read.fault?.status === 404 || read.fault?.status === 422;
  const verbs = moves.length > 0 || atWork;
  return (
    <Page
      title={t(ticket && me ? titleKey(ticket, may('ticket.read')) : 'tickets.detail.title.unknown')}
      onRefresh={read.again}
      footer={
        ticket && verbs ? (
          <>
            {moves.length > 0 && <RequesterVerbs ticket={ticket} verbs={moves} />}
            {atWork && <StaffVerbs ticket={ticket} />}
          </>
        ) : undefined
      }
    >
      {gone && !ticket ? (
        <Gone />
      ) : (
        <Loaded of={read} rows={4}>
          {(data) => <TicketCards ticket={data} again={read.again} />}
        </Loaded>
      )}
    </Page>
  );
}
