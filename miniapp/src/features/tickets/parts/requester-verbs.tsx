/** What the requester may do with a ticket, each asked once more in a sheet before it counts. */
import { useState } from 'react';
import {
  AnswerQuestion,
  ConfirmTicket,
  ContestDecline,
  ReopenTicket,
  WithdrawTicket,
} from '@sevengrid/shared/tickets/moves.requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { Button, FaultNotice, Muted, Sheet, TextArea, type ButtonProps } from '../../../ui';
import { MediaFields } from '../../../ui/media';
import { useDo, useDraft, useForm, useTexts } from '../../../use';
import { withVoice } from './open-rules';
import { RateSheet } from './rate-sheet';
import type { RequesterMove } from './requester-moves';

const KINDS: Record<RequesterMove, Pick<ButtonProps, 'kind' | 'icon' | 'grow'>> = {
  answer: { kind: 'primary', icon: 'pen', grow: true },
  rate: { kind: 'ghost', grow: true },
  confirm: { kind: 'primary', icon: 'check', grow: true },
  reopen: { kind: 'secondary', icon: 'refresh', grow: true },
  withdraw: { kind: 'ghost', grow: true },
  contest: { kind: 'secondary', icon: 'pen', grow: true },
};

/** How each is sent, whether words are demanded, and whether a voice may stand in for them. */
const VERBS = {
  answer: { route: ticketRoutes.answer, request: AnswerQuestion, demanded: true, shows: true, max: 1000 },
  confirm: { route: ticketRoutes.confirm, request: ConfirmTicket, demanded: false, shows: false, max: 1000 },
  reopen: { route: ticketRoutes.reopen, request: ReopenTicket, demanded: true, shows: true, max: 1000 },
  withdraw: { route: ticketRoutes.withdraw, request: WithdrawTicket, demanded: false, shows: false, max: 300 },
  contest: { route: ticketRoutes.contest, request: ContestDecline, demanded: true, shows: true, max: 1000 },
} as const;

interface Said {
  words: string;
  photos: string[];
  voice: string;
}

interface VerbSheetProps {
  verb: keyof typeof VERBS;
  ticketId: string;
  onClose: () => void;
}

function VerbSheet({ verb, ticketId, onClose }: VerbSheetProps) {
  const { t } = useTexts();
  const { route, request, demanded, shows, max } = VERBS[verb];
  // Closed by mistake, or the session ended: the words are there again.
  const draft = useDraft<Said>(`requester.${verb}.${ticketId}`, { words: '', photos: [], voice: '' });
  const { words, photos, voice } = draft.form;
  const body = words.trim() === '' && !demanded ? {} : withVoice(draft.form);
  const form = useForm(request, body);
  // The routes differ only in whether words are demanded, which the form has just checked.
  const act = useDo(route as typeof ticketRoutes.reopen, {
    then: () => {
      draft.wipe();
      onClose();
    },
  });
  const send = (): void => void (form.check() && act.run({ params: { id: ticketId }, body }));
  return (
    <Sheet
      open
      title={t(`tickets.move.${verb}.title`)}
      onClose={onClose}
      verb={t(`tickets.verb.${verb}`)}
      onVerb={send}
      busy={act.busy}
      danger={verb === 'withdraw'}
    >
      <Muted>{t(`tickets.move.${verb}.lead`)}</Muted>
      <TextArea
        label={t(`tickets.move.${verb}.words`)}
        value={words}
        onChange={(next) => draft.put({ words: next })}
        max={max}
        optional={!demanded || voice !== ''}
        placeholder={verb === 'reopen' ? t('tickets.move.reopen.placeholder') : undefined}
        error={form.errorOf('words')}
      />
      {shows && <MediaFields photos={photos} voice={voice} put={draft.put} />}
      <FaultNotice fault={act.fault} onClose={act.clear} />
    </Sheet>
  );
}

export function RequesterVerbs({ ticket, verbs }: { ticket: TicketView; verbs: readonly RequesterMove[] }) {
  const { t } = useTexts();
  const [asked, setAsked] = useState<RequesterMove>();
  const close = (): void => setAsked(undefined);
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} {...KINDS[verb]} onPress={() => setAsked(verb)}>
          {t(`tickets.verb.${verb}`)}
        </Button>
      ))}
      {asked === 'rate' && <RateSheet ticketId={ticket.id} onClose={close} />}
      {asked && asked !== 'rate' && <VerbSheet verb={asked} ticketId={ticket.id} onClose={close} />}
    </>
  );
}
