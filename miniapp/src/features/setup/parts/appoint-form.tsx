/** A worker or a backup for a grid: somebody new, who gets an account by it, or somebody who has one. */
import { useState } from 'react';
import { AppointToGrid, type TeamRole } from '@sevengrid/shared/grids/set-up.requests';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import type { AppointedView, GridSetUpView } from '@sevengrid/shared/grids/set-up.views';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { back } from '../../../platform/navigate';
import { Card, ChoiceList, Field, Listed, Muted, Page, RestoredDraft, SearchField } from '../../../ui';
import { useInfinite, useSettled, useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { PasswordSheet } from './password-sheet';
import { useEdit, type Edit } from './use-edit';

interface Appointing {
  as: TeamRole;
  who: 'new' | 'known';
  personId: string;
  account: string;
  displayName: string;
  from: string;
}

const bodyOf = ({ as, who, personId, account, displayName, from }: Appointing): object => ({
  as,
  ...(who === 'new' ? { newcomer: { account: account.trim(), displayName } } : { personId }),
  from: from.trim() === '' ? undefined : from.trim(),
});

const PATHS = { account: 'newcomer.account', displayName: 'newcomer.displayName' } as const;

export function AppointForm({ grid, as }: { grid: GridSetUpView; as: TeamRole }) {
  const { t, nameOf } = useTexts();
  const [made, setMade] = useState<AppointedView>();
  const edit = useEdit({
    name: `setup.appoint.${grid.id}.${as}`,
    blank: { as, who: 'new', personId: '', account: '', displayName: '', from: '' },
    ...{ request: AppointToGrid, route: gridSetUpRoutes.appoint, bodyOf, params: { id: grid.id }, paths: PATHS },
    then: (reply) => (reply.password === null ? back() : setMade(reply)),
  });
  const title = t('setup.grids.appoint', { as: t(`setup.grids.as.${as}`) });
  return (
    <Page title={title} footer={<EditFoot edit={edit} verb={title} />}>
      <RestoredDraft draft={edit.draft} />
      <Card>
        <Muted>{`${nameOf(grid)} · ${t('setup.grids.appoint.lead')}`}</Muted>
        <ChoiceList
          label={t('setup.grids.appoint.who')}
          options={(['new', 'known'] as const).map((who) => ({ value: who, label: t(`setup.grids.appoint.${who}`) }))}
          value={edit.form.who}
          onChange={(who) => edit.put({ who })}
        />
      </Card>
      {edit.form.who === 'new' ? <Newcomer edit={edit} /> : <Known edit={edit} />}
      <Card>
        <Field
          {...edit.field('from')}
          label={t('setup.grids.appoint.from')}
          hint={t('setup.account.day.hint')}
          max={10}
          optional
          error={edit.field('from').error && t('setup.account.day.wrong')}
        />
      </Card>
      {made && <PasswordSheet account={made.account.account} password={made.password} onClose={back} />}
    </Page>
  );
}

export function NewcomerFields({ edit }: { edit: Pick<Edit<Pick<Appointing, 'account' | 'displayName'>>, 'field'> }) {
  const { t } = useTexts();
  const account = edit.field('account');
  return (
    <>
      <Field
        {...edit.field('displayName')}
        label={t('setup.account.shown')}
        hint={t('setup.account.shown.hint')}
        max={30}
      />
      <Field
        {...account}
        label={t('setup.account.name')}
        hint={t('setup.account.name.hint')}
        max={40}
        error={account.error && t('setup.account.name.wrong')}
      />
    </>
  );
}

const Newcomer = ({ edit }: { edit: Edit<Appointing> }) => (
  <Card>
    <NewcomerFields edit={edit} />
  </Card>
);

function Known({ edit }: { edit: Edit<Appointing> }) {
  const { t } = useTexts();
  const [words, search] = useState('');
  const q = useSettled(words).trim();
  const list = useInfinite(accountRoutes.page, { query: { state: 'open', q: q === '' ? undefined : q } });
  return (
    <Card>
      <SearchField label={t('setup.grids.appoint.find')} value={words} onChange={search} />
      <Listed of={list} rows={2} empty={<Muted>{t('setup.grids.appoint.nobody')}</Muted>}>
        {(items) => (
          <ChoiceList
            label={t('setup.grids.appoint.who')}
            options={items
              .filter(({ own }) => !own)
              .map(({ id, displayName, account, roles }) => ({
                value: id,
                label: displayName,
                hint: [account, ...new Set(roles.map(({ role }) => t(`home.role.${role}`)))].join(' · '),
              }))}
            value={edit.form.personId}
            onChange={(personId) => edit.put({ personId })}
            error={edit.errorOf('personId')}
          />
        )}
      </Listed>
    </Card>
  );
}
