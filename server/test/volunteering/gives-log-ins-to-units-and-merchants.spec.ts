/** The administrator gives a log-in to a unit's contact and to a merchant, found by name, and only of what is tied to the community. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { AnsweringRole } from '@sevengrid/shared/identity/set-up.requests';
import { accountRoutes, bodyRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { startApp, type TestApp } from '../actors/start-app';
import type { Caller } from '../actors/caller';
import { Cast } from '../contract/cast';
import { unit } from './at-the-units';

const OWN = '雪莲-Lotus-4711';

let app: TestApp;
let cast: Cast;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  admin = await cast.as('admin');
});
afterAll(() => app.close());

let made = 0;
const open = (role: AnsweringRole | 'staff', bodyId?: string) => {
  const given = { role, scopeId: cast.place.communityId, ...(bodyId === undefined ? {} : { bodyId }) };
  return admin.call(accountRoutes.open, { body: { account: `log-in-${++made}`, displayName: '小联', role: given } });
};

const found = async (role: AnsweringRole, q?: string): Promise<string[]> =>
  (await admin.call(bodyRoutes.answerable, { query: { role, q } })).reply.items.map(({ name }) => name);

it('lets the contact in, who sees the totals of that unit and nothing of others', async () => {
  const { id, name } = await unit(cast);
  const { account, password } = (await open('unit_contact', id)).reply;
  expect(account.roles).toMatchObject([{ role: 'unit_contact', bodyName: name.zh, state: 'now' }]);
  const body = { account: account.account, password: password ?? '' };
  const session = (await app.as(null).call(identityRoutes.logInPassword, { body })).reply;
  const contact = app.as(session.token);
  void (await contact.call(identityRoutes.changePassword, { body: { current: password ?? '', next: OWN } })).reply;
  expect((await contact.call(unitRoutes.own, {})).reply.items.map((own) => own.id)).toEqual([id]);
  expect((await contact.call(unitRoutes.list, { query: {} })).code).toBe('NOT_ALLOWED');
  const seen = (await (await cast.as('staff')).call(unitRoutes.one, { params: { id }, query: {} })).reply;
  expect(seen.contacts).toEqual(['小联']);
});

it('finds units by their name, page by page, and only those that report', async () => {
  const [one, other] = [await unit(cast), await unit(cast)];
  expect(await found('unit_contact', one.name.zh)).toEqual([one.name.zh]);
  const staff = await cast.as('staff');
  void (await staff.call(unitRoutes.end, { params: { id: other.id }, body: {} })).reply;
  expect(await found('unit_contact', other.name.zh)).toEqual([]);
  expect(await found('partner')).not.toContain(one.name.zh);
  const first = (await admin.call(bodyRoutes.answerable, { query: { role: 'partner', limit: 1 } })).reply;
  const cursor = first.nextCursor ?? '';
  const second = (await admin.call(bodyRoutes.answerable, { query: { role: 'partner', limit: 1, cursor } })).reply;
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});

it('refuses a role without its organisation, with one of another kind, or with one that does not report', async () => {
  const { id } = await unit(cast);
  const { bodyId, merchantId } = cast.place;
  expect((await open('unit_contact')).code).toBe('ROLE_MISPLACED');
  expect((await open('unit_contact', bodyId)).code).toBe('ROLE_MISPLACED');
  expect((await open('partner', id)).code).toBe('ROLE_MISPLACED');
  expect((await open('staff', id)).code).toBe('ROLE_MISPLACED');
  expect((await open('merchant', id)).code).toBe('ROLE_MISPLACED');
  const staff = await cast.as('staff');
  void (await staff.call(unitRoutes.end, { params: { id }, body: {} })).reply;
  const refused = await open('unit_contact', id);
  expect(refused.problem).toMatchObject({ code: 'ROLE_MISPLACED', fields: [{ field: 'body.bodyId' }] });
  expect((await open('merchant', merchantId)).code).toBe('ROLE_MISPLACED');
  const tie = 'INSERT IGNORE INTO merchant_community (community_id, merchant_id) VALUES (?, ?)';
  await cast.place.sql(tie, [cast.place.communityId, merchantId]);
  expect((await open('merchant', merchantId)).reply.account.roles).toMatchObject([{ role: 'merchant' }]);
});
