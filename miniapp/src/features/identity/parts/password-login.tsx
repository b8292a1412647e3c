/** Account and password, for people at work. */
import { useState } from 'react';
import { PasswordLogIn } from '@sevengrid/shared/identity/requests';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { SessionView } from '@sevengrid/shared/identity/views';
import { Button, Caption, Card, FaultNotice, Field, Muted, Row, Stack } from '../../../ui';
import { useDo, useForm, useTexts } from '../../../use';

export function PasswordLogin({ onIn }: { onIn: (session: SessionView) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState({ account: '', password: '' });
  const body = { account: typed.account.trim(), password: typed.password };
  const form = useForm(PasswordLogIn, body);
  const logIn = useDo(identityRoutes.logInPassword, { then: onIn });
  return (
    <Card>
      <Stack>
        <Muted>{t('identity.login.password.hint')}</Muted>
        <Field
          label={t('identity.login.account')}
          value={typed.account}
          onChange={(account) => setTyped({ ...typed, account })}
          error={form.errorOf('account')}
          max={40}
        />
        <Field
          kind="password"
          label={t('identity.login.password')}
          value={typed.password}
          onChange={(password) => setTyped({ ...typed, password })}
          error={form.errorOf('password')}
          max={200}
        />
        <FaultNotice fault={logIn.fault} onClose={logIn.clear} />
        <Row>
          <Button grow busy={logIn.busy} onPress={() => void (form.check() && logIn.run({ body }))}>
            {t('identity.login.verb')}
          </Button>
        </Row>
        <Caption>{t('identity.login.forgot')}</Caption>
      </Stack>
    </Card>
  );
}
