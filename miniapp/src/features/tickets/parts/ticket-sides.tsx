/** Who works on it besides: tiers that joined, outside bodies, the verifier; and in whose hands it lay for how long. */
import type { CoordinationView, TicketView } from '@sevengrid/shared/tickets/views';
import { Avatar, Card, Chip, Heading, ListRow, type ChipProps } from '../../../ui';
import { useClock, useTexts, whenText, type Translate } from '../../../use';
import { joinedText } from './timeline-words';
import { TicketHeld } from './ticket-held';

const LOOKS: Record<CoordinationView['state'], Pick<ChipProps, 'tone' | 'shape'>> = {
  waiting: { tone: 'calm', shape: 'ring' },
  missed: { tone: 'urgent', shape: 'square' },
  answered: { tone: 'quiet', shape: 'check' },
  returned: { tone: 'soon', shape: 'triangle' },
  recalled: { tone: 'quiet', shape: 'none' },
  dropped: { tone: 'quiet', shape: 'none' },
};

/** Until when while it waits, when it ended otherwise. */
function timesOf(t: Translate, { state, askedAt, dueAt, endedAt }: CoordinationView, now: number): string {
  const asked = t('tickets.sides.asked', { when: whenText(t, Date.parse(askedAt), now) });
  if (state === 'waiting' || state === 'missed')
    return `${asked} · ${t('tickets.sides.due', { when: whenText(t, Date.parse(dueAt), now) })}`;
  return endedAt ? `${asked} · ${t('tickets.sides.ended', { when: whenText(t, Date.parse(endedAt), now) })}` : asked;
}

function Requests({ requests }: Pick<TicketView, 'requests'>) {
  const { t } = useTexts();
  const now = useClock();
  return (
    <>
      {requests.map((request) => (
        <ListRow
          key={request.id}
          title={request.organisationName}
          note={timesOf(t, request, now)}
          meta={<Chip {...LOOKS[request.state]}>{t(`tickets.request.state.${request.state}`)}</Chip>}
        />
      ))}
    </>
  );
}

export function TicketSides({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const { joined, requests, verifierName, held } = ticket;
  const people = [
    ...joined.map(({ displayName, tier }) => ({
      name: displayName,
      as: joinedText(t, tier),
    })),
    ...(verifierName ? [{ name: verifierName, as: t('tickets.sides.verifier') }] : []),
  ];
  return (
    <>
      {people.length + requests.length > 0 && (
        <Card>
          <Heading level={3}>{t('tickets.sides.title')}</Heading>
          {people.map(({ name, as }) => (
            <ListRow key={`${name}${as}`} before={<Avatar name={name} size="small" />} title={name} note={as} />
          ))}
          <Requests requests={requests} />
        </Card>
      )}
      {held && <TicketHeld held={held} />}
    </>
  );
}
