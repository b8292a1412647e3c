/** What was meant to be sent: one key per intent, kept on the phone, sent again until the server has answered. */
import { asFault, type ApiFault } from '../api/fault';
import { newId } from '../platform/random';
import { signal } from '../platform/signal';
import { keep, keptUnder } from '../platform/storage';
import { LIFETIME, draftOf, saveDraft, wipeDraft } from './drafts';
import { owner } from './session';

export type IntentState = 'queued' | 'sending' | 'sent' | 'failed';

/** The form an intent was written in, so that what was refused can be put back there. */
export interface Written {
  draft: string;
  form: object;
  /** What the form's page was opened with. */
  query?: Record<string, string>;
}

export interface Intent {
  /** ULID; the Idempotency-Key of every attempt, so that many attempts have one effect. */
  key: string;
  /** The route's full name, `tickets.open`. */
  route: string;
  input: unknown;
  /** Who meant it; nobody else's session ever sends it. */
  owner: string;
  madeAt: number;
  attempts: number;
  state: IntentState;
  /** Earliest next attempt, milliseconds UTC. */
  notBefore: number;
  /** The server was reached and had too much to do, which is no lack of network. */
  busy?: boolean;
  /** The fault's code where the server refused. */
  fault?: string;
  detail?: string;
  written?: Written;
  /** What the server answered once it was sent; in memory only. */
  reply?: unknown;
}

/** Calls `setOut` once what is taken along has arrived and the words themselves go: only then is it an attempt of theirs. */
export type Send = (intent: Intent, setOut: () => void) => Promise<unknown>;

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Milliseconds before attempt `n + 1`: 2 s, 4 s, 8 s … 5 min. */
export const pauseAfter = (attempts: number): number => Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);

/** A phone that stopped in the middle of sending does not know whether it arrived: it asks again with the same key. */
const revived = (kept: unknown[]): Intent[] =>
  (kept as Intent[]).map((intent) => (intent.state === 'sending' ? { ...intent, state: 'queued' } : intent));

export const outbox = signal<Intent[]>(revived(keptUnder('outbox') ?? []));

const store = (intents: Intent[]): void => {
  keep(
    'outbox',
    intents.filter((intent) => intent.state !== 'sent'),
  );
  outbox.set(intents);
};

const change = (key: string, part: Partial<Intent>): void =>
  store(outbox.get().map((intent) => (intent.key === key ? { ...intent, ...part } : intent)));

export interface EnqueueOptions {
  key?: string;
  now?: number;
  written?: Written;
}

/** Writes an intent down before the first attempt, so that nothing is lost between tap and answer. */
export function enqueue(route: string, input: unknown, options: EnqueueOptions = {}): Intent {
  const { key = newId(), now = Date.now(), written } = options;
  // The same words, still waiting, are the same intent: a second tap while offline must not file twice.
  const same = (one: Intent): boolean => one.route === route && JSON.stringify(one.input) === JSON.stringify(input);
  const known = waiting(outbox.get()).find((one) => one.key === key || same(one));
  if (known) return known;
  const intent: Intent = {
    key,
    route,
    input,
    owner: owner(),
    madeAt: now,
    attempts: 0,
    state: 'queued',
    notBefore: now,
    ...(written ? { written } : {}),
  };
  store([...outbox.get(), intent]);
  // To the letter what is sent, so that it goes with it and is never offered again; it is written down every 2 s only.
  if (written) saveDraft(written.draft, written.form);
  return intent;
}

export const drop = (key: string): void => store(outbox.get().filter((intent) => intent.key !== key));

export const waiting = (intents: Intent[]): Intent[] =>
  intents.filter((intent) => intent.owner === owner() && (intent.state === 'queued' || intent.state === 'sending'));

/** What the server refused of this person's: it stays until they try again, change it or throw it away. */
export const refused = (intents: Intent[]): Intent[] =>
  intents.filter((intent) => intent.owner === owner() && intent.state === 'failed');

/** The same intent once more, with its key: a refusal left nothing behind on the server. */
export const tryAgain = (key: string): void =>
  change(key, { state: 'queued', notBefore: 0, fault: undefined, detail: undefined });

/** Refused words go back into the form they came from; `occupied` when something else has been begun there. */
export function putBack(key: string): 'put back' | 'occupied' | 'no form' {
  const intent = outbox.get().find((one) => one.key === key);
  if (intent?.state !== 'failed' || !intent.written) return 'no form';
  const { draft, form } = intent.written;
  const begun = draftOf(draft);
  if (begun !== undefined && JSON.stringify(begun) !== JSON.stringify(form)) return 'occupied';
  if (!saveDraft(draft, form)) return 'no form';
  drop(key);
  return 'put back';
}

const inFlight = new Map<string, Promise<unknown>>();

/** A draft that could not be wiped when it was queued goes once it is sent, unless it was changed since. */
function forgetWritten({ written, owner: whose }: Intent): void {
  if (written && whose === owner() && JSON.stringify(draftOf(written.draft)) === JSON.stringify(written.form))
    wipeDraft(written.draft);
}

async function attempt(intent: Intent, send: Send): Promise<unknown> {
  let { attempts } = intent;
  change(intent.key, { state: 'sending' });
  try {
    const answer = await send(intent, () => change(intent.key, { attempts: (attempts += 1) }));
    change(intent.key, { state: 'sent', busy: false, reply: answer });
    forgetWritten(intent);
    return answer;
  } catch (error) {
    const fault: ApiFault = asFault(error);
    const pause = Math.max(pauseAfter(Math.max(attempts, 1)), fault.retryAfter);
    // Whoever logs in again sends it: the words were not refused, the session was.
    if (fault.passing || fault.status === 401)
      change(intent.key, { state: 'queued', notBefore: Date.now() + pause, busy: fault.busy });
    else change(intent.key, { state: 'failed', fault: fault.code, detail: fault.detail });
    throw fault;
  }
}

/** Sends one intent now; two taps, or a tap and the timer, share one attempt. */
export function sendNow(key: string, send: Send): Promise<unknown> {
  const running = inFlight.get(key);
  if (running) return running;
  const intent = outbox.get().find((one) => one.key === key);
  if (!intent || intent.state === 'sent') return Promise.resolve(undefined);
  const going = attempt(intent, send).finally(() => inFlight.delete(key));
  inFlight.set(key, going);
  return going;
}

/** Sends what is due, oldest first, stopping at the first that finds no network. */
export async function flush(send: Send, now = Date.now()): Promise<void> {
  const due = waiting(outbox.get()).filter((intent) => intent.notBefore <= now);
  for (const intent of due) {
    try {
      await sendNow(intent.key, send);
    } catch (error) {
      if ([0, 401].includes(asFault(error).status)) return;
    }
  }
}

/** After the network came back nobody should sit out an old pause, except one the server asked for. */
export const hurry = (): void =>
  store(outbox.get().map((of) => (of.state === 'queued' && !of.busy ? { ...of, notBefore: 0 } : of)));

/** Called once at launch: what could not be sent in 7 days is no longer kept on the phone. */
export function sweepOutbox(now = Date.now()): void {
  const left = outbox.get().filter(({ madeAt }) => now - madeAt < LIFETIME);
  if (left.length < outbox.get().length) store(left);
}

/** Everything somebody meant to send passes to `heir`, or goes where there is none. */
export const passIntentsOn = (from: string, heir?: string): void =>
  store(
    outbox
      .get()
      .filter((of) => heir !== undefined || of.owner !== from)
      .map((of) => (heir !== undefined && of.owner === from ? { ...of, owner: heir } : of)),
  );
