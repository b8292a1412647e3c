/** Asks for somebody's last day before a role or a term is ended: today, at once, or another day. */
import { useMemo, useState } from 'react';
import { EndTerm } from '@sevengrid/shared/identity/set-up.requests';
import { dayPlus, isDay, wallTime } from '@sevengrid/shared/kernel/days';
import type { ApiFault } from '../../../api/fault';
import { ChoiceList, FaultNotice, Field, Muted, Sheet, Stack } from '../../../ui';
import { useClock, useForm, useMe, useTexts } from '../../../use';

type When = 'today' | 'now' | 'day';

export interface EndSheetProps {
  title: string;
  lead?: string;
  /** The last day as it was read. */
  was: string | null;
  doing: { busy: boolean; fault: ApiFault | undefined; clear: () => void };
  onEnd: (body: EndTerm) => void;
  onClose: () => void;
}

export function EndSheet({ title, lead, was, doing, onEnd, onClose }: EndSheetProps) {
  const { t } = useTexts();
  const { me } = useMe();
  const today = wallTime(useClock(), me?.tzOffset ?? 480).day;
  const [when, setWhen] = useState<When>('today');
  const [day, setDay] = useState('');
  const lastDay = { today, now: dayPlus(today, -1), day: day.trim() }[when];
  const body = useMemo(() => ({ lastDay, ...(was === null ? {} : { was }) }), [lastDay, was]);
  const { check, errorOf } = useForm(EndTerm, body);
  const end = (): void => {
    if (check() && isDay(lastDay)) onEnd(body);
  };
  return (
    <Sheet
      open
      danger
      title={title}
      onClose={onClose}
      verb={t('setup.account.role.end')}
      onVerb={end}
      busy={doing.busy}
    >
      <Stack>
        {lead && <Muted>{lead}</Muted>}
        <FaultNotice fault={doing.fault} onClose={doing.clear} />
        <ChoiceList<When>
          label={t('setup.end.when')}
          options={[
            { value: 'today', label: t('setup.end.today') },
            { value: 'now', label: t('setup.end.now'), hint: t('setup.end.now.hint') },
            { value: 'day', label: t('setup.end.day') },
          ]}
          value={when}
          onChange={setWhen}
        />
        {when === 'day' && (
          <Field
            label={t('setup.end.day.label')}
            hint={t('setup.account.day.hint')}
            max={10}
            value={day}
            onChange={setDay}
            onEnter={end}
            error={errorOf('lastDay') && t('setup.account.day.wrong')}
          />
        )}
      </Stack>
    </Sheet>
  );
}
