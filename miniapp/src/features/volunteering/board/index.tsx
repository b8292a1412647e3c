/** The board of an activity while it runs, and the list to be confirmed after it: who is there, who has gone, whose word is wanted. */
import { useState } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { isOpen } from '@sevengrid/shared/volunteering/attendance-standing';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { AttendanceView, BoardView } from '@sevengrid/shared/volunteering/presence.views';
import { Card, Empty, FilterChips, Loaded, Page, Strong } from '../../../ui';
import { useQueryOf, useRoute, useTexts } from '../../../use';
import { AttendanceRow } from '../parts/attendance-row';
import { AttendanceSheet } from '../parts/attendance-sheet';
import { BoardFoot } from '../parts/board-foot';
import { ConfirmList } from '../parts/confirm-list';
import '../../../texts/apart/activity';
import '../../../texts/apart/leading';

const AGAIN = 5_000;
const SHOWN = ['all', 'present', 'open'] as const;
type Shown = (typeof SHOWN)[number];

const HAS: Record<Shown, (of: AttendanceView) => boolean> = {
  all: () => true,
  present: ({ standing, outAt }) => standing === 'present' && outAt === null,
  open: ({ standing }) => isOpen(standing),
};

export default function Board() {
  const { t, say } = useTexts();
  const { id = '' } = useQueryOf<{ id?: string }>();
  const read = useRoute(presenceRoutes.board, { params: { id } }, { every: AGAIN });
  const activity = useRoute(activityRoutes.one, { params: { id } }, { onShow: true }).data;
  return (
    <Page
      title={activity ? say(activity.title) : t('volunteering.board.title')}
      onRefresh={read.again}
      footer={activity && read.data && <BoardFoot activity={activity} open={read.data.open} />}
    >
      <Loaded of={read} rows={4}>
        {(board) => <People board={board} activity={activity} />}
      </Loaded>
    </Page>
  );
}

function People({ board, activity }: { board: BoardView; activity: ActivityView | undefined }) {
  const { t } = useTexts();
  const [chosen, choose] = useState<Shown>();
  const [looked, look] = useState<string>();
  const confirming = activity?.moves.includes('tick') ?? false;
  const shown = chosen ?? (confirming && board.open > 0 ? 'open' : 'all');
  const items = board.items.filter(HAS[shown]);
  const ticked = items.filter(({ standing, own }) => confirming && standing === 'needs_tick' && !own);
  const others = shown === 'open' ? items.filter((one) => !ticked.includes(one)) : items;
  const one = board.items.find(({ id }) => id === looked);
  const counts = { all: board.items.length, present: board.present, open: board.open };
  const { present, gone, signedUp } = board;
  return (
    <>
      <Strong>{t('volunteering.board.counts', { present, gone, of: signedUp })}</Strong>
      <FilterChips
        label={t('volunteering.board.filter')}
        options={SHOWN.map((value) => ({ value, label: t(`volunteering.board.${value}`), count: counts[value] }))}
        value={shown}
        onChange={choose}
      />
      {items.length === 0 &&
        (shown === 'all' ? (
          <Empty title={t('volunteering.board.none')} hint={t('volunteering.board.none.hint')} />
        ) : (
          <Empty title={t(`volunteering.board.none.${shown}`)} />
        ))}
      {shown === 'open' && ticked.length > 0 && <ConfirmList id={board.activityId} items={ticked} />}
      {others.length > 0 && (
        <Card>
          {others.map((of) => (
            <AttendanceRow key={of.id} of={of} onPress={() => look(of.id)} />
          ))}
        </Card>
      )}
      {one && activity && <AttendanceSheet of={one} activity={activity} onClose={() => look(undefined)} />}
    </>
  );
}
