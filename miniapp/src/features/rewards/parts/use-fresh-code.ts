/** The code that the counter scans, fetched anew whenever the one before it is over. */
import { useEffect, useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import { CODE_SECONDS } from '@sevengrid/shared/rewards/terms';
import type { RedemptionCodeView } from '@sevengrid/shared/rewards/redemptions.views';
import { useClock, useRoute, type Read } from '../../../use';

const SECOND = 1_000;
/** Between tries where the next code did not come. */
const PAUSE = 5 * SECOND;

export interface FreshCode extends Read<RedemptionCodeView> {
  /** Until the next one. */
  seconds: number;
  /** No counter takes it any more: the one after it is over as well. */
  stale: boolean;
}

export function useFreshCode(id: string): FreshCode {
  const read = useRoute(redemptionRoutes.code, { params: { id } });
  const { data, again } = read;
  const now = useClock(SECOND);
  const [until, setUntil] = useState(0);
  useEffect(() => {
    if (data) setUntil(Date.now() + data.freshInSeconds * SECOND);
  }, [data]);
  const late = until > 0 ? Math.floor((now - until) / PAUSE) : -1;
  useEffect(() => {
    if (late >= 0) void again();
  }, [late, again]);
  const seconds = Math.max(0, Math.ceil((until - now) / SECOND));
  return { ...read, seconds: Math.min(seconds, CODE_SECONDS), stale: until > 0 && now > until + CODE_SECONDS * SECOND };
}
