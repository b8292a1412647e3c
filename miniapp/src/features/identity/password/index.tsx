/** Change of password: by choice, or forced before anything else at the first log-in. */
import { useState } from 'react';
import { ChangePassword } from '@sevengrid/shared/identity/requests';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { restart } from '../../../platform/navigate';
import { Button, Card, FaultNotice, Field, Muted, Page, Row, Stack } from '../../../ui';
import { useDo, useForm, useQueryOf, useTexts } from '../../../use';
import '../../../texts/apart/login';

const BLANK = { current: '', next: '', repeat: '' };

export default function Password() {
  const { t } = useTexts();
  const { forced } = useQueryOf<{ forced: string }>();
  const [typed, setTyped] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const body = { current: typed.current, next: typed.next };
  const form = useForm(ChangePassword, body);
  const change = useDo(identityRoutes.changePassword, { then: () => restart('home/home') });
  const different = typed.next !== typed.repeat;
  const send = (): void => {
    setTried(true);
    if (form.check() && !different) void change.run({ body });
  };
  const field = (name: keyof typeof BLANK) => ({
    kind: 'password' as const,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    max: 200,
  });
  return (
    <Page title={t('identity.password.title')} languageSwitch>
      <Card>
        <Stack>
          <Muted>{t(forced ? 'identity.password.lead' : 'identity.password.lead.again')}</Muted>
          <Field {...field('current')} label={t('identity.password.current')} error={form.errorOf('current')} />
          <Field
            {...field('next')}
            label={t('identity.password.next')}
            hint={t('identity.password.next.hint')}
            error={form.errorOf('next')}
          />
          <Field
            {...field('repeat')}
            label={t('identity.password.repeat')}
            error={tried && different ? t('identity.password.different') : undefined}
          />
          <FaultNotice fault={change.fault} onClose={change.clear} />
          <Row>
            <Button grow busy={change.busy} onPress={send}>
              {t('identity.password.title')}
            </Button>
          </Row>
        </Stack>
      </Card>
    </Page>
  );
}
