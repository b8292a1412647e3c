/** The code to show now, by the server's clock; those that follow are there before they are needed. */
import { useMemo } from 'react';
import type { CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { CodeView, ShownCodeView } from '@sevengrid/shared/volunteering/presence.views';
import { useClock, useRoute, type Read } from '../../../use';
import { useEvery } from './use-every';

/** Often enough that four steps are always at hand. */
const AGAIN = 15_000;
const SECOND = 1000;

export interface RotatingCodeOf {
  read: Read<CodeView>;
  /** Undefined where all that were fetched are over. */
  shown: ShownCodeView | undefined;
  /** Milliseconds UTC of the server. */
  now: number;
}

export function useRotatingCode(id: string, point: CodePoint): RotatingCodeOf {
  const read = useRoute(presenceRoutes.code, { params: { id }, query: { point } }, { onShow: true });
  useEvery(AGAIN, read.again);
  const { data } = read;
  const ahead = useMemo(() => (data ? Date.parse(data.now) - Date.now() : 0), [data]);
  const now = useClock(SECOND) + ahead;
  const shown = data?.codes.find(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until));
  return { read, shown, now };
}
