/** The days of a year that notices changed, span by span; giving a span back to the ordinary week undoes it. */
import { useState } from 'react';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import type { NoticeSpan } from '@sevengrid/shared/tickets/read-notice';
import { Box, Button, Card, Chip, FaultNotice, Heading, ListRow, Muted, Notice, Sheet, Span } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { CHANGED_BY_CALENDAR, daysIn, spanWords, spansOf } from './calendar-days';

interface SpanLineProps {
  span: NoticeSpan;
  /** The year that goes without saying. */
  unsaid?: number;
  /** What to look at before it is saved, line by line. */
  doubts?: readonly string[];
  /** What may be done with it. */
  verb?: string;
  onVerb?: () => void;
}

export function SpanLine({ span, unsaid, doubts = [], verb, onVerb }: SpanLineProps) {
  const { t } = useTexts();
  const words = spanWords(t, span, unsaid);
  const off = span.kind === 'off';
  const row = (
    <ListRow
      title={<Span className="whole-words">{words}</Span>}
      note={
        <>
          <Chip tone={off ? 'urgent' : 'calm'} shape={off ? 'dot' : 'ring'}>
            {t(`tickets.calendar.kind.${span.kind}`)}
          </Chip>
          <Span>{` ${[span.name, t('tickets.calendar.days.n', { n: daysIn(span).length })].filter(Boolean).join(' · ')}`}</Span>
        </>
      }
      after={
        verb && onVerb ? (
          <Button kind="ghost" label={`${verb} ${words}`} onPress={onVerb}>
            {verb}
          </Button>
        ) : undefined
      }
    />
  );
  if (doubts.length === 0) return row;
  return (
    <Box className="calendar-doubted">
      {row}
      <Notice tone="warn">
        {doubts.map((words) => (
          <Box key={words}>{words}</Box>
        ))}
      </Notice>
    </Box>
  );
}

interface CalendarSpansProps {
  view: CalendarView;
  year: number;
}

export function CalendarSpans({ view, year }: CalendarSpansProps) {
  const { t } = useTexts();
  const [chosen, choose] = useState<NoticeSpan>();
  const spans = spansOf(view.days, year);
  return (
    <Card>
      <Heading>{`${year} · ${t('tickets.calendar.days')}`}</Heading>
      {spans.length === 0 && <Muted>{t('tickets.calendar.none')}</Muted>}
      {spans.map((span) => (
        <SpanLine
          key={span.from}
          span={span}
          unsaid={year}
          {...(view.editable ? { verb: t('tickets.calendar.remove'), onVerb: () => choose(span) } : {})}
        />
      ))}
      {chosen && <GiveBack communityId={view.communityId} span={chosen} onClose={() => choose(undefined)} />}
    </Card>
  );
}

interface GiveBackProps {
  communityId: string;
  span: NoticeSpan;
  onClose: () => void;
}

function GiveBack({ communityId, span, onClose }: GiveBackProps) {
  const { t } = useTexts();
  const give = useDo(deadlineRoutes.writeDays, { then: onClose, refresh: CHANGED_BY_CALENDAR });
  const days = daysIn(span).map((day) => ({ day, kind: 'ordinary' as const, name: '' }));
  return (
    <Sheet
      open
      title={t('tickets.calendar.undo.title')}
      onClose={onClose}
      verb={t('tickets.calendar.remove')}
      onVerb={() => void give.run({ body: { communityId, days } })}
      busy={give.busy}
    >
      <SpanLine span={span} />
      <Muted>{t('tickets.calendar.undo.lead', { n: days.length })}</Muted>
      <FaultNotice fault={give.fault} onClose={give.clear} />
    </Sheet>
  );
}
