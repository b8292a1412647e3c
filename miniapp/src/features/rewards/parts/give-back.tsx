/** Giving back what was redeemed and not used yet: asked twice, since somebody else may take it at once. */
import { useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { Button, FaultNotice, Sheet, Words } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { MOVED } from './redeem-foot';

export function GiveBack({ id }: { id: string }) {
  const { t } = useTexts();
  const [sure, ask] = useState(false);
  const cancel = useDo(redemptionRoutes.cancel, { refresh: MOVED, then: () => ask(false) });
  const close = (): void => {
    ask(false);
    cancel.clear();
  };
  return (
    <>
      <Button grow kind="secondary" onPress={() => ask(true)}>
        {t('rewards.cancel')}
      </Button>
      <Sheet
        open={sure}
        danger
        title={t('rewards.cancel.title')}
        verb={t('rewards.cancel')}
        busy={cancel.busy}
        onVerb={() => void cancel.run({ params: { id } })}
        onClose={close}
      >
        <Words>{t('rewards.cancel.lead')}</Words>
        <FaultNotice fault={cancel.fault} onClose={cancel.clear} />
      </Sheet>
    </>
  );
}
