/** Who is away from a grid, now and later, and taking leave back. */
import { useState } from 'react';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import type { LeaveView } from '@sevengrid/shared/grids/views';
import { Avatar, Button, Card, FaultNotice, Heading, ListRow, Loaded, Muted, Sheet, Span, Stack } from '../../../ui';
import { useClock, useDo, useMe, useRoute, useTexts } from '../../../use';
import { leaveDay } from './leave-days';

export function LeaveRows({ gridId }: { gridId: string }) {
  const { t } = useTexts();
  const { me, may } = useMe();
  const now = useClock();
  const [chosen, choose] = useState<LeaveView>();
  const leaves = useRoute(gridRoutes.leaves, { params: { id: gridId } });
  return (
    <Card>
      <Heading>{t('grids.leave.now')}</Heading>
      <Loaded of={leaves} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Muted>{`${t('grids.leave.none')} · ${t('grids.leave.none.hint')}`}</Muted>
          ) : (
            items.map((leave) => (
              <ListRow
                key={leave.id}
                before={<Avatar name={leave.displayName} size="small" />}
                title={leave.displayName}
                note={
                  <Span className="whole-words">
                    {t('grids.leave.span', { from: leaveDay(t, leave.from, now), to: leaveDay(t, leave.to, now) })}
                  </Span>
                }
                after={
                  leave.workerId === me?.id || may('leave.record') ? (
                    <Button
                      kind="ghost"
                      label={`${t('grids.leave.cancel')} ${leave.displayName}`}
                      onPress={() => choose(leave)}
                    >
                      {t('grids.leave.cancel')}
                    </Button>
                  ) : undefined
                }
              />
            ))
          )
        }
      </Loaded>
      {chosen && <CancelSheet leave={chosen} onClose={() => choose(undefined)} />}
    </Card>
  );
}

function CancelSheet({ leave, onClose }: { leave: LeaveView; onClose: () => void }) {
  const now = useClock();
  const { t } = useTexts();
  const cancel = useDo(gridRoutes.cancelLeave, { then: onClose });
  return (
    <Sheet
      open
      title={`${t('grids.leave.cancel')} · ${leave.displayName}`}
      onClose={onClose}
      verb={t('grids.leave.cancel')}
      onVerb={() => void cancel.run({ params: { id: leave.id } })}
      busy={cancel.busy}
    >
      <Stack>
        <Muted className="whole-words">
          {t('grids.leave.span', { from: leaveDay(t, leave.from, now), to: leaveDay(t, leave.to, now) })}
        </Muted>
        <Muted>{t('grids.leave.cancel.lead')}</Muted>
        <FaultNotice fault={cancel.fault} onClose={cancel.clear} />
      </Stack>
    </Sheet>
  );
}
