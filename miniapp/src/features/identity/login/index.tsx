/** Log-in: WeChat for residents, account and password for people at work, invented people in demo mode. */
import type { SessionView } from '@sevengrid/shared/identity/views';
import { useState } from 'react';
import { back, replace, restart } from '../../../platform/navigate';
import { inWechat } from '../../../platform/wechat';
import { sessionLost } from '../../../state/session';
import { DemoAccounts, Notice, Page } from '../../../ui';
import { enter, useQueryOf, useTexts } from '../../../use';
import { PasswordLogin } from '../parts/password-login';
import { WechatLogin } from '../parts/wechat-login';
import '../../../texts/apart/login';

export default function Login() {
  const { t } = useTexts();
  const [lost] = useState(sessionLost.get);
  const { inBetween } = useQueryOf<{ inBetween?: string }>();
  const onIn = ({ token, mustChangePassword }: SessionView): void => {
    enter(token);
    if (mustChangePassword) replace('identity/password', { forced: 1 });
    // Whose session ended in the middle of something, or who had to log in for it, goes on with it.
    else if (lost || inBetween) back();
    else restart('home/home');
  };
  return (
    <Page title={t('identity.login.title')} languageSwitch>
      {lost && <Notice tone="warn">{t('app.state.lost')}</Notice>}
      {inWechat ? <WechatLogin onIn={onIn} /> : <Notice>{t('identity.login.resident')}</Notice>}
      <PasswordLogin onIn={onIn} />
      <DemoAccounts onIn={onIn} />
    </Page>
  );
}
