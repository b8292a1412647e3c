/** Which role, where, for which body, from when until when: the part of a form that gives somebody a right. */
import { useEffect, useState } from 'react';
import { isAnswering, ROLE_PLACES } from '@sevengrid/shared/identity/role-limits';
import { OFFICE_ROLES, type AnsweringRole, type OfficeRole } from '@sevengrid/shared/identity/set-up.requests';
import { bodyRoutes, scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { Card, ChoiceList, Field, Listed, Muted, SearchField } from '../../../ui';
import { useInfinite, useRoute, useSettled, useTexts } from '../../../use';
import type { Edit } from './use-edit';

export interface RoleFields {
  role: OfficeRole;
  scopeId: string;
  bodyId: string;
  from: string;
  to: string;
}

export const NO_ROLE: RoleFields = { role: 'staff', scopeId: '', bodyId: '', from: '', to: '' };

const orNothing = (words: string): string | undefined => (words.trim() === '' ? undefined : words.trim());

export function roleOf({ role, scopeId, bodyId, from, to }: RoleFields): object {
  const dates = { from: orNothing(from), to: orNothing(to) };
  const given = Object.entries({ ...dates, bodyId: isAnswering(role) ? orNothing(bodyId) : undefined });
  return { role, scopeId, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}

/** `prefix` is where the role lies in the request: `role.`, or nothing. */
export function RoleFieldsCards({ edit, prefix = '' }: { edit: Edit<RoleFields>; prefix?: string }) {
  const { t } = useTexts();
  const { form, put } = edit;
  return (
    <>
      <Card>
        <ChoiceList
          label={t('setup.account.role')}
          columns={2}
          options={OFFICE_ROLES.map((role) => ({ value: role, label: t(`home.role.${role}`) }))}
          value={form.role}
          onChange={(role) => put({ role, scopeId: '', bodyId: '' })}
        />
        <WhereChoice edit={edit} prefix={prefix} />
        {isAnswering(form.role) && <AnsweredFor edit={edit} prefix={prefix} role={form.role} />}
      </Card>
      <Card>
        {(['from', 'to'] as const).map((name) => (
          <Field
            key={name}
            {...edit.field(name)}
            label={t(`setup.account.${name}`)}
            hint={t(name === 'from' ? 'setup.account.day.hint' : 'setup.account.day.none')}
            max={10}
            optional
            error={edit.errorOf(`${prefix}${name}`) && t('setup.account.day.wrong')}
          />
        ))}
      </Card>
    </>
  );
}

/** Only places in which the role makes sense; where there is one, it is chosen already. */
function WhereChoice({ edit: { form, put, errorOf }, prefix }: { edit: Edit<RoleFields>; prefix: string }) {
  const { t, nameOf } = useTexts();
  const { data } = useRoute(scopeRoutes.tree, {});
  const fitting = (data?.items ?? []).filter(({ kind }) => ROLE_PLACES[form.role].includes(kind));
  const only = fitting.length === 1 && form.scopeId === '' ? fitting[0]?.id : undefined;
  useEffect(() => {
    if (only) put({ scopeId: only });
  }, [only, put]);
  return (
    <ChoiceList
      label={t('setup.account.scope')}
      options={fitting.map((scope) => {
        return { value: scope.id, label: nameOf(scope), hint: t(`setup.community.kind.${scope.kind}`) };
      })}
      value={form.scopeId}
      onChange={(scopeId) => put({ scopeId })}
      error={errorOf(`${prefix}scopeId`)}
    />
  );
}

interface AnsweredForProps {
  edit: Edit<RoleFields>;
  prefix: string;
  role: AnsweringRole;
}

/** The outside body, work unit or merchant for which the account is. */
function AnsweredFor({ edit: { form, put, errorOf }, prefix, role }: AnsweredForProps) {
  const { t } = useTexts();
  const [words, search] = useState('');
  const q = useSettled(words).trim();
  const communityId = form.scopeId === '' ? undefined : form.scopeId;
  const list = useInfinite(bodyRoutes.answerable, { query: { communityId, role, q: q === '' ? undefined : q } });
  return (
    <>
      <SearchField label={t('setup.account.body.find')} value={words} onChange={search} />
      <Listed of={list} rows={2} empty={<Muted>{t(`setup.account.body.none.${role}`)}</Muted>}>
        {(items) => (
          <ChoiceList
            label={t('setup.account.body')}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.bodyId}
            onChange={(bodyId) => put({ bodyId })}
            error={errorOf(`${prefix}bodyId`)}
          />
        )}
      </Listed>
    </>
  );
}
