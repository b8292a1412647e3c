/** The top of a ticket: how it stands, its number, what was said, and until when. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import {
  AskedChip,
  AskedDue,
  Caption,
  Card,
  Due,
  Grow,
  Heading,
  OnBehalf,
  Row,
  Stack,
  StageChip,
  Words,
} from '../../../ui';
import { MediaShown } from '../../../ui/media';
import { ticketTitle, useClock, useTexts } from '../../../use';
import { useAddressed, useAsked } from './use-asked';

/** The title is the first words of what was written; they are not said twice. */
export const saysMore = ({ title, words }: Pick<TicketView, 'title' | 'words'>): boolean =>
  words !== null && words.trim() !== title.trim();

export function TicketHead({ ticket, again }: { ticket: TicketView; again?: () => unknown }) {
  const { t, say } = useTexts();
  const now = useClock();
  const { due, phase, stage } = ticket;
  const asked = useAsked(ticket);
  const addressed = useAddressed(ticket);
  const erased = ticket.title === '' && !ticket.spoken;
  const title = erased ? t('tickets.detail.erased') : ticketTitle(t, say, ticket);
  const [opening] = ticket.timeline;
  const about = [say(ticket.category), ticket.place].filter(Boolean).join(' · ');
  return (
    <Card>
      <Stack gap={2}>
        <Row wrap gap={2}>
          {asked ? <AskedChip ticket={ticket} /> : <StageChip stage={stage} atWork />}
          <Grow />
          <Caption className="tabular">{ticket.number}</Caption>
        </Row>
        <Heading>{title}</Heading>
        {saysMore(ticket) && <Words className="tickets-said">{ticket.words}</Words>}
        {opening && <MediaShown media={opening.media} again={again} />}
        <Caption>{about}</Caption>
        {asked && <OnBehalf ticket={ticket} name={ticket.requester.name} />}
        {due?.clock === 'follow_up' && asked ? (
          <AskedDue ticket={ticket} />
        ) : (
          due &&
          phase !== 'closed' && (
            <Due
              big
              at={Date.parse(due.at)}
              now={now}
              title={t(addressed ? `tickets.clock.${due.clock}` : `tickets.staff.clock.${due.clock}`)}
            />
          )
        )}
      </Stack>
    </Card>
  );
}
