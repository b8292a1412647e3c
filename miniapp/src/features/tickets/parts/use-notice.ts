/** A notice on its way into the calendar: what was pasted, the spans read or added, and the one saving of them; kept as a draft. */
import { useMemo, useState } from 'react';
import { WriteDays } from '@sevengrid/shared/tickets/deadlines.requests';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import { daysOfSpans, readNotice, type NoticeSpan } from '@sevengrid/shared/tickets/read-notice';
import { CHANGED_BY_CALENDAR, yearOf } from './calendar-days';
import { useDo, useDraft, useForm } from '../../../use';

interface NoticeForm {
  text: string;
  spans: NoticeSpan[];
  /** How many were read from the text; undefined until it was tried. */
  read?: number;
}

const BLANK: NoticeForm = { text: '', spans: [] };

const byDay = (a: NoticeSpan, b: NoticeSpan): number => (a.from < b.from ? -1 : 1);

/** The year to look at: that of the last of the spans. */
const yearIn = (spans: readonly NoticeSpan[]): number | undefined => {
  const last = spans.reduce((latest, { to }) => (to > latest ? to : latest), '');
  return last === '' ? undefined : yearOf(last);
};

/** `today` is the community's. */
export function useNotice(communityId: string, today: string) {
  const draft = useDraft<NoticeForm>(`tickets.calendar.${communityId}`, BLANK);
  const { text, spans } = draft.form;
  const [year, look] = useState(() => yearIn(spans) ?? yearOf(today));
  const days = useMemo(() => daysOfSpans(spans), [spans]);
  const body = useMemo(() => ({ communityId, days }), [communityId, days]);
  const form = useForm(WriteDays, body);
  const save = useDo(deadlineRoutes.writeDays, { then: draft.startAfresh, refresh: CHANGED_BY_CALENDAR });
  const keep = (next: NoticeSpan[], read?: number): void =>
    draft.put({ spans: [...next].sort(byDay), ...(read === undefined ? {} : { read }) });
  /** The calendar shows the year of what came. */
  const bring = (kept: readonly NoticeSpan[], found: readonly NoticeSpan[], read?: number): void => {
    keep([...kept, ...found], read);
    look(yearIn(found) ?? year);
  };
  return {
    draft,
    days,
    save,
    year,
    look,
    say: (next: string) => draft.put({ text: next, read: undefined }),
    read: () => {
      const found = readNotice(text, today);
      const others = spans.filter((span) => !found.some(({ from, to }) => from === span.from && to === span.to));
      bring(others, found, found.length);
    },
    add: (span: NoticeSpan) => bring(spans, [span]),
    remove: (span: NoticeSpan) => keep(spans.filter((one) => one !== span)),
    send: () => void (form.check() && save.run({ body })),
    /** Too many at once, or a name too long. */
    wrong: form.wrong,
  };
}

export type NoticeEntry = ReturnType<typeof useNotice>;
