/** The community's working time: the hours of an ordinary week, and the days that notices changed. */
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { Card, Chip, Heading, ListRow, Loaded, Muted, Notice, Page, Stack, Words } from '../../../ui';
import { useRoute, useTexts, weekdayText } from '../../../use';
import { clockOf } from '../parts/calendar-days';
import '../../../texts/apart/rules';

export default function Calendar() {
  const { t } = useTexts();
  const calendar = useRoute(deadlineRoutes.calendar, {});
  return (
    <Page title={t('tickets.calendar.title')} onRefresh={calendar.again}>
      <Muted>{t('tickets.calendar.lead')}</Muted>
      <Loaded of={calendar}>
        {({ weekdays, intervals, days, redating }) => (
          <>
            {redating && <Notice>{t('tickets.calendar.redating')}</Notice>}
            <Card>
              <Stack gap={2}>
                <Heading>{t('tickets.calendar.hours')}</Heading>
                <Words>{weekdays.map((day) => weekdayText(t, day)).join(' ')}</Words>
                <Words className="tabular">
                  {intervals.map(({ from, to }) => `${clockOf(from)}-${clockOf(to)}`).join(' · ')}
                </Words>
              </Stack>
            </Card>
            <Card>
              <Heading>{t('tickets.calendar.days')}</Heading>
              {days.length === 0 && <Muted>{t('tickets.calendar.none')}</Muted>}
              {days.map(({ day, kind, name }) => (
                <ListRow
                  key={day}
                  title={day}
                  note={name}
                  after={<Chip tone={kind === 'off' ? 'gold' : 'calm'}>{t(`tickets.calendar.kind.${kind}`)}</Chip>}
                />
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
