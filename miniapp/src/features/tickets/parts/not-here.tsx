/** Nobody knows yet which household this is: scan the card, or log in; the phone always works. */
import { go, restart } from '../../../platform/navigate';
import { sessionLost } from '../../../state/session';
import { Button, Card, Emergency, Empty } from '../../../ui';
import { useSignal, useTexts } from '../../../use';

export function NotHere({ known }: { known?: boolean }) {
  const { t } = useTexts();
  const lost = useSignal(sessionLost);
  const action = (
    <>
      <Button icon="scan" onPress={() => go('cards/scan')}>
        {t('tickets.open.notHere.card')}
      </Button>
      {known ? (
        <Button kind="ghost" onPress={() => restart('identity/me', { bind: 1 })}>
          {t('home.unbound.bind')}
        </Button>
      ) : (
        <Button kind="ghost" onPress={() => go('identity/login')}>
          {t('app.verb.login')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <Empty
        title={t('tickets.open.notHere')}
        hint={t(lost ? 'app.state.lost' : 'tickets.open.notHere.hint')}
        action={action}
      />
      <Card>
        <Emergency />
      </Card>
    </>
  );
}
