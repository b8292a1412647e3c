/** One tap for residents on WeChat; what was filed as a guest on this phone comes along. */
import { useState } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { SessionView } from '@sevengrid/shared/identity/views';
import { wechatCode } from '../../../platform/wechat';
import { Button, Card, FaultNotice, Muted, Notice, Row, Stack } from '../../../ui';
import { useDo, useMe, useSignal, useTexts } from '../../../use';
import { session } from '../../../state/session';

export function WechatLogin({ onIn }: { onIn: (session: SessionView) => void }) {
  const { t } = useTexts();
  const { side } = useMe();
  const guestToken = useSignal(session)?.token;
  const [refused, setRefused] = useState(false);
  const logIn = useDo(identityRoutes.logInWechat, { then: onIn });
  const start = async (): Promise<void> => {
    const code = await wechatCode();
    setRefused(code === null);
    if (code) await logIn.run({ body: { code, ...(side === 'guest' && guestToken ? { guestToken } : {}) } });
  };
  return (
    <Card>
      <Stack>
        <Row>
          <Button grow icon="person" busy={logIn.busy} onPress={() => void start()}>
            {t('identity.login.wechat')}
          </Button>
        </Row>
        <Muted>{t('identity.login.wechat.hint')}</Muted>
        {refused && <Notice tone="warn">{t('identity.login.wechatFailed')}</Notice>}
        <FaultNotice fault={logIn.fault} onClose={logIn.clear} />
      </Stack>
    </Card>
  );
}
