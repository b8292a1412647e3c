/** Enters an official notice: pasted whole and read, or span by span; says what will follow before anything is saved. */
import { wallTime } from '@sevengrid/shared/kernel/days';
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import {
  Box,
  Button,
  Card,
  FaultNotice,
  FootFault,
  Heading,
  Muted,
  Notice,
  RestoredDraft,
  TextArea,
} from '../../../ui';
import { fullWhenText, useClock, useTexts } from '../../../use';
import { doubtWords, yearOf } from './calendar-days';
import { noticeExample } from './calendar-example';
import { CalendarSpanForm } from './calendar-span-form';
import { SpanLine } from './calendar-spans';
import type { NoticeEntry } from './use-notice';

const LONGEST_NOTICE = 4000;

export function CalendarNotice({ view, entry }: { view: CalendarView; entry: NoticeEntry }) {
  const { t } = useTexts();
  const { save } = entry;
  return (
    <>
      {save.done && (
        <Notice tone="good" onClose={save.clear}>
          {t('tickets.calendar.saved')}
        </Notice>
      )}
      <Paste entry={entry} />
      <CalendarSpanForm onAdd={entry.add} />
      {entry.draft.form.spans.length > 0 && <Pending view={view} entry={entry} />}
    </>
  );
}

function Paste({ entry }: { entry: NoticeEntry }) {
  const { t } = useTexts();
  const { text, read } = entry.draft.form;
  return (
    <Card>
      <Heading>{t('tickets.calendar.notice')}</Heading>
      <Muted>{t('tickets.calendar.notice.lead')}</Muted>
      <TextArea
        label={t('tickets.calendar.notice.paste')}
        optional
        value={text}
        onChange={entry.say}
        max={LONGEST_NOTICE}
        placeholder={t('tickets.calendar.notice.placeholder')}
      />
      {read === 0 && <Notice tone="warn">{t('tickets.calendar.notice.nothing')}</Notice>}
      {read !== undefined && read > 0 && <Notice>{t('tickets.calendar.notice.found', { n: read })}</Notice>}
      <Button kind="secondary" disabled={text.trim() === ''} onPress={entry.read}>
        {t('tickets.calendar.notice.read')}
      </Button>
    </Card>
  );
}

/** What was entered and is not saved, what will follow, and the verb. */
function Pending({ view, entry }: { view: CalendarView; entry: NoticeEntry }) {
  const { t } = useTexts();
  const { days, save, draft } = entry;
  const now = useClock();
  const today = wallTime(now, view.offset).day;
  const known = new Set(view.days.map(({ day }) => day));
  const again = days.filter(({ day }) => known.has(day)).length;
  const off = days.filter(({ kind }) => kind === 'off').length;
  const example = noticeExample(view, draft.form.spans);
  const when = (instant: number): string => fullWhenText(t, instant, now, view.offset);
  return (
    <Card>
      <Heading>{t('tickets.calendar.pending')}</Heading>
      <RestoredDraft draft={draft} />
      <Box>
        {draft.form.spans.map((span) => (
          <SpanLine
            key={`${span.from}${span.to}${span.kind}`}
            span={span}
            unsaid={yearOf(today)}
            doubts={doubtWords(t, span, today)}
            verb={t('tickets.calendar.take')}
            onVerb={() => entry.remove(span)}
          />
        ))}
      </Box>
      <Notice>
        <Box>{t('tickets.calendar.count', { off, work: days.length - off })}</Box>
        {again > 0 && <Box>{t('tickets.calendar.again', { n: again })}</Box>}
        <Box>{t('tickets.calendar.consequence')}</Box>
        {example && (
          <Box>{t('tickets.calendar.notice.example', { from: when(example.from), to: when(example.to) })}</Box>
        )}
      </Notice>
      <FaultNotice fault={save.fault} onClose={save.clear} />
      <FootFault when={entry.wrong} />
      <Button busy={save.busy} onPress={entry.send}>
        {t('tickets.calendar.save.n', { n: days.length })}
      </Button>
    </Card>
  );
}
