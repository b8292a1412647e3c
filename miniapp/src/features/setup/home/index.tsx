/** Setting a community up: what is there, what is missing, and the ways to all of it. */
import { setUpRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { Button, Card, Empty, Heading, ListRow, Loaded, Page } from '../../../ui';
import { useRoute, useTexts } from '../../../use';
import { Checklist } from '../parts/checklist';
import { WhichCommunity, useWhose } from '../parts/which-community';
import '../../../texts/apart/setup';

export default function SetUpHome() {
  const { t, nameOf } = useTexts();
  const { communityId, goOn } = useWhose();
  const read = useRoute(setUpRoutes.checklist, { query: { communityId } }, { onShow: true });
  const community = read.data?.community;
  return (
    <Page
      title={community ? `${t('setup.home.title')} · ${nameOf(community)}` : t('setup.home.title')}
      onRefresh={read.again}
    >
      <WhichCommunity page="setup/home" />
      <Loaded of={read} rows={4}>
        {(view) =>
          view.community ? (
            <Checklist of={view} />
          ) : (
            <Empty
              title={t('setup.home.none')}
              hint={t('setup.home.none.hint')}
              action={<Button onPress={() => goOn('setup/community')}>{t('setup.community.title')}</Button>}
            />
          )
        }
      </Loaded>
      <Card>
        <Heading>{t('setup.home.always')}</Heading>
        <ListRow
          title={t('setup.always.accounts')}
          note={t('setup.always.accounts.hint')}
          onPress={() => goOn('setup/accounts')}
        />
        <ListRow
          title={t('setup.always.roles')}
          note={t('setup.always.roles.hint')}
          onPress={() => goOn('setup/roles')}
        />
        <ListRow
          title={t('setup.always.retention')}
          note={t('setup.always.retention.hint')}
          onPress={() => goOn('setup/retention')}
        />
      </Card>
    </Page>
  );
}
