/** One account: its public name, its roles, whether it is open, and a new password. */
import { useState } from 'react';
import { WriteAccount } from '@sevengrid/shared/identity/set-up.requests';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountView, OneTimePasswordView } from '@sevengrid/shared/identity/set-up.views';
import {
  Button,
  Card,
  Chip,
  Facts,
  FaultNotice,
  Field,
  Muted,
  Notice,
  Page,
  RestoredDraft,
  Row,
  Sheet,
} from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { AccountRoles } from './account-roles';
import { CHANGED_BY_SET_UP } from './changed';
import { EditFoot } from './edit-foot';
import { PasswordSheet } from './password-sheet';
import { RetireVerb } from './retire-verb';
import { useEdit, type Edit } from './use-edit';

interface AccountFields {
  version: number;
  displayName: string;
  disabled: boolean;
}

const writing = (form: AccountFields): object => form;

/** What came of the last thing done: it makes another version of the account and a new panel, and has to be seen all the same. */
export interface Outcome {
  saved?: boolean;
  /** A new one-time password. */
  told?: OneTimePasswordView;
}

export interface AccountPanelProps {
  account: AccountView;
  again: () => Promise<unknown>;
  outcome: Outcome;
  onOutcome: (outcome: Outcome) => void;
}

export function AccountPanel({ account, again, outcome, onOutcome }: AccountPanelProps) {
  const { t } = useTexts();
  const { id, version, displayName, disabled } = account;
  const edit = useEdit({
    ...{ name: `setup.account.${id}.${version}`, blank: { version, displayName, disabled }, request: WriteAccount },
    ...{ route: accountRoutes.write, bodyOf: writing, params: { id }, then: () => onOutcome({ saved: true }) },
  });
  const changes = !account.own && !account.beyond;
  return (
    <Page title={displayName} footer={changes && <EditFoot edit={edit} again={again} />} onRefresh={again}>
      <RestoredDraft draft={edit.draft} />
      {account.own && <Notice>{t('setup.account.own.lead')}</Notice>}
      {account.beyond && <Notice>{t('setup.account.beyond.lead')}</Notice>}
      {outcome.saved && (
        <Notice tone="good" onClose={() => onOutcome({})}>
          {t('setup.saved')}
        </Notice>
      )}
      <Card>
        <Facts items={[{ label: t('setup.account.name'), value: account.account }]} />
        <AccountChips account={account} />
        {changes && (
          <Field
            {...edit.field('displayName')}
            label={t('setup.account.shown')}
            hint={t('setup.account.shown.hint')}
            max={30}
          />
        )}
      </Card>
      <AccountRoles account={account} />
      {changes && <Lock account={account} edit={edit} onTold={(told) => onOutcome({ told })} />}
      {outcome.told && (
        <PasswordSheet account={account.account} password={outcome.told.password} onClose={() => onOutcome({})} />
      )}
    </Page>
  );
}

export function AccountChips({ account }: { account: AccountView }) {
  const { t } = useTexts();
  return (
    <Row gap={2} wrap>
      {account.disabled && <Chip tone="urgent">{t('setup.account.disabled')}</Chip>}
      {!account.disabled && account.mustChange && <Chip tone="soon">{t('setup.account.mustChange')}</Chip>}
      {account.own && <Chip>{t('setup.account.own')}</Chip>}
      {account.beyond && <Chip tone="quiet">{t('setup.account.beyond')}</Chip>}
    </Row>
  );
}

interface LockProps {
  account: AccountView;
  edit: Edit<AccountFields>;
  onTold: (told: OneTimePasswordView) => void;
}

/** In and out, and a new key to the door. */
function Lock({ account, edit, onTold }: LockProps) {
  const { t } = useTexts();
  const [asked, ask] = useState(false);
  const tell = (told: OneTimePasswordView): void => {
    ask(false);
    onTold(told);
  };
  const reset = useDo(accountRoutes.resetPassword, { refresh: CHANGED_BY_SET_UP, then: tell });
  const { id, version } = account;
  return (
    <Card>
      <Row wrap>
        <Button grow kind="secondary" icon="lock" onPress={() => ask(true)}>
          {t('setup.account.reset')}
        </Button>
        {account.disabled ? (
          <Button grow kind="secondary" onPress={() => edit.sendWith({ disabled: false })}>
            {t('setup.account.enable')}
          </Button>
        ) : (
          <RetireVerb
            verb={t('setup.account.disable')}
            lead={t('setup.account.disable.lead')}
            onRetire={() => edit.sendWith({ disabled: true })}
          />
        )}
      </Row>
      {asked && (
        <Sheet
          open
          danger
          title={t('setup.account.reset')}
          onClose={() => ask(false)}
          verb={t('setup.account.reset')}
          onVerb={() => void reset.run({ params: { id }, body: { version } })}
          busy={reset.busy}
        >
          <FaultNotice fault={reset.fault} onClose={reset.clear} />
          <Muted>{t('setup.account.reset.lead')}</Muted>
        </Sheet>
      )}
    </Card>
  );
}
