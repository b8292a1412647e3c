/** What waits for somebody's word after an activity: ticked together, or looked at one by one. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import { MOST_CALLED } from '@sevengrid/shared/volunteering/presence.requests';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { AttendanceView } from '@sevengrid/shared/volunteering/presence.views';
import { Box, Button, Card, FaultNotice, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { Signals, timesOf } from './attendance-row';
import { PickList } from './pick-list';

export interface ConfirmListProps {
  id: string;
  /** Each wants a tick, and none is one's own. */
  items: readonly AttendanceView[];
}

export function ConfirmList({ id, items }: ConfirmListProps) {
  const { t } = useTexts();
  const [picked, pick] = useState<string[]>([]);
  const tick = useDo(presenceRoutes.tick, {
    refresh: [presenceRoutes.board, activityRoutes.one],
    then: () => pick([]),
  });
  const attendanceIds = picked.filter((one) => items.some((item) => item.id === one));
  const say = (counts: boolean): void => void tick.run({ params: { id }, body: { attendanceIds, counts } });
  return (
    <Card>
      <Stack gap={3}>
        <PickList
          label={t('volunteering.board.open')}
          items={items.map((of) => ({
            id: of.id,
            name: of.displayName,
            note: (
              <>
                <Box>{of.autoOut ? `${timesOf(t, of)} · ${t('volunteering.board.autoOut')}` : timesOf(t, of)}</Box>
                {of.signals.length > 0 && <Signals of={of.signals} />}
              </>
            ),
          }))}
          picked={attendanceIds}
          onPick={pick}
          most={MOST_CALLED}
        />
        <FaultNotice fault={tick.fault} onClose={tick.clear} />
        <Stack gap={2}>
          <Button disabled={attendanceIds.length === 0} busy={tick.busy} onPress={() => say(true)}>
            {t('volunteering.tick.n', { n: attendanceIds.length })}
          </Button>
          <Button kind="secondary" disabled={attendanceIds.length === 0} busy={tick.busy} onPress={() => say(false)}>
            {t('volunteering.tick.no')}
          </Button>
        </Stack>
      </Stack>
    </Card>
  );
}
