/** The answer of an outside body: what was done, or why it goes back; the words are kept until they are sent. */
import { ReplyToRequest, ReturnRequest } from '@sevengrid/shared/tickets/coordination.requests';
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { RETURN_REASONS, type ReturnReason } from '@sevengrid/shared/tickets/terms';
import { ChoiceList, FaultNotice, Muted, Sheet, TextArea } from '../../../ui';
import { MediaFields } from '../../../ui/media';
import { useDo, useDraft, useForm, useTexts } from '../../../use';
import { withVoice } from './open-rules';

export type Answering = 'reply' | 'sendBack';

interface Form {
  reason?: ReturnReason;
  words: string;
  photos: string[];
  voice: string;
}

interface RequestAnswerProps {
  id: string;
  how: Answering;
  onClose: () => void;
}

export function RequestAnswer({ id, how, onClose }: RequestAnswerProps) {
  const { t } = useTexts();
  const draft = useDraft<Form>(`partner.${how}.${id}`, { words: '', photos: [], voice: '' });
  const { reason, words, photos, voice } = draft.form;
  const back = how === 'sendBack';
  const body = back ? { reason, words } : { ...withVoice(draft.form), words };
  const form = useForm(back ? ReturnRequest : ReplyToRequest, body);
  const then = (): void => (draft.wipe(), onClose());
  const reply = useDo(coordinationRoutes.reply, { then });
  const sendBack = useDo(coordinationRoutes.sendBack, { then });
  const doing = back ? sendBack : reply;
  const send = (): void => {
    if (!form.check()) return;
    if (back) void sendBack.run({ params: { id }, body: body as ReturnRequest });
    else void reply.run({ params: { id }, body });
  };
  return (
    <Sheet
      open
      title={t(`tickets.partner.${how}`)}
      onClose={onClose}
      verb={t(`tickets.partner.${how}`)}
      onVerb={send}
      busy={doing.busy}
      danger={back}
    >
      <Muted>{t(`tickets.partner.${how}.lead`)}</Muted>
      {back && (
        <ChoiceList
          label={t('tickets.partner.reason')}
          options={RETURN_REASONS.map((value) => ({ value, label: t(`tickets.return.${value}`) }))}
          value={reason}
          onChange={(next) => draft.put({ reason: next })}
          error={form.errorOf('reason')}
        />
      )}
      <TextArea
        label={t(`tickets.partner.${how}.words`)}
        value={words}
        onChange={(next) => draft.put({ words: next })}
        max={back ? 500 : 1000}
        error={form.errorOf('words')}
      />
      {!back && <MediaFields photos={photos} voice={voice} put={draft.put} />}
      <FaultNotice fault={doing.fault} onClose={doing.clear} />
    </Sheet>
  );
}
