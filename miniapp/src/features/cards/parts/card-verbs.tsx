/** What somebody standing at the door may do with the card just scanned. */
import { go, restart } from '../../../platform/navigate';
import { Button, Card, Caption, Row, Stack, Bilingual, useOwnBinding } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function CardVerbs() {
  const { t } = useTexts();
  const { me, side } = useMe();
  const atWork = side === 'worker' || side === 'staff';
  const binding = useOwnBinding();
  const home = me?.household?.address;
  const asPerson = home ? t('cards.scan.asYou.home', { address: home }) : t('cards.scan.asYou');
  const note = atWork ? t('cards.scan.atWork') : side === 'resident' ? asPerson : t('cards.scan.guest');
  const unbound = side === 'resident' && me?.household === null;
  return (
    <Card>
      <Stack>
        <Bilingual k="home.ask.title" />
        {!unbound && (
          <Row>
            <Button grow icon="pen" onPress={() => go('tickets/open')}>
              {t('cards.scan.report')}
            </Button>
          </Row>
        )}
        {(unbound || side === 'guest') && (!binding || binding.state === 'refused' || binding.state === 'lapsed') && (
          <Row>
            <Button
              grow
              kind={unbound ? 'primary' : 'ghost'}
              icon="home"
              onPress={() => restart('identity/me', { bind: 1 })}
            >
              {t('cards.scan.bind')}
            </Button>
          </Row>
        )}
        <Caption>{note}</Caption>
      </Stack>
    </Card>
  );
}
