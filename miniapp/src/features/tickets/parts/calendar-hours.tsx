/** The hours of an ordinary week: weekdays and the parts of a day, with an example of what they mean before they are saved. */
import { useMemo, useState } from 'react';
import { wallTime } from '@sevengrid/shared/kernel/days';
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { CalendarView } from '@sevengrid/shared/tickets/deadlines.views';
import {
  Box,
  Button,
  Card,
  ChoiceSet,
  FaultNotice,
  Heading,
  IconButton,
  Muted,
  Notice,
  WhenField,
  Words,
} from '../../../ui';
import { fullWhenText, useClock, useDo, useTexts, weekdayText } from '../../../use';
import { CHANGED_BY_CALENDAR, intervalOf, shiftOf, type Shift } from './calendar-days';
import { areHours, hoursExample } from './calendar-example';

const WEEK = ['1', '2', '3', '4', '5', '6', '0'] as const;
const MOST_SHIFTS = 6;
const NEW_SHIFT: Shift = { from: '', to: '' };

/** The hours as they stand in the form, whether they hold, and the saving of them. */
function useHours(view: CalendarView) {
  const [weekdays, setWeekdays] = useState(view.weekdays.map(String));
  const [shifts, setShifts] = useState<Shift[]>(view.intervals.map(shiftOf));
  const save = useDo(deadlineRoutes.writeHours, { refresh: CHANGED_BY_CALENDAR });
  const { communityId } = view;
  const body = useMemo(
    () => ({ communityId, weekdays: weekdays.map(Number), intervals: shifts.map(intervalOf) }),
    [communityId, weekdays, shifts],
  );
  const hours = { offset: view.offset, ...body };
  const holds = areHours(hours);
  const change = (nth: number, part: Partial<Shift>): void =>
    setShifts(shifts.map((shift, at) => (at === nth ? { ...shift, ...part } : shift)));
  return {
    ...{ weekdays, setWeekdays, shifts, change, holds, hours, save },
    add: () => setShifts([...shifts, NEW_SHIFT]),
    remove: (nth: number) => setShifts(shifts.filter((_, at) => at !== nth)),
    send: () => void (holds && save.run({ body })),
  };
}

export function CalendarHours({ view }: { view: CalendarView }) {
  const { t } = useTexts();
  const form = useHours(view);
  const now = useClock();
  const today = wallTime(now, view.offset).day;
  const example = hoursExample(form.hours, today);
  return (
    <Card>
      <Heading>{t('tickets.calendar.hours')}</Heading>
      <ChoiceSet
        label={t('tickets.calendar.weekdays')}
        options={WEEK.map((value) => ({ value, label: weekdayText(t, Number(value)) }))}
        values={form.weekdays as (typeof WEEK)[number][]}
        onChange={form.setWeekdays}
      />
      {form.shifts.map((shift, nth) => (
        <ShiftRow key={nth} shift={shift} nth={nth} form={form} />
      ))}
      {form.shifts.length < MOST_SHIFTS && (
        <Button kind="ghost" icon="plus" onPress={form.add}>
          {t('tickets.calendar.interval.add')}
        </Button>
      )}
      {example ? (
        <Muted>
          {t('tickets.calendar.hours.example', {
            from: fullWhenText(t, example.from, now, view.offset),
            to: fullWhenText(t, example.to, now, view.offset),
          })}
        </Muted>
      ) : (
        <Notice tone="warn">{t('tickets.calendar.hours.wrong')}</Notice>
      )}
      <FaultNotice fault={form.save.fault} onClose={form.save.clear} />
      {form.save.done && (
        <Notice tone="good" onClose={form.save.clear}>
          {t('tickets.calendar.saved')}
        </Notice>
      )}
      <Button kind="secondary" busy={form.save.busy} disabled={!form.holds} onPress={form.send}>
        {t('tickets.calendar.saveHours')}
      </Button>
    </Card>
  );
}

interface ShiftRowProps {
  shift: Shift;
  nth: number;
  form: Pick<ReturnType<typeof useHours>, 'change' | 'remove' | 'shifts'>;
}

function ShiftRow({ shift, nth, form }: ShiftRowProps) {
  const { t } = useTexts();
  const n = nth + 1;
  const name = t('tickets.calendar.interval', { n });
  return (
    <Box className="calendar-shift" role="group" label={name}>
      <WhenField
        kind="time"
        label={`${name} ${t('tickets.calendar.from')}`}
        value={shift.from}
        onChange={(from) => form.change(nth, { from })}
      />
      <WhenField
        kind="time"
        label={`${name} ${t('tickets.calendar.to')}`}
        value={shift.to}
        onChange={(to) => form.change(nth, { to })}
      />
      {form.shifts.length > 1 && (
        <IconButton
          icon="close"
          label={t('tickets.calendar.interval.remove', { n })}
          onPress={() => form.remove(nth)}
        />
      )}
    </Box>
  );
}

/** For those who may not change them. */
export function HoursRead({ view: { weekdays, intervals } }: { view: CalendarView }) {
  const { t } = useTexts();
  return (
    <Card>
      <Heading>{t('tickets.calendar.hours')}</Heading>
      <Words>{weekdays.map((day) => weekdayText(t, day)).join(' ')}</Words>
      <Words>{intervals.map((one) => `${shiftOf(one).from} – ${shiftOf(one).to}`).join(' · ')}</Words>
      <Muted>{t('tickets.calendar.readOnly')}</Muted>
    </Card>
  );
}
