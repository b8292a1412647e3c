/** The form of one action on one ticket: drawn from the table, checked by the server's own class, sent once. */
import { useMemo } from 'react';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { backOr } from '../../../platform/navigate';
import { Button, Card, FootFault, Heading, Muted, Page, RestoredDraft, Row, Stack, StageChip } from '../../../ui';
import { ticketTitle, useDo, useDraft, useForm, useTexts } from '../../../use';
import { ActField } from './act-field';
import { ActFault } from './act-fault';
import { ActNote } from './act-notes';
import { bodyOf, formOf, type ActValues, type StaffAction } from './act-forms';

interface ActPanelProps {
  ticket: TicketView;
  action: StaffAction;
  again: () => Promise<unknown>;
}

/** The form's draft, its check, and the one sending of it. */
function useAct(ticket: TicketView, action: StaffAction) {
  const spec = formOf(action);
  const blank: ActValues = action === 'accept' ? { grade: ticket.grade } : spec.blank;
  const draft = useDraft<ActValues>(`tickets.act.${action}.${ticket.id}`, blank);
  const body = useMemo(() => bodyOf(spec, draft.form), [spec, draft.form]);
  const { check, errorOf, take, wrong } = useForm(spec.request, body);
  const doing = useDo(spec.route, {
    then: () => {
      draft.wipe();
      backOr('tickets/detail', { id: ticket.id });
    },
  });
  const send = (): void => {
    if (check()) void doing.run({ params: { id: ticket.id }, body });
  };
  return { spec, draft, doing, send, errorOf, take, wrong };
}

export function ActPanel({ ticket, action, again }: ActPanelProps) {
  const { t } = useTexts();
  const { spec, draft, doing, send, errorOf, take, wrong } = useAct(ticket, action);
  return (
    <Page
      title={t(`work.verb.${action}`)}
      footer={
        <>
          <FootFault when={wrong} />
          <Button kind={spec.grave ? 'danger' : 'primary'} grow busy={doing.busy} onPress={send}>
            {t(`work.verb.${action}`)}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <TicketInBrief ticket={ticket} />
        <RestoredDraft draft={draft} />
        <ActFault fault={doing.fault} ticketId={ticket.id} again={again} clear={doing.clear} take={take} />
        <Card>
          <Stack gap={4}>
            <Muted>{t(`work.act.${action}.lead`)}</Muted>
            {spec.fields.map((field) => (
              <ActField
                key={field.name}
                action={action}
                ticket={ticket}
                field={field}
                values={draft.form}
                put={draft.put}
                error={errorOf(field.name)}
              />
            ))}
            <ActNote ticket={ticket} action={action} values={draft.form} />
          </Stack>
        </Card>
      </Stack>
    </Page>
  );
}

/** What it is about, so that nobody acts on the wrong ticket. */
function TicketInBrief({ ticket }: { ticket: TicketView }) {
  const { t, say } = useTexts();
  return (
    <Card tone="tint">
      <Stack gap={1}>
        <Row wrap gap={2}>
          <Heading level={3}>{ticketTitle(t, say, ticket)}</Heading>
          <StageChip stage={ticket.stage} atWork />
        </Row>
        <Muted>{[ticket.number, ticket.address, say(ticket.category)].filter(Boolean).join(' · ')}</Muted>
      </Stack>
    </Card>
  );
}
