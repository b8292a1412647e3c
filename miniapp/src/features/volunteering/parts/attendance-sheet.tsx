/** One attendance, looked at closely: how it is known, what speaks against it, and the word it still wants. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { AttendanceView } from '@sevengrid/shared/volunteering/presence.views';
import { Button, Facts, FaultNotice, Muted, Row, Sheet, Stack, type Fact } from '../../../ui';
import { spanText, useDo, useTexts, type TextKey } from '../../../use';
import { Signals, StandingChip, timesOf } from './attendance-row';

const MINUTE = 60_000;

function useFactsOf(of: AttendanceView): Fact[] {
  const { t } = useTexts();
  const said: [TextKey, string | null][] = [
    ['volunteering.attendance.addedBy', of.addedBy],
    ['volunteering.attendance.because', of.addedBecause],
    ['volunteering.attendance.seconded', of.secondedBy],
    ['volunteering.attendance.ticked', of.tickedBy],
  ];
  return [
    { label: t('volunteering.activity.when'), value: timesOf(t, of) },
    { label: t('volunteering.attendance.how'), value: t(`volunteering.how.${of.how}`) },
    ...said.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value }])),
  ];
}

export interface AttendanceSheetProps {
  of: AttendanceView;
  activity: ActivityView;
  onClose: () => void;
}

export function AttendanceSheet({ of, activity, onClose }: AttendanceSheetProps) {
  const { t } = useTexts();
  const facts = useFactsOf(of);
  const old = { refresh: [presenceRoutes.board, activityRoutes.one], then: onClose };
  const tick = useDo(presenceRoutes.tick, old);
  const second = useDo(presenceRoutes.second, old);
  const say = (counts: boolean): void =>
    void tick.run({ params: { id: activity.id }, body: { attendanceIds: [of.id], counts } });
  const mayTick = activity.moves.includes('tick') && !of.own && of.standing !== 'needs_second';
  return (
    <Sheet open title={of.displayName} onClose={onClose}>
      <Stack gap={4}>
        <StandingChip of={of.standing} />
        <Facts items={facts} />
        {of.autoOut && <Muted>{t('volunteering.board.autoOut')}</Muted>}
        {of.minutes > 0 && <Muted>{t('volunteering.board.minutes', { span: spanText(t, of.minutes * MINUTE) })}</Muted>}
        {of.signals.length > 0 && (
          <Stack gap={2}>
            <Muted>{t('volunteering.signals')}</Muted>
            <Signals of={of.signals} />
            <Muted>{t('volunteering.signals.lead')}</Muted>
          </Stack>
        )}
        {of.own && <Muted>{t('volunteering.attendance.own')}</Muted>}
        <FaultNotice fault={tick.fault ?? second.fault} onClose={tick.clear} />
        {of.standing === 'needs_second' && activity.moves.includes('second') && !of.own && (
          <Button busy={second.busy} onPress={() => void second.run({ params: { id: of.id } })}>
            {t('volunteering.second')}
          </Button>
        )}
        {mayTick && (
          <Row wrap gap={2}>
            <Button grow icon="check" busy={tick.busy} onPress={() => say(true)}>
              {t('volunteering.tick.yes')}
            </Button>
            <Button grow kind="secondary" busy={tick.busy} onPress={() => say(false)}>
              {t('volunteering.tick.no')}
            </Button>
          </Row>
        )}
      </Stack>
    </Sheet>
  );
}
