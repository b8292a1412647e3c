/** The four steps of an import, and which one it is at. */
import type { ImportView } from '@sevengrid/shared/grids/imports.views';
import { Box, Card, Heading, Muted, Span } from '../../../ui';
import { useTexts } from '../../../use';
import { STEP_AT } from './import-words';
import './import-steps.scss';

const STEPS = ['choose', 'look', 'apply', 'done'] as const;

export function ImportSteps({ of }: { of: ImportView }) {
  const { t } = useTexts();
  const at = STEP_AT[of.state];
  const told = t('grids.import.steps.at', {
    n: at + 1,
    of: STEPS.length,
    name: t(`grids.import.step.${STEPS[at] ?? 'choose'}`),
  });
  return (
    <Card>
      <Heading className="import-name">{of.name}</Heading>
      <Muted>{t('grids.import.by', { who: of.uploadedBy })}</Muted>
      <Box className="import-steps" role="img" label={told}>
        {STEPS.map((step, i) => (
          <Box key={step} silent className={`import-step ${i < at ? 'is-done' : i === at ? 'is-now' : ''}`}>
            <Span className="import-step-mark">{String(i + 1)}</Span>
            <Span>{t(`grids.import.step.${step}`)}</Span>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
