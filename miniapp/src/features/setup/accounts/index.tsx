/** Accounts of those who work where one governs: searched and listed, one of them, a new one, or one more role. */
import { useState } from 'react';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountView } from '@sevengrid/shared/identity/set-up.views';
import { Button, Card, Empty, FilterChips, ListRow, Listed, Loaded, Page, SearchField } from '../../../ui';
import { useInfinite, useMoreAtBottom, useQueryOf, useRoute, useSettled, useTexts } from '../../../use';
import { GiveRoleForm, NewAccountForm } from '../parts/account-forms';
import { AccountChips, AccountPanel, type Outcome } from '../parts/account-panel';
import { useWhose } from '../parts/which-community';
import '../../../texts/apart/office';
import '../../../texts/apart/setup';

type Shown = 'all' | 'open' | 'disabled';

function AccountRow({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const roles = [...new Set(account.roles.filter(({ state }) => state !== 'ended').map(({ role }) => role))];
  return (
    <ListRow
      title={account.displayName}
      note={[account.account, ...roles.map((role) => t(`home.role.${role}`))].join(' · ')}
      meta={<AccountChips account={account} />}
      onPress={() => goOn('setup/accounts', { id: account.id })}
    />
  );
}

function AccountList() {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const [words, search] = useState('');
  const [shown, show] = useState<Shown>('all');
  const q = useSettled(words).trim();
  const query = { q: q === '' ? undefined : q, state: shown === 'all' ? undefined : shown };
  const list = useInfinite(accountRoutes.page, { query });
  useMoreAtBottom(list);
  return (
    <Page
      title={t('setup.accounts.title')}
      onRefresh={list.again}
      footer={
        <Button grow icon="plus" onPress={() => goOn('setup/accounts', { add: 1 })}>
          {t('setup.account.new')}
        </Button>
      }
    >
      <SearchField label={t('setup.account.search')} value={words} onChange={search} />
      <FilterChips
        label={t('setup.account.filter')}
        options={(['all', 'open', 'disabled'] as const).map((of) => ({ value: of, label: t(`setup.account.${of}`) }))}
        value={shown}
        onChange={show}
      />
      <Listed of={list} rows={4} empty={<Empty title={t('setup.account.none')} hint={t('setup.account.none.hint')} />}>
        {(items) => (
          <Card>
            {items.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </Card>
        )}
      </Listed>
    </Page>
  );
}

function OneAccount({ id, gives }: { id: string; gives: boolean }) {
  const { t } = useTexts();
  const read = useRoute(accountRoutes.one, { params: { id } }, { onShow: true });
  const [outcome, setOutcome] = useState<Outcome>({});
  const account = read.data;
  if (account && gives) return <GiveRoleForm account={account} />;
  if (account)
    return (
      <AccountPanel
        key={`${account.id}.${account.version}`}
        account={account}
        again={read.again}
        outcome={outcome}
        onOutcome={setOutcome}
      />
    );
  return (
    <Page title={t('setup.accounts.title')}>
      <Loaded of={read}>{() => null}</Loaded>
    </Page>
  );
}

export default function SetUpAccounts() {
  const { id, add, give, bodyId } = useQueryOf<{ id?: string; add?: string; give?: string; bodyId?: string }>();
  const { communityId } = useWhose();
  if (add) return <NewAccountForm bodyId={bodyId} communityId={communityId} />;
  return id ? <OneAccount id={id} gives={give !== undefined} /> : <AccountList />;
}
