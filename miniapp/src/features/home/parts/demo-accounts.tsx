/** Trying it out: invented people to enter as, and the demo card. Only where the server is in demo mode. */
import { cardTokenInLink } from '@sevengrid/shared/cards/token';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { go, restart } from '../../../platform/navigate';
import { Avatar, Button, Card, Chip, FaultNotice, Heading, ListRow, Muted, Stack } from '../../../ui';
import { enter, useDo, useRoute, useTexts } from '../../../use';

export function DemoAccounts() {
  const { t } = useTexts();
  const { data } = useRoute(identityRoutes.demo, {});
  const logIn = useDo(identityRoutes.logInDemo, {
    then: ({ token }) => {
      enter(token);
      restart('home/home');
    },
  });
  if (!data) return null;
  const card = cardTokenInLink(data.cardUrl);
  return (
    <Card>
      <Stack gap={2}>
        <Heading level={3}>{t('home.demo.title')}</Heading>
        <Muted>{t('home.demo.lead')}</Muted>
        <FaultNotice fault={logIn.fault} onClose={logIn.clear} />
        {card && (
          <Button kind="secondary" icon="card" onPress={() => go('cards/scan', { token: card })}>
            {t('home.demo.card')}
          </Button>
        )}
        {data.accounts.map(({ account, role, name, grid }) => (
          <ListRow
            key={account}
            before={<Avatar name={name} size="small" />}
            title={name}
            note={grid}
            after={
              <Chip tone="quiet" shape="none">
                {t(`home.role.${role}`)}
              </Chip>
            }
            onPress={() => void logIn.run({ body: { account } })}
          />
        ))}
      </Stack>
    </Card>
  );
}
