/** Mine: who I am here, my household, how I like to read, my data, and the way out. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { go } from '../../../platform/navigate';
import { speak } from '../../../state/preferences';
import {
  Button,
  Card,
  ChoiceList,
  FaultNotice,
  Heading,
  Icon,
  ListRow,
  Page,
  Stack,
  TextSizeChoice,
} from '../../../ui';
import { useMe, useQueryOf, useRoute, useTexts } from '../../../use';
import { Household } from '../parts/household';
import { LogOut } from '../parts/log-out';
import { Privacy } from '../parts/privacy';
import { Who } from '../parts/who';

export default function Me() {
  const { t } = useTexts();
  const { bind } = useQueryOf<{ bind: string }>();
  const { me, side, loggedIn, may } = useMe();
  const read = useRoute(identityRoutes.me, {}, { when: loggedIn });
  const atWork = side === 'worker' || side === 'staff' || side === 'partner';
  return (
    <Page title={t('identity.me.title')} tab="me" onRefresh={loggedIn ? read.again : undefined}>
      <FaultNotice fault={read.fault} />
      <Who me={me} />
      {side !== 'resident' && !atWork && (
        <Button icon="person" onPress={() => go('identity/login')}>
          {t('app.verb.login')}
        </Button>
      )}
      {me && may('binding.request') && <Household me={me} asked={Boolean(bind)} />}
      <Reading />
      <Card>
        <Privacy me={me} />
        {atWork && (
          <ListRow
            before={<Icon name="lock" tone="primary" />}
            title={t('identity.me.password')}
            onPress={() => go('identity/password')}
          />
        )}
      </Card>
      {loggedIn && <LogOut guest={side === 'guest'} />}
    </Page>
  );
}

function Reading() {
  const { t, language } = useTexts();
  const languages = (['zh', 'bo'] as const).map((value) => ({ value, label: t(`identity.me.language.${value}`) }));
  return (
    <Card>
      <Stack gap={4}>
        <Heading level={3}>{t('identity.me.reading')}</Heading>
        <TextSizeChoice />
        <ChoiceList
          label={t('identity.me.language')}
          options={languages}
          value={language}
          onChange={speak}
          columns={2}
        />
      </Stack>
    </Card>
  );
}
