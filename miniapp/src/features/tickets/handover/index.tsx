/** All open work of one person into another's hands, in one action. */
import { useMemo } from 'react';
import { HandOver } from '@sevengrid/shared/tickets/requests';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { CandidateView } from '@sevengrid/shared/tickets/views';
import { Button, Card, Empty, FaultNotice, FootFault, Loaded, Muted, Notice, Page, TextArea } from '../../../ui';
import { useDo, useDraft, useForm, useRoute, useTexts } from '../../../use';
import { HolderList } from '../parts/holder-list';
import '../../../texts/apart/rules';

const BLANK = { fromId: '', toId: '', words: '' };

/** Who gives to whom and why, and the one sending of it. */
function useHandOver() {
  const draft = useDraft('tickets.handover', BLANK);
  const { fromId, toId, words } = draft.form;
  const body = useMemo(() => ({ fromId, toId, words: words.trim() }), [fromId, toId, words]);
  const form = useForm(HandOver, body);
  const give = useDo(ticketRoutes.handOver, { then: draft.startAfresh });
  const send = (): void => void (form.check() && give.run({ body }));
  return { draft, form, give, send };
}

export default function Handover() {
  const { t } = useTexts();
  const holders = useRoute(ticketRoutes.holders, {});
  const giving = useHandOver();
  const { give, form, send } = giving;
  const verb = (
    <>
      <FootFault when={form.wrong} />
      <Button grow busy={give.busy} onPress={send}>
        {t('tickets.handover.verb')}
      </Button>
    </>
  );
  return (
    <Page title={t('tickets.handover.title')} onRefresh={holders.again} footer={verb}>
      <Muted>{t('tickets.handover.lead')}</Muted>
      {give.done && <Notice tone="good">{t('tickets.handover.done', { n: give.done.moved })}</Notice>}
      <FaultNotice fault={give.fault} onClose={give.clear} />
      <Loaded of={holders}>
        {({ items }) =>
          items.length < 2 ? <Empty title={t('tickets.handover.none')} /> : <Form people={items} giving={giving} />
        }
      </Loaded>
    </Page>
  );
}

function Form({ people, giving }: { people: readonly CandidateView[]; giving: ReturnType<typeof useHandOver> }) {
  const { t } = useTexts();
  const { draft, form } = giving;
  const { fromId, toId, words } = draft.form;
  return (
    <Card>
      <HolderList
        label={t('tickets.handover.from')}
        of={people}
        value={fromId}
        onChange={(id) => draft.put({ fromId: id, toId: id === toId ? '' : toId })}
        error={form.errorOf('fromId')}
      />
      <HolderList
        label={t('tickets.handover.to')}
        of={people.filter(({ id }) => id !== fromId)}
        value={toId}
        onChange={(id) => draft.put({ toId: id })}
        error={form.errorOf('toId')}
      />
      <TextArea
        label={t('tickets.handover.words')}
        max={300}
        value={words}
        onChange={(next) => draft.put({ words: next })}
        error={form.errorOf('words')}
      />
    </Card>
  );
}
