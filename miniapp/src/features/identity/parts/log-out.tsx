/** Leaving: asked once more; this phone forgets the person even when the server cannot be told. */
import { useState } from 'react';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { restart } from '../../../platform/navigate';
import { unsent } from '../../../state/phone';
import { Button, Notice, Sheet, Words } from '../../../ui';
import { leave, useDo, useTexts } from '../../../use';

export function LogOut({ guest }: { guest: boolean }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const lost = unsent();
  const logOut = useDo(identityRoutes.logOut);
  const go = async (): Promise<void> => {
    await logOut.run({});
    leave();
    restart('home/home');
  };
  return (
    <>
      <Button kind="ghost" icon="leave" onPress={() => setOpen(true)}>
        {t('identity.me.logout')}
      </Button>
      <Sheet
        open={open}
        title={t('identity.me.logout.title')}
        onClose={() => setOpen(false)}
        verb={t('identity.me.logout')}
        onVerb={() => void go()}
        busy={logOut.busy}
        danger
      >
        {lost > 0 && <Notice tone="warn">{t('identity.me.logout.unsent', { n: lost })}</Notice>}
        <Words>{t(guest ? 'identity.me.logout.guest.lead' : 'identity.me.logout.lead')}</Words>
      </Sheet>
    </>
  );
}
