/** One phone, several people: what a guest left is theirs by the same card, and a log-out leaves nothing. */
import { ApiFault } from '../src/api/fault';
import { faultText } from '../src/use/fault-text';
import { draftOf, saveDraft } from '../src/state/drafts';
import { keepFollowCode } from '../src/state/follow-codes';
import { keepOpened, openedBy } from '../src/state/opened';
import { enqueue, flush, hurry, outbox, waiting } from '../src/state/outbox';
import { forgetPerson, guestOfCard, keepCard, sweep, unsent } from '../src/state/phone';
import { begin, end, know } from '../src/state/session';
import { keep, keptUnder, storageFull } from '../src/platform/storage';
import { fillUp, stored } from './taro-stand-in';

const WEEK = 7 * 86_400_000;

const asGuest = (token: string, id: string): void => {
  begin(token);
  know(id);
  guestOfCard(id);
};

beforeEach(() => {
  end();
  outbox.set([]);
  stored.clear();
});

describe('a guest whose session ended', () => {
  it('finds by the same card what was begun and what waits', () => {
    keepCard('CARD-1');
    asGuest('a', 'GUEST-1');
    saveDraft('tickets.open', { words: '漏水' });
    enqueue('tickets.open', { body: { words: '路灯' } });
    end();
    keepCard('CARD-1');
    asGuest('b', 'GUEST-2');
    expect(draftOf('tickets.open')).toEqual({ words: '漏水' });
    expect(waiting(outbox.get())).toHaveLength(1);
  });

  it('finds nothing of it by another card', () => {
    keepCard('CARD-1');
    asGuest('a', 'GUEST-1');
    saveDraft('tickets.open', { words: '漏水' });
    enqueue('tickets.open', { body: { words: '路灯' } });
    end();
    keepCard('CARD-2');
    asGuest('b', 'GUEST-2');
    expect(draftOf('tickets.open')).toBeUndefined();
    expect(waiting(outbox.get())).toHaveLength(0);
  });
});

describe('a log-out', () => {
  it('leaves nothing of the person on the phone, and says before how much was never sent', () => {
    keepCard('CARD-1');
    asGuest('a', 'GUEST-1');
    saveDraft('tickets.open', { words: '漏水' });
    enqueue('tickets.open', { body: { words: '路灯' } });
    keepFollowCode('幸-20261124-0001', 'ABCDEFGHJK');
    expect(unsent()).toBe(1);
    forgetPerson();
    expect(JSON.stringify([...stored])).not.toMatch(/漏水|路灯|CARD-1|ABCDEFGHJK|GUEST-1/);
    expect(outbox.get()).toEqual([]);
  });

  it('takes nothing from the next person', () => {
    begin('b');
    know('PERSON-B');
    saveDraft('tickets.open', { words: 'b' });
    enqueue('tickets.open', { body: { words: 'b' } });
    begin('a');
    know('PERSON-A');
    forgetPerson();
    begin('b2');
    know('PERSON-B');
    expect(draftOf('tickets.open')).toEqual({ words: 'b' });
    expect(unsent()).toBe(1);
  });
});

it('sweeps at launch what is older than a week', () => {
  begin('a');
  know('PERSON-A');
  saveDraft('old', { words: 'x' }, undefined, Date.now() - WEEK);
  saveDraft('new', { words: 'y' });
  enqueue('tickets.open', { body: { words: 'x' } }, { now: Date.now() - WEEK });
  sweep();
  expect(JSON.stringify(keptUnder('drafts'))).not.toContain('old');
  expect(draftOf('new')).toBeDefined();
  expect(unsent()).toBe(0);
});

it('says that the phone is full until it is not', () => {
  fillUp(true);
  keep('language', 'bo');
  expect(storageFull.get()).toBe(true);
  fillUp(false);
  keep('language', 'bo');
  expect(storageFull.get()).toBe(false);
});

it('shows what was filed again by its own key, to whoever filed it', () => {
  const opened = { number: '幸-20261124-0001' } as Parameters<typeof keepOpened>[1];
  begin('a');
  know('PERSON-A');
  keepOpened('KEY-1', opened);
  expect(openedBy('KEY-1')).toEqual(opened);
  expect(openedBy('KEY-2')).toBeUndefined();
  begin('b');
  know('PERSON-B');
  expect(openedBy('KEY-1')).toBeUndefined();
});

describe('a server that is busy', () => {
  const answer = (status: number, retryAfter: number): ApiFault =>
    new ApiFault({ code: 'TOO_OFTEN', detail: '操作太频繁了', status, traceId: '', fields: [], retryAfter });

  it.each([429, 503])('%i is waited for as long as it asks, and not called a lack of network', async (status) => {
    const { key } = enqueue('tickets.open', { body: { words: 'a' } });
    await flush(() => Promise.reject(answer(status, 60_000)));
    hurry();
    const intent = outbox.get().find((one) => one.key === key);
    expect(intent).toMatchObject({ state: 'queued', busy: true });
    expect(intent?.notBefore).toBeGreaterThan(Date.now() + 55_000);
    expect(faultText(() => '没有网络', answer(status, 0))).toBe('操作太频繁了');
  });

  it('refuses when it asks for longer than anybody waits', async () => {
    enqueue('tickets.open', { body: { words: 'a' } });
    await flush(() => Promise.reject(answer(429, 3_600_000)));
    expect(outbox.get()).toMatchObject([{ state: 'failed', detail: '操作太频繁了' }]);
  });
});
