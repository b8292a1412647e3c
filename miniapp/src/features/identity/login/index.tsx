/** Log-in: WeChat for residents, account and password for people at work, invented people in demo mode. */
import type { SessionView } from '@sevengrid/shared/identity/views';
import { replace, restart } from '../../../platform/navigate';
import { inWechat } from '../../../platform/wechat';
import { DemoAccounts, Notice, Page } from '../../../ui';
import { enter, useTexts } from '../../../use';
import { PasswordLogin } from '../parts/password-login';
import { WechatLogin } from '../parts/wechat-login';
import '../../../texts/apart/login';

export default function Login() {
  const { t } = useTexts();
  const onIn = ({ token, mustChangePassword }: SessionView): void => {
    enter(token);
    if (mustChangePassword) replace('identity/password', { forced: 1 });
    else restart('home/home');
  };
  return (
    <Page title={t('identity.login.title')} languageSwitch>
      {inWechat ? <WechatLogin onIn={onIn} /> : <Notice>{t('identity.login.resident')}</Notice>}
      <PasswordLogin onIn={onIn} />
      <DemoAccounts onIn={onIn} />
    </Page>
  );
}
