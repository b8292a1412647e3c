/** The demo community has units that report, members who have logged in and some who have not, and a contact to log in as. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { seedDemo } from '../../src/demo/seed-demo';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ demo: true });
  await seedDemo(app.nest);
}, 60_000);
afterAll(() => app.close());

async function as(account: string): Promise<Caller> {
  const { token } = (await app.as(null).call(identityRoutes.logInDemo, { body: { account } })).reply;
  return app.as(token);
}

it('has twelve units, all of them marked as invented, with some sixty members', async () => {
  const staff = await as('staff');
  const { items } = (await staff.call(unitRoutes.list, { query: { limit: 100 } })).reply;
  expect(items).toHaveLength(12);
  for (const { name } of items) expect(name).toMatchObject({ zh: expect.stringContaining('演示') as string });
  expect(items.reduce((sum, { totals }) => sum + totals.members, 0)).toBe(62);
  expect(items.reduce((sum, { totals }) => sum + totals.claimed, 0)).toBe(50);
  const { membership } = (await (await as('member')).call(memberRoutes.mine, { query: {} })).reply;
  expect(membership).toMatchObject({ state: 'live', unit: { name: { zh: '气象站（演示）' } } });
});

it('lets the contact of the first unit in, who sees that unit', async () => {
  const { items } = (await (await as('unit')).call(unitRoutes.own, {})).reply;
  expect(items).toMatchObject([{ name: { zh: '气象站（演示）' }, totals: { members: 6, claimed: 5 } }]);
});
