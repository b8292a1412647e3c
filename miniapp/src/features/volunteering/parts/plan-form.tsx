/** The form of an activity: what, where, when, how many, and who leads it. */
import { serviceKindRoutes } from '@sevengrid/shared/volunteering/standards.routes';
import { Card, ChoiceList, Field, Loaded, TextArea, WhenField } from '../../../ui';
import { useRoute, useTexts, type TextKey } from '../../../use';
import { OrganiserChoice } from './organiser-choice';
import type { PlanFields } from './plan-fields';
import { SpotField } from './spot-field';
import type { Plan } from './use-plan';

type Written = { [K in keyof PlanFields]: PlanFields[K] extends string ? K : never }[keyof PlanFields];

interface WhenOf {
  name: Written;
  kind: 'date' | 'time';
  words: TextKey;
  /** Of the request: where the server finds it wrong. */
  path: string;
  hint?: TextKey;
}

const WHEN: readonly WhenOf[] = [
  { name: 'day', kind: 'date', words: 'volunteering.plan.day', path: 'startsAt' },
  { name: 'from', kind: 'time', words: 'volunteering.plan.from', path: 'startsAt' },
  { name: 'to', kind: 'time', words: 'volunteering.plan.to', path: 'endsAt', hint: 'volunteering.plan.to.hint' },
  { name: 'untilDay', kind: 'date', words: 'volunteering.plan.untilDay', path: 'signUpUntil' },
  { name: 'until', kind: 'time', words: 'volunteering.plan.until', path: 'signUpUntil' },
];

export function PlanForm({ plan }: { plan: Plan }) {
  const { t } = useTexts();
  const { form, put } = plan.draft;
  const { errorOf } = plan.form;
  const field = (name: Written, path: string = name) => ({
    value: form[name],
    onChange: (value: string) => put({ [name]: value }),
    error: errorOf(path),
  });
  const wrong = (path: string, words: TextKey): string | undefined => errorOf(path) && t(words);
  return (
    <>
      <Card>
        <Field {...field('title', 'title.zh')} label={t('volunteering.plan.name')} max={40} />
        <Field {...field('titleBo', 'title.bo')} label={t('volunteering.plan.name.bo')} max={120} optional />
        <Field {...field('place', 'place.zh')} label={t('volunteering.plan.where')} max={120} />
        <Field {...field('placeBo', 'place.bo')} label={t('volunteering.plan.where.bo')} max={360} optional />
        <TextArea {...field('about', 'about.zh')} label={t('volunteering.plan.about')} max={120} optional />
        <TextArea {...field('aboutBo', 'about.bo')} label={t('volunteering.plan.about.bo')} max={360} optional />
      </Card>
      <Card>
        {WHEN.map(({ name, kind, words, path, hint }) => (
          <WhenField
            key={name}
            {...field(name)}
            kind={kind}
            label={t(words)}
            hint={hint && t(hint)}
            error={wrong(path, 'volunteering.plan.times')}
          />
        ))}
        <Field
          {...field('capacity')}
          kind="number"
          label={t('volunteering.plan.capacity')}
          max={4}
          error={wrong('capacity', 'volunteering.plan.capacity.wrong')}
        />
      </Card>
      <Chosen plan={plan} />
    </>
  );
}

/** What is chosen and not written. */
function Chosen({ plan }: { plan: Plan }) {
  const { t, say } = useTexts();
  const kinds = useRoute(serviceKindRoutes.list, { query: {} });
  const { form, put } = plan.draft;
  const { errorOf } = plan.form;
  return (
    <>
      <Card>
        <Loaded of={kinds} rows={2}>
          {({ items }) => (
            <ChoiceList
              label={t('volunteering.plan.kind')}
              options={items.map(({ id, name }) => ({ value: id, label: say(name) }))}
              value={form.kindId}
              onChange={(kindId) => put({ kindId })}
              error={errorOf('kindId')}
              columns={2}
            />
          )}
        </Loaded>
      </Card>
      <Card>
        <OrganiserChoice
          value={form.organisers}
          onChange={(organisers) => put({ organisers })}
          error={errorOf('organiserIds')}
        />
        <SpotField value={form.spot} onChange={(spot) => put({ spot })} />
      </Card>
    </>
  );
}
