/** A city, street or community: its names, and what a community has beside them. */
import { AddScope, WriteScope } from '@sevengrid/shared/identity/set-up.requests';
import { scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { GovernedScopeView } from '@sevengrid/shared/identity/set-up.views';
import { phoneDigits } from '@sevengrid/shared/kernel/digits';
import { back } from '../../../platform/navigate';
import { Card, Facts, Field, Notice, Page, RestoredDraft } from '../../../ui';
import { useTexts } from '../../../use';
import { EditFoot } from './edit-foot';
import { useEdit, type Edit } from './use-edit';

interface ScopeFields {
  parentId: string;
  kind: GovernedScopeView['kind'];
  version: number;
  name: string;
  nameBo: string;
  prefix: string;
  /** Hours east of Greenwich, as people write them. */
  offset: string;
  phone: string;
  gas: string;
}

const orNothing = (words: string): string | undefined => (words.trim() === '' ? undefined : words.trim());

function dataOf({ kind, prefix, offset, phone, gas }: ScopeFields): object | undefined {
  if (kind !== 'community') return undefined;
  const gasPhone = orNothing(gas);
  return {
    ...{ numberPrefix: prefix.trim(), tzOffset: Number(offset) * 60, officePhone: phoneDigits(phone) },
    ...(gasPhone === undefined ? {} : { gasPhone: phoneDigits(gasPhone) }),
  };
}

const namesOf = (form: ScopeFields): object => ({
  ...{ name: form.name, nameBo: orNothing(form.nameBo), community: dataOf(form) },
});
const writing = (form: ScopeFields): object => ({ version: form.version, ...namesOf(form) });
const adding = (form: ScopeFields): object => ({ parentId: form.parentId, kind: form.kind, ...namesOf(form) });

const PATHS = {
  prefix: 'community.numberPrefix',
  offset: 'community.tzOffset',
  phone: 'community.officePhone',
  gas: 'community.gasPhone',
} as const;

const fieldsOf = ({ parentId, kind, version, name, nameBo, community }: GovernedScopeView): ScopeFields => ({
  ...{ parentId: parentId ?? '', kind, version, name, nameBo: nameBo ?? '' },
  ...{ prefix: community?.numberPrefix ?? '', offset: String((community?.tzOffset ?? 480) / 60) },
  ...{ phone: community?.officePhone ?? '', gas: community?.gasPhone ?? '' },
});

export function WriteScopeForm({ scope, again }: { scope: GovernedScopeView; again: () => Promise<unknown> }) {
  const edit = useEdit({
    ...{ name: `setup.scope.${scope.id}.${scope.version}`, blank: fieldsOf(scope), request: WriteScope },
    ...{ route: scopeRoutes.write, bodyOf: writing, params: { id: scope.id }, paths: PATHS, then: back },
  });
  return <ScopePage edit={edit} title={scope.name} numbered={scope.community?.numbered ?? false} again={again} />;
}

export function AddScopeForm({ parent, kind }: { parent: GovernedScopeView; kind: 'street' | 'community' }) {
  const { t } = useTexts();
  const blank: ScopeFields = {
    ...{ parentId: parent.id, kind, version: 1, name: '', nameBo: '' },
    ...{ prefix: '', offset: '8', phone: '', gas: '' },
  };
  const edit = useEdit({
    ...{ name: `setup.scope.in.${parent.id}`, blank, request: AddScope },
    ...{ route: scopeRoutes.add, bodyOf: adding, paths: PATHS, then: back },
  });
  const title = t(kind === 'street' ? 'setup.community.addStreet' : 'setup.community.addCommunity');
  return <ScopePage edit={edit} title={title} numbered={false} />;
}

interface ScopePageProps {
  edit: Edit<ScopeFields>;
  title: string;
  numbered: boolean;
  again?: () => Promise<unknown>;
}

function ScopePage({ edit, title, numbered, again }: ScopePageProps) {
  const { t } = useTexts();
  return (
    <Page title={title} footer={<EditFoot edit={edit} again={again} />}>
      <RestoredDraft draft={edit.draft} />
      <Card>
        <Field {...edit.field('name')} label={t('setup.name.zh')} max={40} />
        <Field {...edit.field('nameBo')} label={t('setup.name.bo')} max={120} optional />
      </Card>
      {edit.form.kind === 'community' && <CommunityFields edit={edit} numbered={numbered} />}
    </Page>
  );
}

function CommunityFields({ edit, numbered }: { edit: Edit<ScopeFields>; numbered: boolean }) {
  const { t } = useTexts();
  return (
    <>
      <Card>
        <Field {...edit.field('phone')} kind="phone" label={t('setup.community.phone')} max={20} />
        <Field
          {...edit.field('gas')}
          kind="phone"
          label={t('setup.community.gas')}
          hint={t('setup.community.gas.hint')}
          max={20}
          optional
        />
      </Card>
      {numbered ? <Numbered edit={edit} /> : <NumberFields edit={edit} />}
    </>
  );
}

/** What tickets have been numbered and dated by is told and not asked. */
function Numbered({ edit: { form } }: { edit: Edit<ScopeFields> }) {
  const { t } = useTexts();
  return (
    <Card>
      <Notice>{t('setup.community.numbered')}</Notice>
      <Facts
        items={[
          { label: t('setup.community.prefix'), value: form.prefix },
          { label: t('setup.community.offset'), value: `UTC${form.offset.startsWith('-') ? '' : '+'}${form.offset}` },
        ]}
      />
    </Card>
  );
}

function NumberFields({ edit }: { edit: Edit<ScopeFields> }) {
  const { t } = useTexts();
  const wrong = (name: 'prefix' | 'offset') => edit.field(name).error && t(`setup.community.${name}.wrong`);
  return (
    <Card>
      <Field
        {...edit.field('prefix')}
        label={t('setup.community.prefix')}
        hint={t('setup.community.prefix.hint')}
        max={4}
        error={wrong('prefix')}
      />
      <Field
        {...edit.field('offset')}
        label={t('setup.community.offset')}
        hint={t('setup.community.offset.hint')}
        max={5}
        error={wrong('offset')}
      />
    </Card>
  );
}
