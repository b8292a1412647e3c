/** An address that leads nowhere: says so, and the way home. */
import { restart } from '../../../platform/navigate';
import { Button, Empty, Page } from '../../../ui';
import { useTexts } from '../../../use';
import '../../../texts/apart/lost';

export default function Lost() {
  const { t } = useTexts();
  return (
    <Page title={t('app.name')} languageSwitch>
      <Empty
        title={t('home.lost.title')}
        hint={t('home.lost.hint')}
        action={
          <Button icon="home" onPress={() => restart('home/home')}>
            {t('home.lost.home')}
          </Button>
        }
      />
    </Page>
  );
}
