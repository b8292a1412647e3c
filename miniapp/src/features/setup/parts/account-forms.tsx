/** A new account with its first role, or one more role for somebody who has an account. */
import { useState } from 'react';
import { GiveRole, OpenAccount } from '@sevengrid/shared/identity/set-up.requests';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountView, OneTimePasswordView } from '@sevengrid/shared/identity/set-up.views';
import { back } from '../../../platform/navigate';
import { Card, Muted, Page, RestoredDraft } from '../../../ui';
import { useTexts } from '../../../use';
import { NewcomerFields } from './appoint-form';
import { EditFoot } from './edit-foot';
import { PasswordSheet } from './password-sheet';
import { NO_ROLE, RoleFieldsCards, roleOf, type RoleFields } from './role-fields';
import { useEdit } from './use-edit';

interface NewFields extends RoleFields {
  account: string;
  displayName: string;
}

const opening = (form: NewFields): object => {
  return { account: form.account.trim(), displayName: form.displayName, role: roleOf(form) };
};

const PATHS = { from: 'role.from', to: 'role.to' } as const;

export interface NewAccountFormProps {
  /** For a partner's log-in: which body, and where it is asked. */
  bodyId?: string;
  communityId?: string;
}

export function NewAccountForm({ bodyId, communityId }: NewAccountFormProps) {
  const { t } = useTexts();
  const [made, setMade] = useState<OneTimePasswordView>();
  const role = bodyId ? ({ ...NO_ROLE, role: 'partner', scopeId: communityId ?? '', bodyId } as const) : NO_ROLE;
  const edit = useEdit({
    name: `setup.account.new.${bodyId ?? ''}`,
    blank: { ...role, account: '', displayName: '' },
    ...{ request: OpenAccount, route: accountRoutes.open, bodyOf: opening, paths: PATHS },
    then: (reply) => setMade(reply),
  });
  return (
    <Page title={t('setup.account.new')} footer={<EditFoot edit={edit} verb={t('setup.account.new')} />}>
      <RestoredDraft draft={edit.draft} />
      <Card>
        <Muted>{t('setup.account.new.lead')}</Muted>
        <NewcomerFields edit={edit} />
      </Card>
      <RoleFieldsCards edit={edit} prefix="role." />
      {made && <PasswordSheet account={made.account.account} password={made.password} onClose={back} />}
    </Page>
  );
}

export function GiveRoleForm({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.role.${account.id}.${account.version}`, blank: NO_ROLE, request: GiveRole },
    ...{ route: accountRoutes.giveRole, bodyOf: roleOf, params: { id: account.id }, then: back },
  });
  return (
    <Page
      title={`${t('setup.account.role.give')} · ${account.displayName}`}
      footer={<EditFoot edit={edit} verb={t('setup.account.role.give')} />}
    >
      <RestoredDraft draft={edit.draft} />
      <RoleFieldsCards edit={edit} />
    </Page>
  );
}
