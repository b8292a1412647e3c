/** The demo, its accounts and its log-in without a password exist in demo mode and nowhere else. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { cardTokenInLink } from '@sevengrid/shared/cards/token';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { seedCommunity } from '../../src/demo/seed-community';
import { startApp, type TestApp } from '../actors/start-app';

describe('in demo mode', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ demo: true });
    await seedCommunity(app.nest);
  });
  afterAll(() => app.close());

  it('lists accounts in the order to try them, and a card that can be scanned', async () => {
    const { accounts, cardUrl } = (await app.as(null).call(identityRoutes.demo, {})).reply;
    expect(accounts.map((account) => account.account)).toEqual([
      ...[
        'resident',
        'worker',
        'staff',
        'staff2',
        'lead',
        'central',
        'worker2',
        'member',
        'police',
        'property',
        'street',
        'auditor',
        'admin',
      ],
      'resident2',
    ]);
    const [resident, worker] = accounts;
    expect(resident?.grid).toBe(worker?.grid);
    const token = cardTokenInLink(cardUrl) ?? '';
    expect((await app.as(null).call(cardRoutes.scan, { body: { token } })).status).toBe(201);
    expect((await app.as(null).call(identityRoutes.demo, {})).reply.cardUrl).toBe(cardUrl);
  });

  it('lets each account in with its own role and grid', async () => {
    const { accounts } = (await app.as(null).call(identityRoutes.demo, {})).reply;
    for (const { account, role, name } of accounts) {
      const session = (await app.as(null).call(identityRoutes.logInDemo, { body: { account } })).reply;
      const me = (await app.as(session.token).call(identityRoutes.me, {})).reply;
      expect(me.roles).toContain(role);
      expect(me.name).toBe(name);
      expect(me.community?.name).toBe('幸福社区');
      if (role === 'resident') expect(me.household?.address).toMatch(/号楼 \d单元/);
    }
    expect((await app.as(null).call(identityRoutes.logInDemo, { body: { account: 'nobody' } })).code).toBe('NOT_FOUND');
  });

  it('is shaped like the community it is modelled on', async () => {
    const { token } = (await app.as(null).call(identityRoutes.logInDemo, { body: { account: 'staff' } })).reply;
    const { items } = (await app.as(token).call(gridRoutes.grids, {})).reply;
    expect(items).toHaveLength(8);
    expect(items.every((grid) => grid.workers.length === 2)).toBe(true);
    const households = items.reduce((sum, grid) => sum + grid.households, 0);
    expect(households).toBeGreaterThanOrEqual(580);
    expect(items.reduce((sum, grid) => sum + grid.centralHouseholds, 0)).toBe(10);
    expect((await app.as(token).call(gridRoutes.stations, { query: {} })).reply.items).toHaveLength(2);
    const counts: unknown = await app.dataSource.query(
      'SELECT MIN(n) AS least, MAX(n) AS most FROM (SELECT COUNT(*) AS n FROM central_service GROUP BY person_id) x',
    );
    const [{ least, most }] = counts as [{ least: number; most: number }];
    expect(least).toBeGreaterThanOrEqual(10);
    expect(most).toBeLessThanOrEqual(20);
  });

  it('is made once, however often it is asked for', async () => {
    expect(await seedCommunity(app.nest)).toBeNull();
  });
});

describe('outside demo mode', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await seedCommunity(app.nest);
  });
  afterAll(() => app.close());

  it('has neither the list nor the log-in', async () => {
    expect((await app.as(null).call(identityRoutes.demo, {})).code).toBe('NOT_FOUND');
    expect((await app.as(null).call(identityRoutes.logInDemo, { body: { account: 'staff' } })).code).toBe('NOT_FOUND');
  });
});
