/** What those at work need besides: for whom, where, how it came in, in whose hands. Masked as the server gives it. */
import type { PartyView, TicketView } from '@sevengrid/shared/tickets/views';
import { Card, Facts } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const { t, gridName } = useTexts();
  const { me } = useMe();
  const { holder } = ticket;
  const heldBy = holder?.id === me?.id ? t('tickets.who.you') : holder?.displayName;
  const party = ({ name, phone }: PartyView): string =>
    [name ?? t('tickets.detail.unnamed'), phone].filter(Boolean).join(' · ');
  const consent = ticket.consent === 'self' ? '' : ` · ${t(`tickets.consent.${ticket.consent}`)}`;
  const facts = [
    ...(ticket.beneficiary
      ? [{ label: t('tickets.detail.beneficiary'), value: `${party(ticket.beneficiary)}${consent}` }]
      : []),
    { label: t('tickets.detail.grid'), value: gridName(ticket) },
    { label: t('tickets.detail.grade'), value: t(`tickets.grade.${ticket.grade}`) },
    { label: t('tickets.detail.channel'), value: t(`tickets.channel.${ticket.channel}`) },
    ...(ticket.phase === 'closed'
      ? []
      : [{ label: t('tickets.detail.heldBy'), value: heldBy ?? t('tickets.staff.holder.none.hint') }]),
  ];
  return (
    <Card>
      <Facts items={facts} />
    </Card>
  );
}
