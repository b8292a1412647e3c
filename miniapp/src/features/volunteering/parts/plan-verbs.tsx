/** What those who plan do with an activity: write it anew, open it, stop sign-ups, cancel it with a reason. */
import { useState } from 'react';
import { CancelActivity } from '@sevengrid/shared/volunteering/activities.requests';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { go } from '../../../platform/navigate';
import { Button, Card, FaultNotice, Muted, ReasonSheet, Row, Sheet, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';

type Sure = 'publish' | 'close';

const ASKS = {
  publish: { verb: 'volunteering.publish', lead: 'volunteering.publish.lead' },
  close: { verb: 'volunteering.close', lead: 'volunteering.close.lead' },
} as const;

/** Nothing for whoever plans nothing here. */
export function PlanVerbs({ of }: { of: ActivityView }) {
  const { t } = useTexts();
  const [sure, ask] = useState<Sure | 'cancel'>();
  const close = (): void => ask(undefined);
  const cancel = useDo(activityRoutes.cancel, { then: close });
  const { id, moves } = of;
  const may = { publish: moves.includes('publish'), close: moves.includes('close'), write: moves.includes('write') };
  const mayCancel = moves.includes('cancel');
  if (!may.publish && !may.close && !may.write && !mayCancel) return null;
  return (
    <Card>
      <Stack gap={3}>
        {may.publish && <Button onPress={() => ask('publish')}>{t('volunteering.publish')}</Button>}
        <Row wrap gap={2}>
          {may.write && (
            <Button grow kind="secondary" icon="pen" onPress={() => go('volunteering/plan', { id })}>
              {t('volunteering.write')}
            </Button>
          )}
          {may.close && (
            <Button grow kind="secondary" onPress={() => ask('close')}>
              {t('volunteering.close')}
            </Button>
          )}
        </Row>
        {mayCancel && (
          <Button kind="ghost" onPress={() => ask('cancel')}>
            {t('volunteering.cancel')}
          </Button>
        )}
      </Stack>
      {(sure === 'publish' || sure === 'close') && <Ask id={id} what={sure} onClose={close} />}
      {sure === 'cancel' && (
        <ReasonSheet
          title={t('volunteering.cancel')}
          lead={t('volunteering.cancel.lead')}
          label={t('volunteering.cancel.reason')}
          verb={t('volunteering.cancel')}
          danger
          request={CancelActivity}
          doing={cancel}
          onSend={(body) => void cancel.run({ params: { id }, body })}
          onClose={close}
        />
      )}
    </Card>
  );
}

function Ask({ id, what, onClose }: { id: string; what: Sure; onClose: () => void }) {
  const { t } = useTexts();
  const doing = useDo(activityRoutes[what], { then: onClose });
  return (
    <Sheet
      open
      title={t(ASKS[what].verb)}
      onClose={onClose}
      verb={t(ASKS[what].verb)}
      onVerb={() => void doing.run({ params: { id } })}
      busy={doing.busy}
    >
      <Stack>
        <Muted>{t(ASKS[what].lead)}</Muted>
        <FaultNotice fault={doing.fault} onClose={doing.clear} />
      </Stack>
    </Sheet>
  );
}
