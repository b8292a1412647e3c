/** All open work of one person into another's hands, in one action, with the leave where it is for that. */
import { useState } from 'react';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { HolderView } from '@sevengrid/shared/tickets/hand-over.views';
import { go } from '../../../platform/navigate';
import {
  Box,
  Button,
  Card,
  Empty,
  FaultNotice,
  FootFault,
  Heading,
  Icon,
  Loaded,
  Muted,
  Page,
  RestoredDraft,
  Row,
  Sheet,
  Stack,
  Words,
} from '../../../ui';
import { dayText, useMe, useRoute, useTexts } from '../../../use';
import { HandOverForm } from '../parts/hand-over-form';
import { useHandOver, type Giving } from '../parts/use-hand-over';
import './index.scss';
import '../../../texts/apart/rules';

export default function Handover() {
  const { t } = useTexts();
  const { may } = useMe();
  const holders = useRoute(ticketRoutes.holders, {}, { when: may('ticket.hand_over') });
  const giving = useHandOver();
  const [sure, ask] = useState(false);
  const people = holders.data?.items ?? [];
  const begin = (): void => ask(giving.ready());
  const verb = (
    <>
      <FootFault when={giving.form.wrong} />
      <Button grow onPress={begin}>
        {t('tickets.handover.verb')}
      </Button>
    </>
  );
  const done = giving.give.done;
  return (
    <Page
      title={t('tickets.handover.title')}
      wide
      onRefresh={holders.again}
      footer={done || people.length < 2 ? undefined : verb}
    >
      {done ? (
        <Done giving={giving} people={people} />
      ) : (
        <>
          <Muted>{t('tickets.handover.lead')}</Muted>
          <RestoredDraft draft={giving.draft} />
          <Loaded of={holders}>
            {({ items }) =>
              items.length < 2 ? (
                <Empty title={t('tickets.handover.none')} />
              ) : (
                <HandOverForm people={items} giving={giving} />
              )
            }
          </Loaded>
          <Muted>{t('tickets.handover.one')}</Muted>
        </>
      )}
      {sure && <Sure giving={giving} people={people} onClose={() => ask(false)} />}
    </Page>
  );
}

interface PartProps {
  giving: Giving;
  people: readonly HolderView[];
}

const named = (people: readonly HolderView[], id: string): string =>
  people.find((one) => one.id === id)?.displayName ?? '';

/** Said once more before it counts: how many, to whom, and who answers during the leave. */
function Sure({ giving, people, onClose }: PartProps & { onClose: () => void }) {
  const { t } = useTexts();
  const { give, draft } = giving;
  const { fromId, toId, withLeave, from, to } = draft.form;
  const n = people.find(({ id }) => id === fromId)?.inHand ?? 0;
  const send = async (): Promise<void> => {
    if (await giving.send()) onClose();
  };
  return (
    <Sheet
      open
      title={t('tickets.handover.sure', { n, to: named(people, toId) })}
      onClose={onClose}
      verb={t('tickets.handover.verb')}
      onVerb={() => void send()}
      busy={give.busy}
    >
      <Words>{t('tickets.handover.sure.lead', { from: named(people, fromId), to: named(people, toId) })}</Words>
      {withLeave && (
        <Muted className="whole-words">
          {t('tickets.handover.sure.leave', { from: dayText(t, from), to: dayText(t, to) })}
        </Muted>
      )}
      <FaultNotice fault={give.fault} onClose={give.clear} />
    </Sheet>
  );
}

function Done({ giving, people }: PartProps) {
  const { t } = useTexts();
  const { fromId, toId } = giving.draft.form;
  const n = giving.give.done?.moved ?? 0;
  return (
    <Card>
      <Stack gap={4}>
        <Row gap={3}>
          <Box className="handover-mark">
            <Icon name="check" size={28} />
          </Box>
          <Stack gap={1}>
            <Heading>{t('tickets.handover.done', { n })}</Heading>
            <Muted>{t('tickets.handover.done.lead', { from: named(people, fromId), to: named(people, toId) })}</Muted>
          </Stack>
        </Row>
        <Row gap={2} wrap>
          <Button grow onPress={() => go('tickets/queue')}>
            {t('tickets.handover.toQueue')}
          </Button>
          <Button kind="secondary" onPress={giving.afresh}>
            {t('tickets.handover.again')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}
