/** Records leave: who, from which day, how many days; says who answers meanwhile before anything is sent. */
import { useMemo, useState } from 'react';
import { RecordLeave } from '@sevengrid/shared/grids/requests';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { GridView } from '@sevengrid/shared/grids/views';
import {
  Button,
  Card,
  ChoiceList,
  FaultNotice,
  Field,
  Heading,
  Muted,
  Notice,
  Sheet,
  Span,
  Stack,
  Strong,
} from '../../../ui';
import { dayText, useClock, useDo, useForm, useMe, useTexts } from '../../../use';
import { dayAfter, daysFrom } from './leave-days';

const LONGEST = 90;

/** Who goes, from when, how long, and the request that says so. */
function useLeave(grid: GridView) {
  const { me, may } = useMe();
  const days = daysFrom(useClock());
  const own = grid.workers.find(({ id }) => id === me?.id);
  const people = may('leave.record') ? grid.workers : own ? [own] : [];
  const [chosen, setWho] = useState<string>();
  // Who I am may come later than the grid, so the default is no first state.
  const who = chosen ?? own?.id ?? (people.length === 1 ? people[0]?.id : undefined);
  const [from, setFrom] = useState(days[0] ?? '');
  const [length, setLength] = useState('1');
  const n = Number(length);
  const fits = /^\d{1,2}$/.test(length) && n >= 1 && n <= LONGEST;
  const body = useMemo(() => ({ from, to: fits ? dayAfter(from, n - 1) : '' }), [from, fits, n]);
  const { check, errorOf } = useForm(RecordLeave, body);
  const [sure, ask] = useState(false);
  const close = (): void => ask(false);
  const record = useDo(gridRoutes.recordLeave, { then: close });
  const send = (): void => void (who && record.run({ params: { id: who }, body }));
  const begin = (): void => ask(check() && who !== undefined);
  const asking = { sure, begin, close };
  return {
    asking,
    people,
    who,
    setWho,
    days,
    from,
    setFrom,
    length,
    setLength,
    n,
    fits,
    to: body.to,
    errorOf,
    record,
    send,
  };
}

export function LeaveForm({ grid }: { grid: GridView }) {
  const { t } = useTexts();
  const leave = useLeave(grid);
  const { people, days, from, fits, record, errorOf } = leave;
  const told = { from: dayText(t, from), to: fits ? dayText(t, leave.to) : '', n: leave.n };
  if (people.length === 0) return null;
  if (grid.workers.length < 2) return <Notice tone="warn">{t('grids.leave.backup.none')}</Notice>;
  return (
    <Card>
      <Heading>{t('grids.leave.record')}</Heading>
      {people.length > 1 && (
        <ChoiceList
          label={t('grids.leave.who')}
          options={people.map((of) => ({ value: of.id, label: of.displayName, hint: t(`grids.grid.role.${of.role}`) }))}
          value={leave.who}
          onChange={leave.setWho}
        />
      )}
      <ChoiceList
        label={t('grids.leave.from')}
        columns={2}
        options={days.map((day, nth) => ({ value: day, label: nth === 0 ? t('grids.leave.today') : dayText(t, day) }))}
        value={from}
        onChange={leave.setFrom}
        error={errorOf('from')}
      />
      <Field
        label={t('grids.leave.days')}
        kind="number"
        max={2}
        value={leave.length}
        onChange={leave.setLength}
        error={errorOf('to')}
      />
      {fits && (
        <Notice tone="info">
          <Span className="whole-words">{t('grids.leave.told', told)}</Span>
        </Notice>
      )}
      {record.done && <Saved onClose={record.clear} />}
      <Button disabled={!leave.who} onPress={leave.asking.begin}>
        {t('grids.leave.save')}
      </Button>
      {leave.asking.sure && <Sure told={told} leave={leave} />}
    </Card>
  );
}

function Saved({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Notice tone="good" onClose={onClose}>
      {t('grids.leave.saved')}
    </Notice>
  );
}

interface SureProps {
  told: { from: string; to: string; n: number };
  leave: ReturnType<typeof useLeave>;
}

/** Said once more before it counts: from then on the backup answers. */
function Sure({ told, leave: { people, who, record, send, asking } }: SureProps) {
  const { t } = useTexts();
  return (
    <Sheet
      open
      title={t('grids.leave.sure')}
      onClose={asking.close}
      verb={t('grids.leave.save')}
      onVerb={send}
      busy={record.busy}
    >
      <Stack>
        <Strong>{people.find(({ id }) => id === who)?.displayName}</Strong>
        <Muted className="whole-words">{t('grids.leave.told', told)}</Muted>
        <FaultNotice fault={record.fault} onClose={record.clear} />
      </Stack>
    </Sheet>
  );
}
