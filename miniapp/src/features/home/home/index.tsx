/** Home: the way to the community. */
import { go } from '../../../platform/navigate';
import { Bilingual, Button, Card, Page, Row } from '../../../ui';
import { useTexts } from '../../../use';

export default function Home() {
  const { t } = useTexts();
  return (
    <Page title={t('app.community')} tab="home">
      <Card>
        <Bilingual k="home.ask.title" />
        <Row>
          <Button grow icon="pen" onPress={() => go('tickets/open')}>
            {t('home.ask.open')}
          </Button>
        </Row>
      </Card>
    </Page>
  );
}
