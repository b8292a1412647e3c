/** Home of somebody nobody knows yet: what this is, and the three ways in. */
import { go, restart } from '../../../platform/navigate';
import { canScan } from '../../../platform/scan';
import { Bilingual, Button, Card, Emergency, Heading, Page, Row, Stack, Words } from '../../../ui';
import { cardQuery, scanCard, useTexts } from '../../../use';
import { DemoWaysIn } from './demo-ways-in';
import './home.scss';

async function scan(): Promise<void> {
  const token = await scanCard();
  if (token !== undefined) go('cards/scan', cardQuery(token));
}

export function NobodyHome() {
  const { t } = useTexts();
  return (
    <Page title={t('app.name')} tab="home">
      <Card>
        <Stack gap={4}>
          <Bilingual k="home.ask.title" />
          <Words>{t('home.nobody.lead')}</Words>
          {canScan ? (
            <Row>
              <Button grow icon="scan" onPress={() => void scan()}>
                {t('home.nobody.scan')}
              </Button>
            </Row>
          ) : (
            <Words className="home-scan">{t('home.nobody.scan.browser')}</Words>
          )}
          <Row wrap>
            <Button grow kind="secondary" icon="search" onPress={() => restart('tickets/mine', { follow: 1 })}>
              {t('home.nobody.follow')}
            </Button>
            <Button grow kind="secondary" icon="person" onPress={() => go('identity/login')}>
              {t('home.nobody.login')}
            </Button>
          </Row>
        </Stack>
      </Card>
      <DemoWaysIn />
      <Card>
        <Stack>
          <Heading level={3}>{t('home.emergency')}</Heading>
          <Emergency />
        </Stack>
      </Card>
    </Page>
  );
}
