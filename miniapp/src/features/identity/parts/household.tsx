/** My household: which one it is, or asking to be bound to it by its card, name and phone. */
import { useState } from 'react';
import { RequestBinding } from '@sevengrid/shared/grids/requests';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import type { MeView } from '@sevengrid/shared/identity/views';
import { go } from '../../../platform/navigate';
import { keptUnder } from '../../../platform/storage';
import {
  Button,
  Card,
  FaultNotice,
  Field,
  Heading,
  Icon,
  ListRow,
  Muted,
  Notice,
  OwnBinding,
  Row,
  Sheet,
  Stack,
  useOwnBinding,
} from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';

export function Household({ me, asked }: { me: MeView; asked: boolean }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(asked);
  const binding = useOwnBinding();
  const { household, kind } = me;
  const again = (): void => setOpen(true);
  const sheet = open && <BindSheet me={me} onClose={() => setOpen(false)} />;
  const asks = binding && binding.state !== 'confirmed';
  if (household && kind === 'person')
    return (
      <Card>
        <ListRow
          before={<Icon name="home" tone="primary" />}
          title={household.address}
          note={t('identity.me.household')}
        />
        {asks && <OwnBinding onAgain={again} />}
        {sheet}
      </Card>
    );
  if (binding)
    return (
      <Card>
        <Stack>
          <Heading level={3}>{t('identity.me.household')}</Heading>
          <OwnBinding onAgain={again} />
        </Stack>
        {sheet}
      </Card>
    );
  return (
    <Card>
      <Stack>
        <Heading level={3}>{t('identity.me.household.none')}</Heading>
        <Muted>{t('identity.me.household.none.hint')}</Muted>
        <Row>
          <Button grow kind="secondary" icon="home" onPress={again}>
            {t('identity.me.bind')}
          </Button>
        </Row>
      </Stack>
      {sheet}
    </Card>
  );
}

function BindSheet({ me, onClose }: { me: MeView; onClose: () => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState({ name: me.name ?? '', phone: '' });
  const cardToken = keptUnder('card')?.token;
  const body = { name: typed.name.trim(), phone: phoneDigits(typed.phone), ...(cardToken ? { cardToken } : {}) };
  const form = useForm(RequestBinding, body);
  const ask = useDo(gridRoutes.requestBinding);
  const hasCard = cardToken !== undefined || me.kind === 'guest';
  const send = (): void => void (form.check() && ask.run({ body }));
  const verb = hasCard && !ask.done ? t('identity.me.bind.send') : undefined;
  return (
    <Sheet open title={t('identity.me.bind')} onClose={onClose} verb={verb} onVerb={send} busy={ask.busy}>
      {ask.done && <Notice tone="good">{t('identity.me.bind.sent')}</Notice>}
      {!hasCard && <CardFirst />}
      {hasCard && !ask.done && (
        <>
          <Muted>{t('identity.me.bind.lead')}</Muted>
          <Field
            label={t('identity.me.bind.name')}
            value={typed.name}
            onChange={(name) => setTyped({ ...typed, name })}
            error={form.errorOf('name')}
            max={60}
          />
          <Field
            kind="phone"
            label={t('identity.me.bind.phone')}
            value={typed.phone}
            onChange={(phone) => setTyped({ ...typed, phone })}
            error={form.errorOf('phone')}
          />
          <FaultNotice fault={ask.fault} onClose={ask.clear} />
        </>
      )}
    </Sheet>
  );
}

function CardFirst() {
  const { t } = useTexts();
  return (
    <Stack>
      <Notice tone="warn">{t('identity.me.bind.card')}</Notice>
      <Muted>{t('identity.me.bind.card.hint')}</Muted>
      <Button kind="secondary" icon="scan" onPress={() => go('cards/scan')}>
        {t('identity.me.bind.scan')}
      </Button>
    </Stack>
  );
}
