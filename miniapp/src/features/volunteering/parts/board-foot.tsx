/** At the foot of the board: somebody added by hand, and, when all is decided, the list put up. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { awardRoutes } from '@sevengrid/shared/volunteering/awards.routes';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { replace } from '../../../platform/navigate';
import { Button, FaultNotice, Muted, Row, Sheet, Stack } from '../../../ui';
import { useDo, useTexts } from '../../../use';
import { AddSheet } from './add-sheet';

export interface BoardFootProps {
  activity: ActivityView;
  /** How many wait for somebody's word. */
  open: number;
}

export function BoardFoot({ activity, open }: BoardFootProps) {
  const { t } = useTexts();
  const [sheet, show] = useState<'add' | 'announce'>();
  const close = (): void => show(undefined);
  const { moves } = activity;
  if (!moves.includes('add') && !moves.includes('announce')) return null;
  return (
    <Stack className="grow">
      {moves.includes('announce') && open > 0 && <Muted>{t('volunteering.announce.open', { n: open })}</Muted>}
      <Row wrap gap={2}>
        {moves.includes('add') && (
          <Button grow kind="secondary" icon="plus" onPress={() => show('add')}>
            {t('volunteering.add')}
          </Button>
        )}
        {moves.includes('announce') && (
          <Button grow disabled={open > 0} onPress={() => show('announce')}>
            {t('volunteering.announce')}
          </Button>
        )}
      </Row>
      {sheet === 'add' && <AddSheet id={activity.id} onClose={close} />}
      {sheet === 'announce' && <Announce id={activity.id} onClose={close} />}
    </Stack>
  );
}

function Announce({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts();
  const announce = useDo(awardRoutes.announce, {
    refresh: [presenceRoutes.board, activityRoutes.one, activityRoutes.list, awardRoutes.notice],
    then: () => replace('volunteering/notice', { id }),
  });
  return (
    <Sheet
      open
      title={t('volunteering.announce.sure')}
      onClose={onClose}
      verb={t('volunteering.announce')}
      onVerb={() => void announce.run({ params: { id } })}
      busy={announce.busy}
    >
      <Stack>
        <Muted>{t('volunteering.announce.lead')}</Muted>
        <FaultNotice fault={announce.fault} onClose={announce.clear} />
      </Stack>
    </Sheet>
  );
}
