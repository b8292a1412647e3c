/** Draws one field of an action's form. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { ChoiceList, Field, Switch, TextArea } from '../../../ui';
import { isTextKey, useTexts, type TextKey, type Translate } from '../../../use';
import { HolderChoice } from './holder-choice';
import type { ActField as FieldSpec, ActValues, StaffAction } from './act-forms';

export interface ActFieldProps {
  action: StaffAction;
  ticket: TicketView;
  field: FieldSpec;
  values: ActValues;
  put: (part: Partial<ActValues>) => void;
  error: string | undefined;
}

const choiceKey = (name: string, value: string): TextKey => `work.choice.${name}.${value}` as TextKey;

const hintOf = (t: Translate, name: string, value: string): string | undefined => {
  const key = `work.choice.${name}.${value}.hint`;
  return isTextKey(key) ? t(key) : undefined;
};

/** What the words are about depends on the action, and for an outcome on the outcome. */
function wordsLabel(t: Translate, action: StaffAction, values: ActValues): string {
  const exact = `work.field.words.${action}.${values.outcome ?? ''}`;
  if (isTextKey(exact)) return t(exact);
  const key = `work.field.words.${action}`;
  return t(isTextKey(key) ? key : 'work.field.words.remark');
}

export function ActField({ action, ticket, field, values, put, error }: ActFieldProps) {
  const { t } = useTexts();
  switch (field.kind) {
    case 'choice':
      return <Choice field={field} values={values} put={put} error={error} />;
    case 'words':
      return (
        <TextArea
          label={wordsLabel(t, action, values)}
          optional={field.optional}
          max={field.max}
          value={values.words ?? ''}
          onChange={(words) => put({ words })}
          error={error}
        />
      );
    case 'place':
      return (
        <Field
          label={t('work.field.place')}
          optional
          max={field.max}
          value={values.place ?? ''}
          onChange={(place) => put({ place })}
          error={error}
        />
      );
    case 'holder':
      return (
        <HolderChoice
          ticketId={ticket.id}
          value={values.holderId}
          onChange={(holderId) => put({ holderId })}
          error={error}
        />
      );
    case 'switch':
      return (
        <Switch
          label={t('work.field.shown')}
          hint={t('work.field.shown.hint')}
          on={values.shown ?? false}
          onChange={(shown) => put({ shown })}
        />
      );
  }
}

type ChoiceProps = Pick<ActFieldProps, 'values' | 'put' | 'error'> & { field: Extract<FieldSpec, { kind: 'choice' }> };

function Choice({ field, values, put, error }: ChoiceProps) {
  const { t } = useTexts();
  const options = field.values.map((value) => ({
    value,
    label: t(choiceKey(field.name, value)),
    hint: hintOf(t, field.name, value),
  }));
  return (
    <ChoiceList
      label={t(`work.field.${field.name}`)}
      columns={field.columns ?? 1}
      options={options}
      value={values[field.name]}
      onChange={(value) => put({ [field.name]: value })}
      error={error}
    />
  );
}
