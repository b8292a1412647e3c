/** What a unit and its members come to in one community. */
import type { UnitTotalsView } from '@sevengrid/shared/volunteering/units.views';
import { Caption, Facts, Numbers, Stack } from '../../../ui';
import { useTexts } from '../../../use';
import { servedText } from './served-text';
import './unit-totals.scss';

export function UnitTotals({ totals }: { totals: UnitTotalsView }) {
  const { t } = useTexts();
  const { members, claimed, pointsPt, minutesMin } = totals;
  return (
    <Stack>
      <Stack gap={1}>
        <Caption>{t('units.earned')}</Caption>
        <Numbers className="unit-points">{pointsPt}</Numbers>
        <Caption>{t('units.earned.hint')}</Caption>
      </Stack>
      <Facts
        items={[
          { label: t('units.served'), value: servedText(t, minutesMin) },
          { label: t('units.members'), value: t('units.members.claimed', { n: members, claimed }) },
        ]}
      />
    </Stack>
  );
}
