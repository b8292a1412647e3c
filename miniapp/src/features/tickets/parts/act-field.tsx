/** Draws one field of an action's form. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { ChoiceList, Field, Switch, TextArea } from '../../../ui';
import { isTextKey, useTexts, type TextKey, type Translate } from '../../../use';
import { BodyChoice } from './body-choice';
import { PersonChoice } from './person-choice';
import type { ActField as FieldSpec, ActValues, StaffAction } from './act-forms';

export interface ActFieldProps {
  action: StaffAction;
  ticket: TicketView;
  field: FieldSpec;
  values: ActValues;
  put: (part: Partial<ActValues>) => void;
  error: string | undefined;
}

/** What a lead grants at once; never more than the time there was, which the server sees to. */
const DAYS = [1, 2, 3, 5, 7, 15] as const;

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

export function ActField(props: ActFieldProps) {
  const { t } = useTexts();
  const { ticket, field, values, put, error } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice field={wordedOptions(t, field)} values={values} put={put} error={error} />;
    case 'request':
    case 'days':
      return <Choice field={optionsOf(t, ticket, field)} values={values} put={put} error={error} />;
    case 'words':
    case 'place':
      return <Written {...props} field={field} />;
    case 'person':
      return (
        <PersonChoice
          of={field.name}
          ticketId={ticket.id}
          value={values[field.name]}
          onChange={(id) => put({ [field.name]: id })}
          error={error}
        />
      );
    case 'body':
      return (
        <BodyChoice
          value={values.organisationId}
          onChange={(organisationId) => put({ organisationId })}
          error={error}
        />
      );
    case 'switch':
      return (
        <Switch
          label={t(`work.field.${field.name}`)}
          hint={t(`work.field.${field.name}.hint`)}
          on={values[field.name] ?? false}
          onChange={(on) => put({ [field.name]: on })}
        />
      );
  }
}

type WrittenProps = ActFieldProps & { field: Extract<FieldSpec, { kind: 'words' | 'place' }> };

function Written({ action, field, values, put, error }: WrittenProps) {
  const { t } = useTexts();
  const shared = {
    optional: field.optional,
    max: field.max,
    value: values[field.name] ?? '',
    onChange: (next: string) => put({ [field.name]: next }),
    error,
  };
  if (field.kind === 'place') return <Field label={t('work.field.place')} {...shared} />;
  return <TextArea label={wordsLabel(t, action, values)} {...shared} />;
}

/** Choices that no word list has: the requests of this ticket that are open, and numbers of days. */
function optionsOf(t: Translate, ticket: TicketView, field: { kind: 'request' | 'days'; name: 'requestId' | 'days' }) {
  const options =
    field.kind === 'days'
      ? DAYS.map((n) => ({ value: String(n), label: t('work.days.n', { n }) }))
      : ticket.requests
          .filter(({ state }) => state === 'waiting' || state === 'missed')
          .map(({ id, organisationName }) => ({ value: id, label: organisationName }));
  return { name: field.name, options, columns: field.kind === 'days' ? (3 as const) : (1 as const) };
}

interface Choosing {
  name: 'grade' | 'outcome' | 'finding' | 'how' | 'reason' | 'satisfied' | 'requestId' | 'days';
  options: { value: string; label: string; hint?: string }[];
  columns: 1 | 2 | 3;
}

const wordedOptions = (t: Translate, field: Extract<FieldSpec, { kind: 'choice' }>): Choosing => ({
  name: field.name,
  columns: field.columns ?? 1,
  options: field.values.map((value) => ({
    value,
    label: t(choiceKey(field.name, value)),
    hint: hintOf(t, field.name, value),
  })),
});

type ChoiceProps = Pick<ActFieldProps, 'values' | 'put' | 'error'> & { field: Choosing };

function Choice({ field: { name, options, columns }, values, put, error }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <ChoiceList
      label={t(`work.field.${name}`)}
      columns={columns}
      options={options}
      value={values[name]}
      onChange={(value) => put({ [name]: value })}
      error={error}
    />
  );
}
