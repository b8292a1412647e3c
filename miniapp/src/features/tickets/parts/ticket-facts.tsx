/** What staff need besides: who asked, for whom, where, how it came in. Masked as the server gives it. */
import type { PartyView, TicketView } from '@sevengrid/shared/tickets/views';
import { Card, Facts } from '../../../ui';
import { useTexts } from '../../../use';

export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const { t, gridName } = useTexts();
  const party = ({ name, phone }: PartyView): string =>
    [name ?? t('tickets.detail.unnamed'), phone].filter(Boolean).join(' · ');
  const consent = ticket.consent === 'self' ? '' : ` · ${t(`tickets.consent.${ticket.consent}`)}`;
  const facts = [
    { label: t('tickets.detail.requester'), value: party(ticket.requester) },
    ...(ticket.beneficiary
      ? [{ label: t('tickets.detail.beneficiary'), value: `${party(ticket.beneficiary)}${consent}` }]
      : []),
    { label: t('tickets.detail.grid'), value: gridName(ticket) },
    ...(ticket.address ? [{ label: t('tickets.detail.address'), value: ticket.address }] : []),
    { label: t('tickets.detail.grade'), value: t(`tickets.grade.${ticket.grade}`) },
    { label: t('tickets.detail.channel'), value: t(`tickets.channel.${ticket.channel}`) },
  ];
  return (
    <Card>
      <Facts items={facts} />
    </Card>
  );
}
