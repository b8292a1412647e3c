/** One span by hand: off or worked, from which day to which, and what it is called. */
import { useState } from 'react';
import type { NoticeSpan } from '@sevengrid/shared/tickets/read-notice';
import { Box, Button, ChoiceList, Field, WhenField } from '../../../ui';
import { useTexts } from '../../../use';
import { Fold } from './fold';

const LONGEST_NAME = 60;
const DAY = 86_400_000;
/** A holiday of more days than that is a slip of the finger. */
const MOST_DAYS = 60;

interface Blank {
  kind: NoticeSpan['kind'];
  from: string;
  to: string;
  name: string;
}

const BLANK: Blank = { kind: 'off', from: '', to: '', name: '' };

/** The last day may be left out: one day then. */
const endOf = ({ from, to }: Blank): string => (to === '' ? from : to);

function holds(form: Blank): boolean {
  const days = (Date.parse(endOf(form)) - Date.parse(form.from)) / DAY;
  return days >= 0 && days < MOST_DAYS;
}

/** The form, and the adding of what it says; kind and name stay for the next span of the same festival. */
function useSpan(onAdd: (span: NoticeSpan) => void) {
  const { t } = useTexts();
  const [form, setForm] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const add = (): void => {
    setTried(true);
    if (!holds(form)) return;
    onAdd({ kind: form.kind, from: form.from, to: endOf(form), name: form.name.trim() });
    setForm({ ...BLANK, kind: form.kind, name: form.name });
    setTried(false);
  };
  return {
    form,
    add,
    put: (part: Partial<Blank>) => setForm({ ...form, ...part }),
    error: tried && !holds(form) ? t('tickets.calendar.day.wrong') : undefined,
  };
}

export function CalendarSpanForm({ onAdd }: { onAdd: (span: NoticeSpan) => void }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const { form, put, add, error } = useSpan(onAdd);
  return (
    <Fold
      icon="calendar"
      title={t('tickets.calendar.add')}
      hint={t('tickets.calendar.add.hint')}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <ChoiceList
        label={t('tickets.calendar.kind')}
        columns={2}
        options={(['off', 'work'] as const).map((value) => ({ value, label: t(`tickets.calendar.kind.${value}`) }))}
        value={form.kind}
        onChange={(kind) => put({ kind })}
      />
      <Box className="calendar-shift">
        <WhenField
          kind="date"
          label={t('tickets.calendar.add.from')}
          value={form.from}
          onChange={(from) => put({ from })}
          error={error}
        />
        <WhenField
          kind="date"
          label={t('tickets.calendar.add.to')}
          optional
          value={form.to}
          onChange={(to) => put({ to })}
        />
      </Box>
      <Field
        label={t('tickets.calendar.name')}
        optional
        max={LONGEST_NAME}
        placeholder={t('tickets.calendar.name.placeholder')}
        value={form.name}
        onChange={(name) => put({ name })}
      />
      <Button kind="secondary" icon="plus" onPress={add}>
        {t('tickets.calendar.add.verb')}
      </Button>
    </Fold>
  );
}
