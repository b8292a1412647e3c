/** Every community begins with the eight standing kinds of service and a rule, whoever makes it and whenever. */
import { scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { SEEDED_RULE } from '@sevengrid/shared/volunteering/rules';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Rules } from '../../src/volunteering/rules';
import { ServiceKinds } from '../../src/volunteering/service-kinds';
import { startApp, type TestApp } from '../actors/start-app';
import { newCommunity, type Newcomers } from '../set-up/a-new-community';

let app: TestApp;
let here: Newcomers;
beforeAll(async () => {
  app = await startApp();
  here = await newCommunity(app);
});
afterAll(() => app.close());

const kindsOf = (communityId: string) => app.get(UnitOfWork).read((tx) => app.get(ServiceKinds).of(tx, communityId));

it('gives them to the first community, each in both languages', async () => {
  const kinds = await kindsOf(here.communityId);
  expect(kinds).toHaveLength(8);
  expect(new Set(kinds.map(({ code }) => code)).size).toBe(8);
  for (const { name } of kinds) expect(name.zh && name.bo).toBeTruthy();
});

it('gives them to one that an administrator of the street adds, in the same order', async () => {
  const community = { numberPrefix: '邻', tzOffset: 480, officePhone: '08916000200' };
  const body = { parentId: here.streetId, kind: 'community' as const, name: '邻社区', community };
  const added = (await here.admin.call(scopeRoutes.add, { body })).reply;
  const codes = async (id: string): Promise<string[]> => (await kindsOf(id)).map(({ code }) => code);
  expect(await codes(added.id)).toEqual(await codes(here.communityId));
  const rule = await app.get(UnitOfWork).read((tx) => app.get(Rules).inForce(tx, added.id));
  expect(rule).toEqual(SEEDED_RULE);
});
