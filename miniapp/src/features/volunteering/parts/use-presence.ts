/** From a scanned code to being checked in: the ticket first, which outlives the log-in, then its use, once and by itself. */
import { useEffect, useRef, useState } from 'react';
import { readCode, type CodePoint } from '@sevengrid/shared/volunteering/check-in-code';
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { ActivityView } from '@sevengrid/shared/volunteering/activities.views';
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import type { ApiFault } from '../../../api/fault';
import { whereabouts } from '../../../platform/where';
import { device, dropScan, isOver, keepScan, scanKept, type KeptScan } from '../../../state/presence';
import { useClock, useDo, useMe } from '../../../use';

const SECOND = 1000;

/** Whatever shows an activity or my part in it is old then. */
const CHANGED = [activityRoutes.one, activityRoutes.list, activityRoutes.mine, presenceRoutes.board];

export interface Presence {
  /** Of a scan that is still good. */
  kept: KeptScan | undefined;
  /** Milliseconds UTC of the server, whose clock alone counts. */
  now: number;
  /** Before the doors open. */
  early: boolean;
  /** A person of the community: a guest has to log in. */
  known: boolean;
  busy: boolean;
  fault: ApiFault | undefined;
  done: { point: CodePoint; activity: ActivityView } | undefined;
  /** Once more with what was just scanned. */
  scan: (code: string) => void;
}

/** The token in what WeChat hands to the page that a scan of its own opens. */
export function codeInQ(q: string | undefined): string | undefined {
  try {
    const link = q && decodeURIComponent(q);
    return link && readCode(link) ? link : undefined;
  } catch {
    return undefined;
  }
}

/** @param code what the page was opened with, if with anything */
export function usePresence(code: string | undefined): Presence {
  const { side } = useMe();
  const [kept, setKept] = useState(() => scanKept(code, Date.now()));
  const [done, setDone] = useState<Presence['done']>();
  const clock = useClock(SECOND);
  const asked = useRef<string>();
  const tried = useRef<string>();
  const scanning = useDo(presenceRoutes.scan, { refresh: [] });
  const finish = (point: CodePoint) => (activity: ActivityView) => {
    dropScan();
    setDone({ point, activity });
  };
  const checkIn = useDo(presenceRoutes.checkIn, { refresh: CHANGED, then: finish('in') });
  const checkOut = useDo(presenceRoutes.checkOut, { refresh: CHANGED, then: finish('out') });
  const live = kept && !isOver(kept, clock) ? kept : undefined;
  const now = clock + (kept?.ahead ?? 0);
  const early = live !== undefined && now < Date.parse(live.ticket.opensAt);
  const known = side !== 'nobody' && side !== 'guest';
  const scan = async (words: string): Promise<void> => {
    asked.current = words;
    [scanning, checkIn, checkOut].forEach(({ clear }) => clear());
    setDone(undefined);
    setKept(undefined);
    const place = await whereabouts();
    const ticket = await scanning.run({ body: { code: words, device: device(), ...(place ? { place } : {}) } });
    if (ticket) setKept(keepScan(words, ticket, Date.now()));
  };
  useEffect(() => {
    if (code !== undefined && asked.current !== code && !kept) void scan(code);
    // Once for what the page was opened with; `scan` is made anew with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [code]);
  useEffect(() => {
    if (!live || early || !known || tried.current === live.ticket.ticket) return;
    tried.current = live.ticket.ticket;
    const { ticket, point, activity } = live.ticket;
    const use = point === 'in' ? checkIn : checkOut;
    void use.run({ params: { id: activity.id }, body: { ticket, device: device() } });
    // Once for a ticket, as soon as the doors are open and it is known who has it.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [live?.ticket.ticket, early, known]);
  return {
    ...{ kept: live, now, early, known, done, scan: (words) => void scan(words) },
    busy:
      scanning.busy || checkIn.busy || checkOut.busy || (code !== undefined && asked.current === undefined && !kept),
    fault: scanning.fault ?? checkIn.fault ?? checkOut.fault,
  };
}
