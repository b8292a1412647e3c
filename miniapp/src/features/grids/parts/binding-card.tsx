/** One request to be bound: who, where, whether the phone is the register's, and the two answers. */
import { useState } from 'react';
import { RefuseBinding } from '@sevengrid/shared/grids/requests';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { BindingView } from '@sevengrid/shared/grids/views';
import { go } from '../../../platform/navigate';
import { Button, Caption, Card, Chip, FaultNotice, Heading, Muted, ReasonSheet, Row, Sheet, Stack } from '../../../ui';
import { useDo, useTexts, whenText, type Doing, type Translate } from '../../../use';

const whoAsked = (t: Translate, { name, phone }: BindingView): string =>
  name === null || phone === null ? t('grids.bindings.forgotten') : `${name} · ${phone}`;

export function BindingCard({ binding, now }: { binding: BindingView; now: number }) {
  const { t } = useTexts();
  const [asked, ask] = useState<'refuse' | 'confirm'>();
  const close = (): void => ask(undefined);
  const confirm = useDo(gridRoutes.confirmBinding, { then: close });
  const run = (): void => void confirm.run({ params: { id: binding.id } });
  return (
    <Card>
      <Stack gap={1}>
        <Heading level={3}>{binding.address}</Heading>
        <Muted>{whoAsked(t, binding)}</Muted>
        <Row wrap gap={2}>
          {binding.matchesRegister ? (
            <Chip shape="check">{t('grids.bindings.matches')}</Chip>
          ) : (
            <Chip tone="soon" shape="triangle">
              {t('grids.bindings.differs')}
            </Chip>
          )}
          <Caption>{t('grids.bindings.asked', { when: whenText(t, Date.parse(binding.requestedAt), now) })}</Caption>
        </Row>
        {binding.refusedBecause !== null && (
          <Muted>{t('grids.bindings.because', { reason: binding.refusedBecause })}</Muted>
        )}
      </Stack>
      {asked !== 'confirm' && <FaultNotice fault={confirm.fault} onClose={confirm.clear} />}
      {binding.state === 'waiting' && (
        <>
          {!binding.matchesRegister && <Muted>{t('grids.bindings.differs.hint')}</Muted>}
          <Row wrap gap={2}>
            <Button kind="ghost" onPress={() => ask('refuse')}>
              {t('grids.bindings.refuse')}
            </Button>
            <Button grow busy={confirm.busy} onPress={binding.matchesRegister ? run : () => ask('confirm')}>
              {t('grids.bindings.confirm')}
            </Button>
          </Row>
        </>
      )}
      {asked === 'refuse' && <RefuseSheet id={binding.id} onClose={close} />}
      {asked === 'confirm' && <ConfirmSheet binding={binding} confirm={confirm} onConfirm={run} onClose={close} />}
    </Card>
  );
}

function RefuseSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const refuse = useDo(gridRoutes.refuseBinding, { then: onClose });
  return (
    <ReasonSheet
      danger
      title={t('grids.bindings.refuse.title')}
      lead={t('grids.bindings.refuse.lead')}
      label={t('grids.bindings.refuse.reason')}
      verb={t('grids.bindings.refuse')}
      request={RefuseBinding}
      doing={refuse}
      onSend={(body) => void refuse.run({ params: { id }, body })}
      onClose={onClose}
    />
  );
}

interface ConfirmSheetProps {
  binding: BindingView;
  confirm: Doing<typeof gridRoutes.confirmBinding>;
  onConfirm: () => void;
  onClose: () => void;
}

/** The phone typed is nobody's in the register: it is the registered one that is called before anything counts. */
function ConfirmSheet({ binding, confirm, onConfirm, onClose }: ConfirmSheetProps) {
  const { t } = useTexts();
  const toHousehold = (): void => {
    onClose();
    go('grids/household', { id: binding.householdId });
  };
  return (
    <Sheet
      open
      title={t('grids.bindings.differs')}
      onClose={onClose}
      verb={t('grids.bindings.checked')}
      onVerb={onConfirm}
      busy={confirm.busy}
    >
      <Stack>
        <Muted>{`${binding.address} · ${whoAsked(t, binding)}`}</Muted>
        <Muted>{t('grids.bindings.differs.hint')}</Muted>
        <FaultNotice fault={confirm.fault} onClose={confirm.clear} />
        <Button kind="secondary" icon="phone" onPress={toHousehold}>
          {t('grids.bindings.call')}
        </Button>
      </Stack>
    </Sheet>
  );
}
