/** The roles of an account: what holds now or later, what ended, one more, and the end of one. */
import { useState } from 'react';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountRoleView, AccountView } from '@sevengrid/shared/identity/set-up.views';
import { Button, Card, Chip, Heading, ListRow, Muted } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { CHANGED_BY_SET_UP } from './changed';
import { EndSheet } from './end-sheet';
import { useWhose } from './which-community';

export function AccountRoles({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const [ending, end] = useState<AccountRoleView>();
  const held = account.roles.filter(({ state }) => state !== 'ended');
  const ended = account.roles.filter(({ state }) => state === 'ended');
  return (
    <Card>
      <Heading>{t('setup.account.roles')}</Heading>
      {held.length === 0 && <Muted>{t('setup.account.roles.none')}</Muted>}
      {held.map((role) => (
        <RoleRow key={role.id} role={role} onEnd={account.own ? undefined : () => end(role)} />
      ))}
      {!account.own && (
        <Button kind="secondary" icon="plus" onPress={() => goOn('setup/accounts', { id: account.id, give: 1 })}>
          {t('setup.account.role.give')}
        </Button>
      )}
      {ended.length > 0 && <Heading level={3}>{t('setup.account.roles.ended')}</Heading>}
      {ended.map((role) => (
        <RoleRow key={role.id} role={role} />
      ))}
      {ending && <EndRoleSheet role={ending} onClose={() => end(undefined)} />}
    </Card>
  );
}

function RoleRow({ role, onEnd }: { role: AccountRoleView; onEnd?: () => void }) {
  const { t, nameOf } = useTexts();
  const where = [role.bodyName, nameOf(role.scope)].filter(Boolean).join(' · ');
  const { from, to } = role;
  const inGrid = role.role === 'grid_worker';
  const days =
    to === null
      ? t('setup.account.role.since', { scope: where, from })
      : t('setup.account.role.until', { scope: where, from, to });
  return (
    <ListRow
      title={t(`home.role.${role.role}`)}
      note={inGrid && onEnd ? `${days} · ${t('setup.account.role.inGrid')}` : days}
      meta={role.state === 'later' && <Chip tone="soon">{t('setup.account.role.later')}</Chip>}
      after={
        onEnd && !inGrid ? (
          <Button kind="ghost" label={`${t('setup.account.role.end')} ${t(`home.role.${role.role}`)}`} onPress={onEnd}>
            {t('setup.account.role.end')}
          </Button>
        ) : undefined
      }
    />
  );
}

function EndRoleSheet({ role, onClose }: { role: AccountRoleView; onClose: () => void }) {
  const { t } = useTexts();
  const doing = useDo(accountRoutes.endRole, { refresh: CHANGED_BY_SET_UP, then: onClose });
  return (
    <EndSheet
      title={t('setup.account.role.end.title', { role: t(`home.role.${role.role}`) })}
      was={role.to}
      doing={doing}
      onEnd={(body) => void doing.run({ params: { id: role.id }, body })}
      onClose={onClose}
    />
  );
}
