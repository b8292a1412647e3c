/** Taking back what my shop has just given, while the shop itself may. */
import { useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { CapturedView } from '@sevengrid/shared/rewards/redemptions.views';
import { Button, FaultNotice, Sheet, Words } from '../../../ui';
import { useDo, useTexts } from '../../../use';

export interface UndoGivingProps {
  of: CapturedView;
  onUndone?: (of: CapturedView) => void;
}

export function UndoGiving({ of, onUndone }: UndoGivingProps) {
  const { t } = useTexts();
  const [sure, ask] = useState(false);
  const undo = useDo(redemptionRoutes.undo, {
    then: (undone) => {
      ask(false);
      onUndone?.(undone);
    },
  });
  const close = (): void => {
    ask(false);
    undo.clear();
  };
  return (
    <>
      <Button kind="ghost" icon="left" label={`${t('counter.undo')}, ${of.name}`} onPress={() => ask(true)}>
        {t('counter.undo')}
      </Button>
      <Sheet
        open={sure}
        danger
        title={t('counter.undo.title')}
        verb={t('counter.undo')}
        busy={undo.busy}
        onVerb={() => void undo.run({ params: { id: of.id }, body: {} })}
        onClose={close}
      >
        <Words>{t('counter.undo.lead')}</Words>
        <FaultNotice fault={undo.fault} onClose={undo.clear} />
      </Sheet>
    </>
  );
}
