/** What a start without network finds: one's own last replies, nobody else's, and nothing after leaving. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { communityOffset } from '../src/platform/due-text';
import { begin, end, know } from '../src/state/session';
import { followLastReplies, keepLast, lastReply } from '../src/use/last-replies';
import { queryClient } from '../src/use/query-client';
import { stored } from './taro-stand-in';

const ME = { id: 'A', tzOffset: 360 };
const CATEGORIES = { items: [{ id: 'c' }] };

const answered = (route: { name: string }, token: string, reply: unknown, input: object = {}): unknown =>
  queryClient.setQueryData([route.name, token, 'zh', input], reply);

beforeAll(() => {
  keepLast([identityRoutes.me, ticketRoutes.categories, cardRoutes.current]);
  followLastReplies();
});

beforeEach(() => {
  end();
  queryClient.clear();
});

afterAll(() => queryClient.clear());

describe('the last replies', () => {
  it('are kept once it is known whose they are', () => {
    begin('t1');
    answered(ticketRoutes.categories, 't1', CATEGORIES);
    expect(lastReply(ticketRoutes.categories)).toBeUndefined();
    answered(identityRoutes.me, 't1', ME);
    know('A');
    expect(lastReply(ticketRoutes.categories)).toEqual(CATEGORIES);
    expect(lastReply(identityRoutes.me)).toEqual(ME);
    expect([...stored.keys()].filter((key) => key.startsWith('sg.last.'))).toHaveLength(2);
  });

  it('tell the clock of the community', () => {
    begin('t1');
    answered(identityRoutes.me, 't1', ME);
    expect(communityOffset.get()).toBe(360);
  });

  it('are not those of routes nobody named', () => {
    begin('t1');
    know('A');
    answered(ticketRoutes.mine, 't1', { items: [] });
    expect(lastReply(ticketRoutes.mine)).toBeUndefined();
    expect([...stored.keys()]).not.toContain(`sg.last.${ticketRoutes.mine.name}`);
  });

  it('are not those of another community that was asked about', () => {
    const there = { query: { communityId: 'B' } };
    begin('t1');
    know('A');
    answered(ticketRoutes.categories, 't1', CATEGORIES, { query: { communityId: undefined } });
    answered(ticketRoutes.categories, 't1', { items: [] }, there);
    expect(lastReply(ticketRoutes.categories, { query: {} })).toEqual(CATEGORIES);
    expect(lastReply(ticketRoutes.categories, there)).toBeUndefined();
  });

  it('are gone when the person leaves', () => {
    begin('t1');
    know('A');
    answered(ticketRoutes.categories, 't1', CATEGORIES);
    end();
    expect([...stored.keys()].filter((key) => key.startsWith('sg.last.'))).toEqual([]);
  });

  it('are nobody else’s on the same phone', () => {
    begin('t1');
    know('A');
    answered(ticketRoutes.categories, 't1', CATEGORIES);
    begin('t2');
    know('B');
    expect(lastReply(ticketRoutes.categories)).toBeUndefined();
    expect(lastReply(identityRoutes.me)).toBeUndefined();
  });
});
