/** Number and follow-code find a ticket again, on any phone and without an account. */
import { useState } from 'react';
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import { FollowTicket } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { go } from '../../../platform/navigate';
import { followCodes } from '../../../state/follow-codes';
import { Button, Caption, Card, FaultNotice, Field, Heading, Icon, ListRow, Muted, Stack } from '../../../ui';
import { enter, useDo, useForm, useMe, useTexts } from '../../../use';

/** Spaces are forgiven, digits may be written as the reader writes them, and codes are read out in capitals. */
const tidy = (number: string, code: string): FollowTicket => ({
  number: plainDigits(number).replace(/\s+/g, ''),
  code: plainDigits(code).replace(/\s+/g, '').toUpperCase(),
});

/** Sends number and code as whoever is here would. */
function useFollowing() {
  const { me, loggedIn } = useMe();
  // Somebody with an account takes the ticket over; everybody else gets a guest session that sees it.
  const claim = useDo(ticketRoutes.claim, { then: ({ id }) => go('tickets/detail', { id }) });
  const follow = useDo(ticketRoutes.follow, {
    then: ({ token, ticketId }) => {
      enter(token);
      go('tickets/detail', { id: ticketId });
    },
  });
  const person = me?.kind === 'person';
  const { busy, fault, clear } = person ? claim : follow;
  const send = (asked: FollowTicket): void => void (person ? claim : follow).run({ body: asked });
  // Until it is known who is here, nobody knows which of the two it is to be.
  return { busy: busy || (loggedIn && !me), fault, clear, send };
}

export function FollowForm() {
  const { t } = useTexts();
  const [typed, setTyped] = useState({ number: '', code: '' });
  const body = tidy(typed.number, typed.code);
  const form = useForm(FollowTicket, body);
  const { busy, fault, clear, send } = useFollowing();
  const ask = (): void => void (form.check() && send(body));
  /** What was said of the code before holds no longer. */
  const type = (part: Partial<typeof typed>): void => {
    if (fault) clear();
    setTyped({ ...typed, ...part });
  };
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('tickets.mine.follow')}</Heading>
        <Muted>{t('tickets.mine.follow.lead')}</Muted>
        <Field
          label={t('tickets.mine.follow.number')}
          value={typed.number}
          onChange={(number) => type({ number })}
          onEnter={ask}
          placeholder={t('tickets.mine.follow.number.placeholder')}
          hint={t('tickets.mine.follow.number.hint')}
          error={form.errorOf('number')}
          max={24}
        />
        <Field
          label={t('tickets.mine.follow.code')}
          value={typed.code}
          onChange={(code) => type({ code })}
          onEnter={ask}
          hint={t('tickets.mine.follow.code.hint')}
          error={form.errorOf('code')}
          max={16}
        />
        <FaultNotice fault={fault} onClose={clear} />
        <Button kind="secondary" icon="search" busy={busy} onPress={ask}>
          {t('tickets.mine.follow.verb')}
        </Button>
        <KeptCodes onChoose={(number, code) => send({ number, code })} />
      </Stack>
    </Card>
  );
}

function KeptCodes({ onChoose }: { onChoose: (number: string, code: string) => void }) {
  const { t } = useTexts();
  const entries = Object.entries(followCodes()).reverse();
  if (entries.length === 0) return null;
  return (
    <Stack gap={1}>
      <Caption>{t('tickets.mine.kept')}</Caption>
      {entries.map(([number, code]) => (
        <ListRow
          key={number}
          before={<Icon name="card" tone="muted" />}
          title={number}
          note={code}
          onPress={() => onChoose(number, code)}
        />
      ))}
    </Stack>
  );
}
