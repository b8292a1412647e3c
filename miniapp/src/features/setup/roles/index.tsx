/** Roles as data: how many hold each, and what one of them may do. */
import { roleRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { Card, ListRow, Loaded, Muted, Page } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { RoleForm } from '../parts/role-form';
import { useWhose } from '../parts/which-community';
import '../../../texts/apart/office';
import '../../../texts/apart/rights';
import '../../../texts/apart/setup';

export default function SetUpRoles() {
  const { t } = useTexts();
  const { role } = useQueryOf<{ role?: string }>();
  const { goOn } = useWhose();
  const read = useRoute(roleRoutes.list, {}, { onShow: true });
  const chosen = read.data?.items.find((one) => one.role === role);
  if (read.data && chosen)
    return (
      <RoleForm
        key={`${chosen.role}.${chosen.version}`}
        role={chosen}
        mayWrite={read.data.mayWrite}
        again={read.again}
      />
    );
  return (
    <Page title={t('setup.roles.title')} onRefresh={read.again}>
      <Loaded of={read} rows={5}>
        {({ items, mayWrite }) => (
          <>
            {!mayWrite && <Muted>{t('setup.roles.readOnly')}</Muted>}
            <Card>
              {items.map((one) => (
                <ListRow
                  key={one.role}
                  title={t(`home.role.${one.role}`)}
                  note={t('setup.roles.count', { n: one.permissions.length })}
                  meta={t('setup.roles.holders', { n: one.holders })}
                  onPress={() => goOn('setup/roles', { role: one.role })}
                />
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
