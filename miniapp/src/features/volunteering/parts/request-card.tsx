/** Somebody asks to be a member of a unit: whether its list knows the phone, and the two answers. */
import { useState } from 'react';
import { RefuseMember } from '@sevengrid/shared/volunteering/members.requests';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { Button, Caption, Card, Chip, FaultNotice, Heading, Muted, ReasonSheet, Row, Stack } from '../../../ui';
import { useClock, useDo, useTexts, whenText } from '../../../use';
import { CHANGED_BY_UNITS } from './changed-by-units';

interface Request {
  id: string;
  name: string | null;
  phone: string | null;
  askedAt?: string;
  matchesList: boolean;
}

export function RequestCard({ request, decides }: { request: Request; decides: boolean }) {
  const { t } = useTexts();
  const now = useClock();
  const [refusing, refuse] = useState(false);
  const confirm = useDo(memberRoutes.confirm, { refresh: CHANGED_BY_UNITS });
  const { id, name, phone, askedAt, matchesList } = request;
  return (
    <Card>
      <Stack gap={1}>
        <Heading level={3}>{name ?? t('units.member.forgotten')}</Heading>
        <Muted>{phone}</Muted>
        <Row wrap gap={2}>
          <Chip tone={matchesList ? 'calm' : 'soon'} shape={matchesList ? 'check' : 'triangle'}>
            {t(matchesList ? 'units.asking.matches' : 'units.asking.differs')}
          </Chip>
          {askedAt !== undefined && (
            <Caption>{t('units.asking.when', { when: whenText(t, Date.parse(askedAt), now) })}</Caption>
          )}
        </Row>
      </Stack>
      <FaultNotice fault={confirm.fault} onClose={confirm.clear} />
      {decides && (
        <Row wrap gap={2}>
          <Button kind="ghost" onPress={() => refuse(true)}>
            {t('units.asking.refuse')}
          </Button>
          <Button grow busy={confirm.busy} onPress={() => void confirm.run({ params: { id } })}>
            {t('units.asking.confirm')}
          </Button>
        </Row>
      )}
      {refusing && <RefuseSheet id={id} onClose={() => refuse(false)} />}
    </Card>
  );
}

function RefuseSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const refuse = useDo(memberRoutes.refuse, { refresh: CHANGED_BY_UNITS, then: onClose });
  return (
    <ReasonSheet
      danger
      title={t('units.asking.refuse')}
      lead={t('units.asking.refuse.lead')}
      label={t('units.asking.refuse.reason')}
      verb={t('units.asking.refuse')}
      request={RefuseMember}
      doing={refuse}
      onSend={(body) => void refuse.run({ params: { id }, body })}
      onClose={onClose}
    />
  );
}
