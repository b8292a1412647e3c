/** What a community has and lacks: the urgent first, each with the page on which it is done. */
import type { SetUpStep, SetUpStepView, SetUpView } from '@sevengrid/shared/identity/set-up.views';
import type { PageName } from '../../../platform/pages';
import { Caption, Card, Chip, Heading, Icon, ListRow, Muted, Notice, Progress, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import { useWhose } from './which-community';

/** Where a step is done. */
const PAGES_OF_STEPS: Record<SetUpStep, PageName> = {
  community: 'setup/community',
  grids: 'setup/grids',
  workers: 'setup/grids',
  backups: 'setup/grids',
  branches: 'setup/grids',
  leads: 'setup/accounts',
  verifiers: 'setup/accounts',
  categories: 'setup/categories',
  deadlines: 'tickets/deadlines',
  calendar: 'tickets/calendar',
  stations: 'setup/stations',
  bodies: 'setup/partners',
  households: 'grids/imports',
  cards: 'cards/print',
};

type State = SetUpStepView['state'];

const TONES = { missing: 'urgent', advised: 'soon' } as const;

function StepRow({ step: { step, state, n, of } }: { step: SetUpStepView }) {
  const { t } = useTexts();
  const { goOn } = useWhose();
  const count = of === null ? String(n) : t('setup.home.count.of', { n, of });
  const open = (): void => goOn(PAGES_OF_STEPS[step]);
  const title = t(`setup.step.${step}`);
  if (state === 'done')
    return <ListRow before={<Icon name="check" tone="primary" />} title={title} note={count} onPress={open} />;
  return (
    <ListRow
      title={title}
      note={t(`setup.step.${step}.hint`)}
      meta={<Chip tone={TONES[state]}>{of ? `${t(`setup.state.${state}`)} ${count}` : t(`setup.state.${state}`)}</Chip>}
      onPress={open}
    />
  );
}

function Group({ of, state }: { of: SetUpView; state: State }) {
  const { t } = useTexts();
  const steps = of.steps.filter((step) => step.state === state);
  if (steps.length === 0) return null;
  return (
    <Card>
      <Heading>{t(`setup.home.${state}`)}</Heading>
      {steps.map((step) => (
        <StepRow key={step.step} step={step} />
      ))}
    </Card>
  );
}

export function Checklist({ of }: { of: SetUpView }) {
  const { t } = useTexts();
  const count = (state: State): number => of.steps.filter((step) => step.state === state).length;
  const [missing, done] = [count('missing'), count('done')];
  const progress = t('setup.home.progress', { n: done, of: of.steps.length });
  return (
    <>
      <Card tone="tint">
        <Stack gap={2}>
          <Heading>{missing > 0 ? t('setup.home.left', { n: missing }) : t('setup.home.ready')}</Heading>
          <Muted>{t(missing > 0 ? 'setup.home.lead' : 'setup.home.ready.hint')}</Muted>
          <Progress part={done / Math.max(1, of.steps.length)} label={progress} />
          <Caption>{progress}</Caption>
        </Stack>
      </Card>
      {of.steps.length === 0 && <Notice tone="warn">{t('setup.home.none')}</Notice>}
      <Group of={of} state="missing" />
      <Group of={of} state="advised" />
      <Group of={of} state="done" />
    </>
  );
}
