/** One request to be bound: who, where, whether the phone is the register's, and the two answers. */
import { useState } from 'react';
import { RefuseBinding } from '@sevengrid/shared/grids/requests';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { BindingView } from '@sevengrid/shared/grids/views';
import { Button, Caption, Card, Chip, FaultNotice, Heading, Muted, ReasonSheet, Row, Stack } from '../../../ui';
import { useDo, useTexts, whenText } from '../../../use';

export function BindingCard({ binding, now }: { binding: BindingView; now: number }) {
  const { t } = useTexts();
  const [refusing, setRefusing] = useState(false);
  const confirm = useDo(gridRoutes.confirmBinding);
  return (
    <Card>
      <Stack gap={1}>
        <Heading level={3}>{binding.address}</Heading>
        <Muted>{`${binding.name} · ${binding.phone}`}</Muted>
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
      <FaultNotice fault={confirm.fault} onClose={confirm.clear} />
      {binding.state === 'waiting' && (
        <>
          {!binding.matchesRegister && <Muted>{t('grids.bindings.differs.hint')}</Muted>}
          <Row wrap gap={2}>
            <Button kind="ghost" onPress={() => setRefusing(true)}>
              {t('grids.bindings.refuse')}
            </Button>
            <Button grow busy={confirm.busy} onPress={() => void confirm.run({ params: { id: binding.id } })}>
              {t('grids.bindings.confirm')}
            </Button>
          </Row>
        </>
      )}
      {refusing && <RefuseSheet id={binding.id} onClose={() => setRefusing(false)} />}
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
