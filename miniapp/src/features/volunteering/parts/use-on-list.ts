/** Who signed up for an activity, all of them, and who of them is on its board: what roll-calls and additions choose from. */
import { useEffect } from 'react';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { SignedUpView } from '@sevengrid/shared/volunteering/activities.views';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { AttendanceView, BoardView } from '@sevengrid/shared/volunteering/presence.views';
import { useInfinite, useRoute, type Read, type ReadList } from '../../../use';

const PAGE = 100;
const AGAIN = 5_000;

export interface OnList {
  board: Read<BoardView>;
  signUps: ReadList<SignedUpView>;
  /** With a place, and not on the board. */
  absent: SignedUpView[];
  /** On the board, and not gone. */
  present: AttendanceView[];
}

export function useOnList(id: string): OnList {
  const board = useRoute(presenceRoutes.board, { params: { id } }, { every: AGAIN });
  const signUps = useInfinite(activityRoutes.signUps, { params: { id }, query: { limit: PAGE } });
  const { hasMore, loadingMore, more } = signUps;
  useEffect(() => {
    if (hasMore && !loadingMore) more();
    // `more` is made anew with every drawing; each page asks for the next one once.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [hasMore, loadingMore]);
  const onBoard = new Set(board.data?.items.map(({ personId }) => personId));
  const absent = signUps.items.filter(({ personId, state }) => state === 'in' && !onBoard.has(personId));
  const present = board.data?.items.filter(({ standing, outAt }) => standing === 'present' && outAt === null) ?? [];
  return { board, signUps, absent, present };
}
