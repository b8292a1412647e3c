/** A card opens a guest's session for whoever scans it, and tells a stranger nothing of the household. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { CardLimits } from '../../src/cards/card-limits';
import type { Answer } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';
import type { ScanView } from '@sevengrid/shared/cards/views';

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());
beforeEach(() => app.get(CardLimits).reset());

const scan = (token: string): Promise<Answer<ScanView>> => app.as(null).call(cardRoutes.scan, { body: { token } });
const household = (n: number): { id: string; gridId: string; address: string; cardId: string } => {
  const found = here.demo.households[n];
  if (!found) throw new Error('no such household');
  return found;
};

it('shows the grid, its people and whom to call, and nothing private', async () => {
  const home = household(0);
  const answer = await scan(await here.tokenOf(home.id));
  const { card } = answer.reply;
  expect(card).toMatchObject({ communityName: '幸福社区', gridName: '第一网格', worker: { displayName: '格桑顿珠' } });
  expect(card.emergencies.map((one) => one.phone)).toEqual(expect.arrayContaining(['110', '119', '120']));
  expect(card.stations).toHaveLength(2);
  const said = JSON.stringify(answer.body);
  const people = here.demo.people.workers[0];
  for (const secret of [home.id, home.address, home.cardId, people?.phone ?? '']) expect(said).not.toContain(secret);
});

it('reads the token as people type it', async () => {
  const token = await here.tokenOf(household(1).id);
  expect((await scan(` ${token.toLowerCase()} `.trim())).status).toBe(201);
});

it('lets the guest see its own page and nobody else’s business', async () => {
  const guest = await here.guestOf(household(0).id);
  const me = (await guest.call(identityRoutes.me, {})).reply;
  expect(me).toMatchObject({
    kind: 'guest',
    name: null,
    roles: ['guest'],
    household: { id: household(0).id, address: '' },
  });
  expect((await guest.call(cardRoutes.current, {})).reply.gridName).toBe('第一网格');
  expect((await guest.call(gridRoutes.stations, { query: {} })).reply.items).toHaveLength(2);
  expect((await guest.call(gridRoutes.households, { query: {} })).code).toBe('NOT_ALLOWED');
  expect((await guest.call(gridRoutes.household, { params: { id: household(0).id } })).code).toBe('NOT_ALLOWED');
});

it('does not know a card that never was, or one with a slip', async () => {
  const token = await here.tokenOf(household(0).id);
  const slip = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
  for (const wrong of [slip, 'ABCDEFGH', '0'.repeat(22), '"><script>alert(1)</script>'])
    expect((await scan(wrong)).code).toBe('CARD_NOT_RECOGNISED');
});

it.each(['lost', 'misused'] as const)('a card that is %s opens nothing, and its guests are out', async (because) => {
  const home = household(because === 'lost' ? 2 : 3);
  const [token, guest, staff] = [await here.tokenOf(home.id), await here.guestOf(home.id), await here.as('staff')];
  const ended = await staff.call(cardRoutes.end, { params: { id: home.cardId }, body: { because } });
  expect(ended.reply).toMatchObject({ status: because === 'lost' ? 'lost' : 'revoked', endedBecause: because });
  expect((await scan(token)).code).toBe('CARD_REVOKED');
  expect((await guest.call(identityRoutes.me, {})).code).toBe('SESSION_EXPIRED');
  const again = await staff.call(cardRoutes.end, { params: { id: home.cardId }, body: { because } });
  expect(again.code).toBe('CARD_ENDED');
});

it('rotates in one step: the old link is dead, the new one works', async () => {
  const home = household(4);
  const [token, staff] = [await here.tokenOf(home.id), await here.as('staff')];
  const input = { params: { id: home.cardId }, body: { because: 'damaged' as const } };
  const next = (await staff.call(cardRoutes.rotate, input)).reply;
  expect(next.card).toMatchObject({ householdId: home.id, version: 2, status: 'active' });
  expect(next.qrSvg).toContain('<svg');
  expect((await scan(token)).code).toBe('CARD_REVOKED');
  expect((await scan(next.url.split('/c/')[1] ?? '')).status).toBe(201);
});

it('is limited by card, so that neighbours never lock each other out', async () => {
  const [mine, theirs] = [await here.tokenOf(household(5).id), await here.tokenOf(household(6).id)];
  for (let i = 0; i < 60; i++) expect((await scan(mine)).status).toBe(201);
  const refused = await scan(mine);
  expect([refused.status, refused.code]).toEqual([429, 'TOO_OFTEN']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await scan(theirs)).status).toBe(201);
});
