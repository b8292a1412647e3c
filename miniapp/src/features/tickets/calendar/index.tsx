/** The community's working time: the hours of an ordinary week, and the days that notices change; staff edit both. */
import { wallTime } from '@sevengrid/shared/kernel/days';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import { Box, Loaded, Muted, Notice, Page, Stack } from '../../../ui';
import { useClock, useQueryOf, useRoute, useTexts } from '../../../use';
import { yearsOf } from '../parts/calendar-days';
import { CalendarHours, HoursRead } from '../parts/calendar-hours';
import { CalendarNotice } from '../parts/calendar-notice';
import { CalendarSpans } from '../parts/calendar-spans';
import { CalendarYear } from '../parts/calendar-year';
import { useNotice } from '../parts/use-notice';
import { WhoseRules } from '../parts/whose-rules';
import './index.scss';
import '../../../texts/apart/rules';

/** Milliseconds between looks while open tickets are dated anew. */
const LOOK_EVERY = 4_000;

/** The community that the address names. */
const useNamed = (): { communityId?: string } => useQueryOf<{ communityId?: string }>();

export default function Calendar() {
  const { t } = useTexts();
  const { communityId } = useNamed();
  const calendar = useRoute(deadlineRoutes.calendar, { query: { communityId } });
  const whose = calendar.data?.communityId;
  return (
    <Page title={t('tickets.calendar.title')} wide onRefresh={calendar.again}>
      <Muted>{t('tickets.calendar.lead')}</Muted>
      {whose && <WhoseRules page="tickets/calendar" communityId={whose} />}
      <Loaded of={calendar}>{(view) => <Board key={view.communityId} view={view} />}</Loaded>
    </Page>
  );
}

function Board({ view }: { view: CalendarView }) {
  const today = wallTime(useClock(), view.offset).day;
  const entry = useNotice(view.communityId, today);
  const { year, look } = entry;
  const pending = entry.draft.form.spans;
  const years = yearsOf(view.days, pending, today);
  const { editable } = view;
  return (
    <>
      {view.redating && <Redating />}
      <Box className="calendar-desk">
        <Stack>
          {editable && <CalendarNotice view={view} entry={entry} />}
          {editable ? <CalendarHours view={view} /> : <HoursRead view={view} />}
        </Stack>
        <Stack>
          <CalendarYear view={view} pending={pending} year={year} years={years} onYear={look} />
          <CalendarSpans view={view} year={year} />
        </Stack>
      </Box>
    </>
  );
}

/** Looks again until it is over; the page above reads the same reply. */
function Redating() {
  const { t } = useTexts();
  const { communityId } = useNamed();
  useRoute(deadlineRoutes.calendar, { query: { communityId } }, { every: LOOK_EVERY });
  return <Notice>{t('tickets.calendar.redating')}</Notice>;
}
