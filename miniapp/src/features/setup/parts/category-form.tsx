/** A kind of matter: its words in both languages, its grade, whether life may be in danger, and its place in the list. */
import { AddCategory, WriteCategory } from '@sevengrid/shared/tickets/categories.requests';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import type { CategorySetUpView } from '@sevengrid/shared/tickets/categories.views';
import { GRADES, type Grade } from '@sevengrid/shared/tickets/terms';
import { back } from '../../../platform/navigate';
import { Button, Card, ChoiceList, Field, Notice, Page, RestoredDraft, Switch } from '../../../ui';
import { useTexts } from '../../../use';
import { bilingual } from './bilingual';
import { EditFoot } from './edit-foot';
import { useEdit, type Edit } from './use-edit';

interface CategoryFields {
  communityId: string | undefined;
  version: number;
  retired: boolean;
  position: string;
  name: string;
  nameBo: string;
  hint: string;
  hintBo: string;
  grade: Grade;
  danger: boolean;
}

const plain = ({ name, nameBo, hint, hintBo, grade, danger }: CategoryFields): object => {
  return { name: bilingual(name, nameBo), hint: bilingual(hint, hintBo), grade, danger };
};
const writing = (form: CategoryFields): object => {
  return { version: form.version, retired: form.retired, position: Number(form.position) - 1, ...plain(form) };
};
const adding = (form: CategoryFields): object => ({ communityId: form.communityId, ...plain(form) });

const PATHS = { name: 'name.zh', nameBo: 'name.bo', hint: 'hint.zh', hintBo: 'hint.bo' } as const;

const BLANK: CategoryFields = {
  ...{ communityId: undefined, version: 1, retired: false, position: '1', name: '', nameBo: '', hint: '', hintBo: '' },
  ...{ grade: 'G2', danger: false },
};

const fieldsOf = ({ name, hint, grade, danger, version, retired, position }: CategorySetUpView): CategoryFields => ({
  ...{ communityId: undefined, version, retired, position: String(position + 1), grade, danger },
  ...{ name: name.zh, nameBo: name.bo ?? '', hint: hint.zh, hintBo: hint.bo ?? '' },
});

export function AddCategoryForm({ communityId }: { communityId: string | undefined }) {
  const { t } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.category.new.${communityId ?? ''}`, blank: { ...BLANK, communityId }, request: AddCategory },
    ...{ route: categoryRoutes.add, bodyOf: adding, paths: PATHS, then: back },
  });
  return (
    <Page title={t('setup.categories.add')} footer={<EditFoot edit={edit} />}>
      <RestoredDraft draft={edit.draft} />
      <CategoryFieldsCards edit={edit} />
    </Page>
  );
}

export interface WriteCategoryFormProps {
  category: CategorySetUpView;
  again: () => Promise<unknown>;
}

export function WriteCategoryForm({ category, again }: WriteCategoryFormProps) {
  const { t, say } = useTexts();
  const edit = useEdit({
    ...{ name: `setup.category.${category.id}.${category.version}`, blank: fieldsOf(category), request: WriteCategory },
    ...{ route: categoryRoutes.write, bodyOf: writing, params: { id: category.id }, paths: PATHS, then: back },
  });
  return (
    <Page title={say(category.name)} footer={<EditFoot edit={edit} again={again} />}>
      <RestoredDraft draft={edit.draft} />
      {category.retired && <Notice tone="warn">{t('setup.retired')}</Notice>}
      <CategoryFieldsCards edit={edit} />
      <Card>
        <Field
          {...edit.field('position')}
          kind="number"
          label={t('setup.position')}
          hint={t('setup.position.hint')}
          max={3}
          error={edit.field('position').error && t('setup.position.wrong')}
        />
        <Button kind="ghost" onPress={() => edit.sendWith({ retired: !category.retired })}>
          {t(category.retired ? 'setup.restore' : 'setup.categories.retire')}
        </Button>
      </Card>
    </Page>
  );
}

function CategoryFieldsCards({ edit }: { edit: Edit<CategoryFields> }) {
  const { t } = useTexts();
  return (
    <>
      <Card>
        <Field {...edit.field('name')} label={t('setup.name.zh')} max={40} />
        <Field {...edit.field('nameBo')} label={t('setup.name.bo')} max={120} optional />
        <Field {...edit.field('hint')} label={t('setup.categories.hint')} max={120} />
        <Field {...edit.field('hintBo')} label={t('setup.categories.hint.bo')} max={360} optional />
      </Card>
      <Card>
        <ChoiceList
          label={t('setup.categories.grade')}
          options={GRADES.map((grade) => ({ value: grade, label: t(`setup.categories.grade.${grade}`), hint: grade }))}
          value={edit.form.grade}
          onChange={(grade) => edit.put({ grade })}
        />
        <Switch
          label={t('setup.categories.danger')}
          hint={t('setup.categories.danger.hint')}
          on={edit.form.danger}
          onChange={(danger) => edit.put({ danger })}
        />
      </Card>
    </>
  );
}
