/** What staff or a grid worker may do with a ticket now: the big verb, the next, the rest under "more". */
import { useState } from 'react';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { go } from '../../../platform/navigate';
import { dial } from '../../../platform/phone';
import { Button, Digits, ListRow, RevealSheet, Row, Sheet, Stack } from '../../../ui';
import { useMe, useTexts, useWide } from '../../../use';
import { isStep, verbsOf, type StaffAction } from './act-forms';
import { AttributeSheet } from './attribute-sheet';

/** Sheets that are offered under "more". */
type Asked = 'reveal' | 'attribute';

type Open = 'more' | Asked | undefined;

/** A ticket filed from a card by a guest, whom nobody has recognised yet. */
const isUnclaimed = (ticket: TicketView): boolean =>
  ticket.channel === 'card_scan' &&
  ticket.householdId !== null &&
  !ticket.timeline.some(({ action }) => action === 'attribute');

const act = (ticket: TicketView, action: StaffAction): void => go('tickets/act', { id: ticket.id, action });

export function StaffVerbs({ ticket }: { ticket: TicketView }) {
  const { t } = useTexts();
  const { may } = useMe();
  const beside = useWide() ? 3 : 2;
  const [open, setOpen] = useState<Open>();
  const verbs = verbsOf(ticket.moves);
  const canReveal = may('person.reveal') && ticket.requester.phone !== null;
  const sheets: Asked[] = canReveal ? ['reveal'] : [];
  if (may('ticket.handle') && isUnclaimed(ticket)) sheets.push('attribute');
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Row gap={2} wrap className="grow">
        {verbs.slice(0, beside).map((action, nth) => (
          <Button
            key={action}
            grow={nth === 0}
            kind={nth === 0 && isStep(action) ? 'primary' : 'secondary'}
            onPress={() => act(ticket, action)}
          >
            {t(`work.verb.${action}`)}
          </Button>
        ))}
        {verbs.length === 0 && canReveal && (
          <Button grow icon="phone" onPress={() => setOpen('reveal')}>
            {t('work.verb.reveal')}
          </Button>
        )}
        <Button kind="ghost" onPress={() => setOpen('more')}>
          {t('work.verbs.more')}
        </Button>
      </Row>
      {open === 'more' && <More ticket={ticket} actions={verbs.slice(beside)} sheets={sheets} onOpen={setOpen} />}
      {open === 'reveal' && <RevealSheet of="ticket" id={ticket.id} name={ticket.requester.name} onClose={close} />}
      {open === 'attribute' && ticket.householdId && (
        <AttributeSheet ticketId={ticket.id} householdId={ticket.householdId} onClose={close} />
      )}
    </>
  );
}

interface MoreProps {
  ticket: TicketView;
  actions: readonly StaffAction[];
  sheets: readonly Asked[];
  onOpen: (next: Open) => void;
}

function More({ ticket, actions, sheets, onOpen }: MoreProps) {
  const { t } = useTexts();
  const close = (): void => onOpen(undefined);
  // The page stays alive under the form: a sheet left open would cover it on coming back.
  const closeAndAct = (action: StaffAction): void => {
    close();
    act(ticket, action);
  };
  return (
    <Sheet open title={t('work.verbs.label')} onClose={close}>
      <Stack gap={1}>
        {actions.map((action) => (
          <ListRow key={action} title={t(`work.verb.${action}`)} onPress={() => closeAndAct(action)} />
        ))}
        {sheets.map((sheet) => (
          <ListRow key={sheet} title={t(`work.verb.${sheet}`)} onPress={() => onOpen(sheet)} />
        ))}
        <ListRow
          title={t('work.verb.callDuty')}
          meta={<Digits>{ticket.dutyPhone}</Digits>}
          onPress={() => dial(ticket.dutyPhone)}
        />
      </Stack>
    </Sheet>
  );
}
