/** My year of service: how often, how long and what it earned, by month. */
import { useState } from 'react';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { MyYearView } from '@sevengrid/shared/volunteering/activities.views';
import { communityOffset } from '../../../platform/due-text';
import { Caption, Card, Facts, FilterChips, Heading, ListRow, Loaded, Muted, Strong } from '../../../ui';
import { spanText, useClock, useRoute, useTexts } from '../../../use';

const MINUTE = 60_000;
/** Service does not reach further back than this. */
const YEARS = 3;

export function MyYear() {
  const { t } = useTexts();
  const running = wallTime(useClock(), communityOffset.get()).year;
  const [year, setYear] = useState(running);
  const read = useRoute(activityRoutes.myYear, { query: { year } });
  const years = Array.from({ length: YEARS }, (_, back) => String(running - back));
  return (
    <>
      <FilterChips
        label={t('volunteering.year.label')}
        options={years.map((value) => ({ value, label: t('volunteering.year.of', { year: value }) }))}
        value={String(year)}
        onChange={(value) => setYear(Number(value))}
      />
      <Loaded of={read} rows={1}>
        {(of) => <Year of={of} />}
      </Loaded>
    </>
  );
}

/** Hours are what a record of service counts in; under one, minutes. */
function Year({ of }: { of: MyYearView }) {
  const { t } = useTexts();
  const span = (minutes: number): string => (minutes === 0 ? '0' : spanText(t, minutes * MINUTE));
  if (of.activities === 0)
    return (
      <Card>
        <Muted>{t('volunteering.year.none')}</Muted>
      </Card>
    );
  return (
    <Card>
      <Facts
        items={[
          {
            label: t('volunteering.year.activities'),
            value: t('volunteering.year.activities.n', { n: of.activities }),
          },
          { label: t('volunteering.year.minutes'), value: span(of.minutes) },
          { label: t('volunteering.year.points'), value: String(of.points) },
        ]}
      />
      <Heading level={3}>{t('volunteering.year.months')}</Heading>
      {of.months.map((month) => (
        <ListRow
          key={month.month}
          title={t('volunteering.year.month', { month: month.month })}
          note={t('volunteering.year.month.note', { n: month.activities, span: span(month.minutes) })}
          meta={<Strong>{t('volunteering.year.month.points', { n: month.points })}</Strong>}
        />
      ))}
      <Caption>{t('volunteering.year.note')}</Caption>
    </Card>
  );
}
