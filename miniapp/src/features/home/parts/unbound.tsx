/** A person whose household nobody knows yet, or whose card has ended: what to do about it. */
import type { ApiFault } from '../../../api/fault';
import { restart } from '../../../platform/navigate';
import { keptUnder } from '../../../platform/storage';
import { go } from '../../../platform/navigate';
import { Button, Card, Heading, Icon, Muted, OwnBinding, Row, Stack, useOwnBinding } from '../../../ui';
import { faultText, useMe, useTexts } from '../../../use';

export function Unbound({ fault }: { fault: ApiFault | undefined }) {
  const { t } = useTexts();
  const { side } = useMe();
  const binding = useOwnBinding();
  const kept = keptUnder('card');
  const revoked = fault?.code === 'CARD_REVOKED';
  return (
    <Card>
      <Stack>
        <Row>
          <Icon name="card" tone="primary" />
          <Heading>{t(revoked ? 'home.revoked.title' : 'home.unbound.title')}</Heading>
        </Row>
        {side === 'resident' && <OwnBinding onAgain={() => restart('identity/me', { bind: 1 })} />}
        <Muted>{revoked && fault ? faultText(t, fault) : t('home.unbound.lead')}</Muted>
        <Row wrap>
          <Button grow kind="secondary" icon="scan" onPress={() => go('cards/scan')}>
            {t('home.nobody.scan')}
          </Button>
          {side === 'guest' && kept && !revoked && (
            <Button kind="ghost" onPress={() => go('cards/scan', { token: kept.token })}>
              {t('home.unbound.card')}
            </Button>
          )}
          {side === 'resident' && !binding && (
            <Button kind="ghost" onPress={() => restart('identity/me', { bind: 1 })}>
              {t('home.unbound.bind')}
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
