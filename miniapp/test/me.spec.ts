/** Whose things are written on this phone: known before any page is drawn with the answer of `me`. */
import { QueryObserver } from '@tanstack/react-query';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { begin, end, owner } from '../src/state/session';
import { queryClient } from '../src/use/query-client';
import { followMe } from '../src/use/use-me';

const ME = { id: 'A', kind: 'resident' };

beforeAll(followMe);
beforeEach(() => {
  end();
  queryClient.clear();
});
afterAll(() => queryClient.clear());

/** What a page that is drawn with the answer sees as the owner. */
function drawnAs(token: string): Promise<string> {
  const observer = new QueryObserver(queryClient, {
    queryKey: [identityRoutes.me.name, token, 'zh', {}],
    queryFn: () => Promise.resolve(ME),
  });
  return new Promise((resolve) => {
    const stop = observer.subscribe(({ data }) => {
      if (!data) return;
      // A page is drawn after all who listen were told.
      void Promise.resolve().then(() => resolve(owner()));
      stop();
    });
  });
}

describe('the answer of me', () => {
  it('tells whose form it is before the form looks for its draft', async () => {
    begin('t1');
    expect(await drawnAs('t1')).toBe('A');
  });

  it('makes nobody the owner who has left meanwhile', async () => {
    begin('t2');
    expect(await drawnAs('t1')).toBe('nobody');
  });
});
