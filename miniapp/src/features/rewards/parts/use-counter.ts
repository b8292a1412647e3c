/** What goes on at the counter: something is scanned or typed, looked up, and given; then whoever comes next. */
import { useEffect, useState } from 'react';
import { redemptionRoutes } from '@sevengrid/shared/rewards/redemptions.routes';
import type { LookUpRedemption } from '@sevengrid/shared/rewards/redemptions.requests';
import type { CapturedView } from '@sevengrid/shared/rewards/redemptions.views';
import { CODE_PATTERN } from '@sevengrid/shared/rewards/terms';
import { canScan, scanCode } from '../../../platform/scan';
import { useDo } from '../../../use';

/** `code` is what home has scanned already. */
export function useCounter(code: string | undefined) {
  const [strange, setStrange] = useState(false);
  const [given, setGiven] = useState<CapturedView>();
  const lookUp = useDo(redemptionRoutes.lookUp, { refresh: [] });
  const find = (body: LookUpRedemption): void => void lookUp.run({ body });
  const read = (scanned: string): void => {
    const isOurs = CODE_PATTERN.test(scanned);
    setStrange(!isOurs);
    if (isOurs) find({ code: scanned });
  };
  const scan = async (): Promise<void> => {
    const scanned = await scanCode();
    if (scanned !== null) read(scanned);
  };
  useEffect(() => {
    if (code) read(code);
    // What home has scanned is looked up once; `read` is made anew with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [code]);
  const afresh = (): void => {
    lookUp.clear();
    setGiven(undefined);
    setStrange(false);
  };
  const next = (): void => {
    afresh();
    if (canScan) void scan();
  };
  return { strange, given, setGiven, lookUp, find, scan, afresh, next };
}
