/** Who works on it besides: tiers that joined, outside bodies, the verifier; and in whose hands it lay for how long. */
import type { CoordinationView, TicketView } from '@sevengrid/shared/tickets/views';
import { Card, Chip, Facts, Heading, ListRow, Stack, type ChipProps } from '../../../ui';
import { spanText, useClock, useTexts, whenText } from '../../../use';

const MINUTE = 60_000;

const LOOKS: Record<CoordinationView['state'], Pick<ChipProps, 'tone' | 'shape'>> = {
  waiting: { tone: 'calm', shape: 'ring' },
  missed: { tone: 'urgent', shape: 'square' },
  answered: { tone: 'quiet', shape: 'check' },
  returned: { tone: 'soon', shape: 'triangle' },
  recalled: { tone: 'quiet', shape: 'none' },
  dropped: { tone: 'quiet', shape: 'none' },
};

function Requests({ requests }: Pick<TicketView, 'requests'>) {
  const { t } = useTexts();
  const now = useClock();
  return (
    <>
      {requests.map(({ id, organisationName, state, dueAt }) => (
        <ListRow
          key={id}
          title={organisationName}
          note={state === 'waiting' ? t('tickets.sides.due', { when: whenText(t, Date.parse(dueAt), now) }) : undefined}
          after={<Chip {...LOOKS[state]}>{t(`tickets.request.state.${state}`)}</Chip>}
        />
      ))}
    </>
  );
}

export function TicketSides({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const { joined, requests, verifierName, held } = ticket;
  const people = [
    ...joined.map(({ displayName, tier }) => ({ label: t(`tickets.tier.${tier}`), value: displayName })),
    ...(verifierName ? [{ label: t('tickets.sides.verifier'), value: verifierName }] : []),
  ];
  const times = (held ?? [])
    .filter(({ minutes }) => minutes > 0)
    .map(({ hands, minutes }) => ({ label: t(`tickets.hands.${hands}`), value: spanText(t, minutes * MINUTE) }));
  return (
    <>
      {(people.length > 0 || requests.length > 0) && (
        <Card>
          <Stack gap={2}>
            <Heading level={3}>{t('tickets.sides.title')}</Heading>
            {people.length > 0 && <Facts items={people} />}
            <Requests requests={requests} />
          </Stack>
        </Card>
      )}
      {times.length > 1 && (
        <Card>
          <Stack gap={2}>
            <Heading level={3}>{t('tickets.sides.held')}</Heading>
            <Facts items={times} />
          </Stack>
        </Card>
      )}
    </>
  );
}
