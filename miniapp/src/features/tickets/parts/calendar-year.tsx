/** A year at a glance: each month as weeks, days off filled and make-up workdays framed; what is not saved yet is dashed. */
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import type { NoticeSpan } from '@sevengrid/shared/tickets/read-notice';
import { Box, Card, FilterChips, Heading, Row, Span } from '../../../ui';
import { useTexts, useWide, type TextKey, type Translate } from '../../../use';
import { looksOf, monthDays, type DayLook } from './calendar-days';

const MONTHS = Array.from({ length: 12 }, (_, n) => n + 1);
/** Weeks begin on Monday. */
const WEEK: readonly TextKey[] = [1, 2, 3, 4, 5, 6, 0].map((n) => `tickets.calendar.w.${n}` as TextKey);

interface MonthProps {
  year: number;
  month: number;
  lookOf: (day: string) => DayLook;
}

const dateOf = (day: string): number => Number(day.slice(8));

/** For those who do not see the picture: which days are off and which are worked. */
function saidOf(t: Translate, { year, month, lookOf }: MonthProps): string {
  const days = monthDays(year, month).filter((day) => day !== null);
  const told = (['off', 'work'] as const).flatMap((kind) => {
    const dates = days.filter((day) => lookOf(day).kind === kind).map(dateOf);
    return dates.length > 0 ? [`${t(`tickets.calendar.kind.${kind}`)} ${dates.join(' ')}`] : [];
  });
  const pending = days.filter((day) => lookOf(day).pending).map(dateOf);
  return [
    t('tickets.calendar.month', { month }),
    ...(told.length > 0 ? told : [t('tickets.calendar.month.plain')]),
    ...(pending.length > 0 ? [`${t('tickets.calendar.pending')} ${pending.join(' ')}`] : []),
  ].join(' · ');
}

function Month(props: MonthProps) {
  const { t } = useTexts();
  const { year, month, lookOf } = props;
  return (
    <Box className="calendar-month" role="img" label={saidOf(t, props)}>
      <Box className="calendar-month-name">{t('tickets.calendar.month', { month })}</Box>
      <Box className="calendar-grid">
        {WEEK.map((key) => (
          <Span key={key} className="calendar-weekday">
            {t(key)}
          </Span>
        ))}
        {monthDays(year, month).map((day, at) => {
          if (day === null) return <Span key={`before${at}`} />;
          const { kind, pending } = lookOf(day);
          return (
            <Span key={day} className={`calendar-day is-${kind} ${pending ? 'is-pending' : ''}`}>
              {dateOf(day)}
            </Span>
          );
        })}
      </Box>
    </Box>
  );
}

function Legend() {
  const { t } = useTexts();
  return (
    <Row gap={3} wrap className="calendar-legend">
      <Span className="calendar-mark is-off">{t('tickets.calendar.kind.off')}</Span>
      <Span className="calendar-mark is-work">{t('tickets.calendar.kind.work')}</Span>
      <Span className="calendar-mark is-plain is-pending">{t('tickets.calendar.pending')}</Span>
    </Row>
  );
}

interface CalendarYearProps {
  view: CalendarView;
  pending: readonly NoticeSpan[];
  year: number;
  years: readonly number[];
  onYear: (year: number) => void;
}

/** On a phone only the months in which something is different. */
export function CalendarYear({ view, pending, year, years, onYear }: CalendarYearProps) {
  const { t } = useTexts();
  const wide = useWide();
  const lookOf = looksOf(view, pending);
  const differs = (month: number): boolean =>
    monthDays(year, month).some((day) => day !== null && ['off', 'work'].includes(lookOf(day).kind));
  return (
    <Card>
      <Heading>{t('tickets.calendar.glance')}</Heading>
      <FilterChips
        label={t('tickets.calendar.year')}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        value={String(year)}
        onChange={(next) => onYear(Number(next))}
      />
      <Legend />
      <Box className="calendar-months">
        {MONTHS.filter((month) => wide || differs(month)).map((month) => (
          <Month key={month} year={year} month={month} lookOf={lookOf} />
        ))}
      </Box>
    </Card>
  );
}
