/** What was meant once is done once, however often it is tapped, lost, or found again after a restart. */
import { ApiFault, networkDown } from '../src/api/fault';
import { draftOf, saveDraft } from '../src/state/drafts';
import {
  drop,
  enqueue,
  flush,
  hurry,
  outbox,
  pauseAfter,
  putBack,
  refused as refusedOf,
  sendNow,
  tryAgain,
  waiting,
  type Send,
} from '../src/state/outbox';
import { begin, end, know } from '../src/state/session';
import { stored } from './taro-stand-in';

const refused = (status: number): ApiFault =>
  new ApiFault({ code: 'SOME_FACT', detail: '不行', status, traceId: 't', fields: [] });

/** A server that keeps the keys it has seen, as the real one does. */
function server() {
  const effects = new Map<string, unknown>();
  const attempts: string[] = [];
  let next: 'ok' | 'lost answer' | 'no network' = 'ok';
  return {
    effects,
    attempts,
    will: (how: typeof next) => void (next = how),
    send: (intent: { key: string; input: unknown }, setOut: () => void): Promise<unknown> => {
      setOut();
      attempts.push(intent.key);
      if (next === 'no network') return Promise.reject(networkDown());
      if (!effects.has(intent.key)) effects.set(intent.key, intent.input);
      return next === 'lost answer' ? Promise.reject(networkDown()) : Promise.resolve({ number: 7 });
    },
  };
}

beforeEach(() => {
  outbox.get().forEach(({ key }) => drop(key));
  stored.clear();
  end();
});

describe('the sending queue', () => {
  it('sends and lets go', async () => {
    const at = server();
    const { key } = enqueue('tickets.open', { body: { words: 'a' } });
    expect(await sendNow(key, at.send)).toEqual({ number: 7 });
    expect(at.effects.size).toBe(1);
    expect(waiting(outbox.get())).toEqual([]);
    expect(stored.get('sg.outbox')).toEqual([]);
  });

  it('has one effect when the answer is lost', async () => {
    const at = server();
    at.will('lost answer');
    const { key } = enqueue('tickets.open', { body: { words: 'a' } });
    await expect(sendNow(key, at.send)).rejects.toThrow('NETWORK_DOWN');
    expect(outbox.get()[0]?.state).toBe('queued');
    at.will('ok');
    hurry();
    await flush(at.send);
    expect(at.attempts).toEqual([key, key]);
    expect(at.effects.size).toBe(1);
  });

  it('shares one attempt among two taps, and one key among equal intents', async () => {
    const at = server();
    const one = enqueue('tickets.open', { body: { words: 'a' } });
    const two = enqueue('tickets.open', { body: { words: 'a' } });
    expect(two.key).toBe(one.key);
    await Promise.all([sendNow(one.key, at.send), sendNow(two.key, at.send)]);
    expect(at.attempts).toHaveLength(1);
  });

  it('is written down before the first attempt', () => {
    const { key } = enqueue('tickets.open', { body: { words: 'a' } });
    expect(JSON.stringify(stored.get('sg.outbox'))).toContain(key);
  });

  it('waits longer each time, and not at all once the network is back', async () => {
    expect([1, 2, 3, 20].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 300_000]);
    const at = server();
    at.will('no network');
    enqueue('tickets.open', { body: { words: 'a' } });
    await flush(at.send);
    await flush(at.send);
    expect(at.attempts).toHaveLength(1);
    hurry();
    await flush(at.send);
    expect(at.attempts).toHaveLength(2);
  });

  it('counts only what set out: a photo that did not get there lengthens no pause', async () => {
    const at = server();
    const { key } = enqueue('tickets.open', { body: { words: 'a' } });
    const pauses: number[] = [];
    const failing = async (send: Send): Promise<void> => {
      hurry();
      const since = Date.now();
      await flush(send);
      pauses.push((outbox.get()[0]?.notBefore ?? 0) - since);
    };
    for (let n = 0; n < 4; n++) await failing(() => Promise.reject(networkDown()));
    expect(outbox.get()[0]).toMatchObject({ key, attempts: 0, state: 'queued' });
    expect(Math.max(...pauses)).toBeLessThan(3_000);
    at.will('no network');
    for (let n = 0; n < 3; n++) await failing(at.send);
    expect(outbox.get()[0]?.attempts).toBe(3);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(8_000);
  });

  it('keeps what the server is too busy for and gives up what it refuses', async () => {
    const busy = enqueue('tickets.open', { body: { words: 'busy' } });
    await expect(sendNow(busy.key, () => Promise.reject(refused(503)))).rejects.toThrow();
    expect(outbox.get()[0]?.state).toBe('queued');
    await expect(sendNow(busy.key, () => Promise.reject(refused(422)))).rejects.toThrow();
    expect(outbox.get()[0]).toMatchObject({ state: 'failed', fault: 'SOME_FACT' });
  });

  it('never sends one person’s words in another’s session', async () => {
    const at = server();
    begin('a');
    know('PERSON-A');
    enqueue('tickets.open', { body: { words: 'mine' } });
    begin('b');
    know('PERSON-B');
    await flush(at.send);
    expect(at.attempts).toEqual([]);
  });
});

describe('what the server refuses', () => {
  const written = { draft: 'tickets.open', form: { words: 'a' } };
  const fails = async (status: number): Promise<string> => {
    const { key } = enqueue('tickets.open', { body: { words: 'a' } }, { written });
    await flush(() => Promise.reject(refused(status)));
    return key;
  };

  it.each([400, 403, 404, 409, 422])('%i stays, with its reason, until its author decides', async (status) => {
    const key = await fails(status);
    expect(refusedOf(outbox.get())).toMatchObject([{ key, fault: 'SOME_FACT', detail: '不行' }]);
    expect(JSON.stringify(stored.get('sg.outbox'))).toContain(key);
  });

  it.each([401, 429])('%i is no refusal: it waits', async (status) => {
    const key = await fails(status);
    expect(waiting(outbox.get()).map((one) => one.key)).toEqual([key]);
  });

  it('is tried again with the key it had', async () => {
    const key = await fails(422);
    const at = server();
    tryAgain(key);
    await flush(at.send);
    expect(at.attempts).toEqual([key]);
    expect(refusedOf(outbox.get())).toEqual([]);
  });

  it('goes back into the form it came from', async () => {
    const key = await fails(422);
    expect(putBack(key)).toBe('put back');
    expect(draftOf('tickets.open')).toEqual({ words: 'a' });
    expect(refusedOf(outbox.get())).toEqual([]);
  });

  it('never overwrites what has been begun since', async () => {
    const key = await fails(422);
    saveDraft('tickets.open', { words: 'another matter' });
    expect(putBack(key)).toBe('occupied');
    expect(draftOf('tickets.open')).toEqual({ words: 'another matter' });
    expect(refusedOf(outbox.get())).toHaveLength(1);
  });

  it('is nobody else’s to see', async () => {
    await fails(422);
    begin('b');
    know('PERSON-B');
    expect(refusedOf(outbox.get())).toEqual([]);
  });
});
