/** Who is logged in here: name, roles, where. */
import type { MeView } from '@sevengrid/shared/identity/views';
import { Avatar, Card, Chip, Grow, Heading, Icon, Muted, Row } from '../../../ui';
import { useTexts } from '../../../use';

export function Who({ me }: { me: MeView | undefined }) {
  const { t, say } = useTexts();
  const guest = me?.kind === 'guest';
  const name = me?.name ?? t(guest ? 'identity.me.guest' : 'identity.me.nobody');
  const scopes = [
    ...new Set(me?.grants.map(({ scope }) => (scope ? say({ zh: scope.name, bo: scope.nameBo ?? undefined }) : ''))),
  ];
  const note = guest
    ? t('identity.me.guest.hint')
    : me
      ? scopes.filter(Boolean).join(' · ')
      : t('identity.me.nobody.hint');
  return (
    <Card>
      <Row align="start">
        {me?.name ? <Avatar name={me.name} /> : <Icon name="person" tone="primary" />}
        <Grow>
          <Heading>{name}</Heading>
          <Muted>{note}</Muted>
          {me && !guest && (
            <Row wrap gap={2}>
              {me.roles.map((role) => (
                <Chip key={role} tone="calm" shape="none">
                  {t(`home.role.${role}`)}
                </Chip>
              ))}
            </Row>
          )}
        </Grow>
      </Row>
    </Card>
  );
}
