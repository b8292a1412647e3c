/** Giving the points of a list that was up long enough. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { Button, FaultNotice, Muted, Sheet, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';

export function SettleVerb({ id }: { id: string }) {
  const { t } = useTexts();
  const [sure, ask] = useState(false);
  const settle = useDo(awardRoutes.settle, {
    refresh: [awardRoutes.notice, activityRoutes.one, activityRoutes.list],
    then: () => ask(false),
  });
  return (
    <>
      <Button grow onPress={() => ask(true)}>
        {t('volunteering.settle')}
      </Button>
      <Sheet
        open={sure}
        title={t('volunteering.settle.sure')}
        onClose={() => ask(false)}
        verb={t('volunteering.settle')}
        onVerb={() => void settle.run({ params: { id } })}
        busy={settle.busy}
      >
        <Stack>
          <Muted>{t('volunteering.settle.lead')}</Muted>
          <FaultNotice fault={settle.fault} onClose={settle.clear} />
        </Stack>
      </Sheet>
    </>
  );
}
