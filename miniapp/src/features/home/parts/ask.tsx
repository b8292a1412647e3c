/** The one big verb of home: tell the community what is wrong. */
import { go } from '../../../platform/navigate';
import { Bilingual, Button, Card, Row, Stack } from '../../../ui';
import { useMe, useTexts } from '../../../use';

export function Ask() {
  const { t } = useTexts();
  const { may, side } = useMe();
  return (
    <Card>
      <Stack>
        <Bilingual k="home.ask.title" />
        <Row>
          <Button grow icon="pen" onPress={() => go('tickets/open')}>
            {t('home.ask.open')}
          </Button>
        </Row>
        {side === 'resident' && may('ticket.file_for') && (
          <>
            <Button kind="secondary" icon="people" onPress={() => go('tickets/open', { for: 1 })}>
              {t('home.ask.other')}
            </Button>
            <Button kind="ghost" icon="home" onPress={() => go('grids/served')}>
              {t('grids.served.title')}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}
