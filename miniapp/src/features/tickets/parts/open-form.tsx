/** The form itself: what it is about, one sentence, and what one may add. */
import type { CategoryView } from '@sevengrid/shared/tickets/views';
import { soundsDangerous } from '@sevengrid/shared/tickets/danger';
import { Card, Stack, TextArea } from '../../../ui';
import { MediaFields } from '../../../ui/media';
import { useTexts, type FormCheck } from '../../../use';
import { AddOther, AddPlace, AddReach } from './add-details';
import { Asker } from './asker';
import { CategoryTiles } from './category-tiles';
import { DangerInWords } from './danger-in-words';
import { HouseholdChoice } from './household-choice';
import { dangerFirst, filesForOthers, type Filer, type OpenForm } from './open-rules';
import './open.scss';

export interface OpenFieldsProps {
  form: OpenForm;
  put: (part: Partial<OpenForm>) => void;
  check: FormCheck;
  filer: Filer;
  categories: readonly CategoryView[];
  /** Shown where the household should be chosen. */
  placeError?: string;
  onCategory: (category: CategoryView) => void;
}

export function OpenFields(props: OpenFieldsProps) {
  const { form, put, check, filer, categories, placeError, onCategory } = props;
  const { t } = useTexts();
  const forOthers = filesForOthers(filer);
  return (
    <>
      {forOthers && <HouseholdChoice form={form} put={put} filer={filer} error={placeError} />}
      <Card>
        <Stack gap={4}>
          <CategoryTiles
            categories={dangerFirst(categories)}
            value={form.categoryId}
            onChange={onCategory}
            error={check.errorOf('categoryId')}
          />
          <TextArea
            label={t('tickets.open.words')}
            value={form.words}
            onChange={(words) => put({ words })}
            error={check.errorOf('words')}
            placeholder={t('tickets.open.words.placeholder')}
            max={1000}
            optional={form.voice !== ''}
          />
          {soundsDangerous(form.words) && <DangerInWords />}
          <MediaFields photos={form.photos} voice={form.voice} put={put} hints />
        </Stack>
      </Card>
      {forOthers && <Asker form={form} put={put} check={check} filer={filer} />}
      <AddPlace form={form} put={put} check={check} filer={filer} />
      <AddOther form={form} put={put} check={check} filer={filer} />
      {filer === 'guest' && <AddReach form={form} put={put} check={check} filer={filer} />}
    </>
  );
}
