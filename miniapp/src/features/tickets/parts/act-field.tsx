/** Draws one field of an action's form. */
import type { TicketView } from '@sevengrid/shared/tickets/views';
import { ChoiceList, Field, Switch, TextArea } from '../../../ui';
import { isTextKey, useTexts, type TextKey, type Translate } from '../../../use';
import { PhotoField, VoiceField } from '../../../ui/media';
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

/** What a lead grants at once. */
const DAYS = [1, 2, 3, 5, 7, 15] as const;
const DAY = 86_400_000;

/** Never more than the time there was; where another clock is the next, the server sees to it. */
const daysFor = ({ due }: TicketView): number[] => {
  const most = due?.clock === 'resolve' ? (Date.parse(due.at) - Date.parse(due.startedAt)) / DAY : Infinity;
  return DAYS.filter((n, at) => at === 0 || n <= most);
};

/** Of a withdrawal it is not asked whether it holds, but whether it was of their own will. */
const WILL: readonly string[] = ['solved', 'not_solved'];

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
  const { action, ticket, field, values, put, error } = props;
  switch (field.kind) {
    case 'choice':
      return <Choice action={action} field={wordedOptions(t, field, ticket)} values={values} put={put} error={error} />;
    case 'request':
    case 'days':
      return <Choice action={action} field={optionsOf(t, ticket, field)} values={values} put={put} error={error} />;
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
    case 'photos':
    case 'voice':
      return <Taken {...props} field={field} />;
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

type TakenProps = ActFieldProps & { field: Extract<FieldSpec, { kind: 'photos' | 'voice' }> };

/** Taken along; to an outside body goes what is chosen of what hangs on the ticket, and what is added. */
function Taken({ ticket, field, values, put, error }: TakenProps) {
  const { t } = useTexts();
  const label = t(`work.field.${field.name}`);
  if (field.kind === 'voice')
    return (
      <VoiceField label={label} value={values.voiceId ?? ''} onChange={(voiceId) => put({ voiceId })} error={error} />
    );
  const there = ticket.timeline.flatMap(({ media }) => media).filter(({ kind }) => kind === 'photo');
  const offered = field.offers ? there : [];
  return (
    <PhotoField
      label={label}
      hint={offered.length > 0 ? t('media.photos.offered.hint') : undefined}
      value={values.photoIds ?? []}
      onChange={(photoIds) => put({ photoIds })}
      offered={offered}
      error={error}
    />
  );
}

type WrittenProps = ActFieldProps & { field: Extract<FieldSpec, { kind: 'words' | 'place' }> };

function Written({ action, field, values, put, error }: WrittenProps) {
  const { t } = useTexts();
  const shared = {
    optional: field.optional || (field.kind === 'words' && field.unless && Boolean(values[field.unless])),
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
      ? daysFor(ticket).map((n) => ({ value: String(n), label: t('work.days.n', { n }) }))
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

function wordedOptions(t: Translate, field: Extract<FieldSpec, { kind: 'choice' }>, { stage }: TicketView): Choosing {
  const ofWill = field.name === 'finding' && stage === 'withdrawn';
  const name = ofWill ? 'will' : field.name;
  const options = field.values
    .filter((value) => !ofWill || WILL.includes(value))
    .map((value) => ({ value, label: t(choiceKey(name, value)), hint: hintOf(t, name, value) }));
  return { name: field.name, columns: field.columns ?? 1, options };
}

type ChoiceProps = Pick<ActFieldProps, 'action' | 'values' | 'put' | 'error'> & { field: Choosing };

function Choice({ action, field: { name, options, columns }, values, put, error }: ChoiceProps) {
  const { t } = useTexts();
  const own = `work.field.${name}.${action}`;
  return (
    <ChoiceList
      label={t(isTextKey(own) ? own : `work.field.${name}`)}
      columns={columns}
      options={options}
      value={values[name]}
      onChange={(value) => put({ [name]: value })}
      error={error}
    />
  );
}
