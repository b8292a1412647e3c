/** Sending that survives a dead network: written down first, then sent, and sent again until the server answers. */
import { useEffect, useRef, useState } from 'react';
import type { InputOf, JsonRoute, ReplyOf } from '@sevengrid/shared/kernel/route';
import { call } from '../api/call';
import { asFault, type ApiFault } from '../api/fault';
import { online } from '../platform/network';
import { attachments } from '../state/attachments';
import {
  drop,
  enqueue,
  flush,
  hurry,
  outbox,
  refused,
  sendNow,
  tryAgain,
  waiting,
  type Intent,
  type Written,
} from '../state/outbox';
import { queryClient } from './query-client';
import { useSignal } from './use-signal';
import { mediaArrived, withMedia } from './with-media';

const known = new Map<string, JsonRoute>();
const whenSent = new Map<string, (reply: unknown, key: string) => void>();

/** Routes whose intents may wait on the phone; called once at launch, since a restart finds only their names. */
export const mayWait = (routes: readonly JsonRoute[]): void => routes.forEach((route) => known.set(route.name, route));

/** What to do with the answer, whenever it comes: nobody may be looking at the form by then. */
export const afterSending = <S extends JsonRoute>(route: S, act: (reply: ReplyOf<S>, key: string) => void): void =>
  void whenSent.set(route.name, act as (reply: unknown, key: string) => void);

async function send(intent: Intent, setOut: () => void): Promise<unknown> {
  const route = known.get(intent.route);
  if (!route) throw new Error(`no route ${intent.route} may wait`);
  const input = await withMedia(intent.input);
  setOut();
  const answer = await call(route, input, { key: intent.key });
  mediaArrived(intent.input);
  whenSent.get(intent.route)?.(answer, intent.key);
  void queryClient.invalidateQueries();
  return answer;
}

const LOOK_EVERY = 5_000;

/** A photo or a voice that got through says that there is a line: what waits for it sits out no pause. */
function followUploads(hurryOn: () => void): () => void {
  const stored = (): number => attachments.get().filter(({ state }) => state === 'stored').length;
  let before = stored();
  return attachments.subscribe(() => {
    const more = stored() > before;
    before = stored();
    if (more && waiting(outbox.get()).length > 0) hurryOn();
  });
}

/** Called once at launch: tries what waits now, whenever the network returns, and when a pause is over. */
export function keepSending(): () => void {
  void flush(send);
  const hurryOn = (): void => {
    hurry();
    void flush(send);
  };
  const stops = [online.subscribe(() => void (online.get() && hurryOn())), followUploads(hurryOn)];
  const timer = setInterval(() => void (waiting(outbox.get()).length > 0 && flush(send)), LOOK_EVERY);
  return () => {
    stops.forEach((stop) => stop());
    clearInterval(timer);
  };
}

export interface Sending<S extends JsonRoute> {
  /** Resolves with the key of what was sent or waits, see `useIntent(key)`; undefined when it was refused. */
  run: (input: InputOf<S>, written?: Written) => Promise<string | undefined>;
  busy: boolean;
  fault: ApiFault | undefined;
}

const stillWaits = (key: string): boolean => outbox.get().find((one) => one.key === key)?.state === 'queued';

/** Whether the form that sent is still looked at. */
function useHere(): { readonly current: boolean } {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return here;
}

/** Like `useDo`, for what must not be lost: filing a ticket. */
export function useSend<S extends JsonRoute>(route: S): Sending<S> {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault>();
  const running = useRef(false);
  const here = useHere();
  const run: Sending<S>['run'] = async (input, written) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFault(undefined);
    known.set(route.name, route);
    const { key } = enqueue(route.name, input, { written });
    try {
      await sendNow(key, send);
      return key;
    } catch (error) {
      const why = asFault(error);
      if (why.status !== 401 && stillWaits(key)) return key;
      setFault(why);
      // The form shows the refusal and still has the words, as the draft does for whoever logs in again; without a
      // form the list shows both.
      if (here.current || why.status === 401) drop(key);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, fault };
}

/** What of this person's still waits. */
export const useWaiting = (): Intent[] => waiting(useSignal(outbox));

/** What of this person's the server refused. */
export const useRefused = (): Intent[] => refused(useSignal(outbox));

/** One intent, by its own key; undefined once it is gone. */
export const useIntent = (key: string | undefined): Intent | undefined =>
  useSignal(outbox).find((intent) => intent.key === key);

/** The verb of a refused intent: the same words, at once. */
export function sendAgain(key: string): void {
  tryAgain(key);
  void sendNow(key, send).catch(() => undefined);
}
