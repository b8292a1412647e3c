/** Accounts: a password told once, somebody shut out is out at once, nobody changes themself or what they do not govern. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { accountRoutes, bodyRoutes, roleRoutes, scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { OneTimePasswordView } from '@sevengrid/shared/identity/set-up.views';
import { newKey, type Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { newCommunity, type Newcomers } from './a-new-community';

const MINUTE = 60_000;
const DAY = 86_400_000;

let app: TestApp;
let here: Newcomers;
let made = 0;
beforeAll(async () => {
  app = await startApp();
  here = await newCommunity(app);
});
afterAll(() => app.close());

const staffRole = () => ({ role: 'staff' as const, scopeId: here.communityId });

async function open(role: object = staffRole(), by = here.admin): Promise<OneTimePasswordView> {
  const body = { account: `clerk-${++made}`, displayName: `小${made}`, role };
  return (await by.send(accountRoutes.open, { body })).reply;
}

/** An administrator of the community alone, and not of what lies above. */
async function below(): Promise<Caller> {
  const { account, password } = await open({ role: 'admin', scopeId: here.communityId });
  return here.logIn(account.account, password ?? '');
}

const dayIn = (n: number): string => new Date(Date.now() + 480 * MINUTE + n * DAY).toISOString().slice(0, 10);

it('tells a one-time password once more to whoever lost the answer, for ten minutes and while it is the password', async () => {
  const key = newKey();
  const body = { account: 'pubu', displayName: '普布', role: staffRole() };
  const ask = () => here.admin.call(accountRoutes.open, { body }, { key });
  const [one, two] = [(await ask()).reply, (await ask()).reply];
  expect(one.password).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(two).toEqual(one);
  const kept: unknown = await app.dataSource.query('SELECT * FROM person');
  const keys: unknown = await app.dataSource.query('SELECT * FROM idempotency');
  expect(JSON.stringify([kept, keys]) + app.log.join()).not.toContain(one.password);
  await here.logIn('pubu', one.password ?? '');
  expect((await ask()).reply.password).toBeNull();
  const other = newKey();
  const params = { id: one.account.id };
  const { version } = (await ask()).reply.account;
  const reset = () => here.admin.call(accountRoutes.resetPassword, { params, body: { version } }, { key: other });
  expect((await reset()).reply.password).not.toBe(one.password);
  app.moveTime(11 * MINUTE);
  expect((await reset()).reply.password).toBeNull();
});

it('opens an account whose first password must go before anything else', async () => {
  const { account, password } = await open();
  const body = { account: account.account, password: password ?? '' };
  const session = (await app.as(null).call(identityRoutes.logInPassword, { body })).reply;
  expect(session.mustChangePassword).toBe(true);
  expect((await app.as(session.token).call(identityRoutes.scopes, {})).code).toBe('PASSWORD_MUST_CHANGE');
});

it('gives an account name to one person, however many ask at once', async () => {
  const body = { account: 'same', displayName: '同名', role: staffRole() };
  const answers = await Promise.all(Array.from({ length: 4 }, () => here.admin.call(accountRoutes.open, { body })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ code }) => code)).toEqual(Array(3).fill('ACCOUNT_TAKEN'));
  expect(refused[0]?.problem.fields).toEqual([{ field: 'body.account', rules: ['taken'] }]);
});

it('shuts somebody out at once, and lets them in again', async () => {
  const { account, password } = await open();
  const clerk = await here.logIn(account.account, password ?? '');
  const found = await here.admin.call(accountRoutes.page, { query: { q: account.account } });
  const [{ version = 0 } = {}] = found.reply.items;
  const params = { id: account.id };
  const shut = { version, displayName: '小出', disabled: true };
  expect((await here.admin.call(accountRoutes.write, { params, body: shut })).reply.disabled).toBe(true);
  expect((await clerk.call(identityRoutes.me, {})).code).toBe('SESSION_EXPIRED');
  const again = { ...shut, version: version + 1, disabled: false };
  expect((await here.admin.call(accountRoutes.write, { params, body: again })).reply.disabled).toBe(false);
  expect((await clerk.call(identityRoutes.me, {})).code).toBe('SESSION_EXPIRED');
});

it('tells the second of two who change one account that the first was there', async () => {
  const { account } = await open();
  const change = { params: { id: account.id }, body: { version: account.version, displayName: '甲', disabled: false } };
  const answers = await Promise.all([
    here.admin.call(accountRoutes.write, change),
    (await below()).call(accountRoutes.write, { ...change, body: { ...change.body, displayName: '乙' } }),
  ]);
  expect(answers.map(({ code }) => code).sort()).toEqual(['CHANGED_MEANWHILE', null]);
});

it('ends a role with its last day: until then it holds, and at once when that was yesterday', async () => {
  const { account, password } = await open();
  const clerk = await here.logIn(account.account, password ?? '');
  const params = { id: account.roles[0]?.id ?? '' };
  const end = (body: { lastDay: string; was?: string }) => here.admin.call(accountRoutes.endRole, { params, body });
  expect((await end({ lastDay: dayIn(-2) })).code).toBe('TERM_BACKWARDS');
  expect((await end({ lastDay: '2027-02-31' })).problem.fields).toEqual([{ field: 'body.lastDay', rules: ['day'] }]);
  const soon = (await end({ lastDay: dayIn(3) })).reply;
  expect(soon.roles[0]).toMatchObject({ to: dayIn(3), state: 'now' });
  expect((await clerk.call(identityRoutes.scopes, {})).status).toBe(200);
  expect((await end({ lastDay: dayIn(9) })).code).toBe('CHANGED_MEANWHILE');
  expect((await end({ lastDay: dayIn(-1), was: dayIn(3) })).reply.roles[0]?.state).toBe('ended');
  expect((await clerk.call(identityRoutes.scopes, {})).code).toBe('NOT_ALLOWED');
});

it('gives a role from a day on, once, and only where it makes sense', async () => {
  const { account } = await open();
  const params = { id: account.id };
  const give = (body: object) => here.admin.send(accountRoutes.giveRole, { params, body });
  expect((await give({ role: 'street', scopeId: here.communityId })).code).toBe('ROLE_MISPLACED');
  expect((await give({ role: 'partner', scopeId: here.communityId })).code).toBe('ROLE_MISPLACED');
  expect((await give({ role: 'resident', scopeId: here.communityId })).code).toBe('INPUT_INVALID');
  expect((await give({ ...staffRole(), from: dayIn(5), to: dayIn(4) })).code).toBe('TERM_BACKWARDS');
  expect((await give(staffRole())).code).toBe('ROLE_HELD');
  const later = (await give({ role: 'lead', scopeId: here.communityId, from: dayIn(7) })).reply;
  expect(later.roles.map(({ role, state }) => [role, state])).toEqual([
    ['staff', 'now'],
    ['lead', 'later'],
  ]);
});

it('lets a partner’s log-in answer for the body it was opened for', async () => {
  const { id: bodyId } = (await here.admin.call(bodyRoutes.add, { body: { name: '交警大队' } })).reply;
  const { account } = await open({ role: 'partner', scopeId: here.communityId, bodyId });
  expect(account.roles[0]).toMatchObject({ role: 'partner', bodyName: '交警大队' });
  const { items } = (await here.admin.call(bodyRoutes.list, { query: {} })).reply;
  expect(items).toMatchObject([{ name: '交警大队', accounts: 1, retired: false }]);
  expect((await here.admin.call(bodyRoutes.add, { body: { name: '交警大队' } })).code).toBe('BODY_KNOWN');
});

it('changes nobody’s own account, and nobody’s who works beyond what one governs', async () => {
  const small = await below();
  const self = (await small.call(identityRoutes.me, {})).reply.id;
  const own = { params: { id: self }, body: { version: 1, displayName: '我', disabled: false } };
  expect((await small.call(accountRoutes.write, own)).code).toBe('ACCOUNT_OWN');
  const more = { params: { id: self }, body: { role: 'lead', scopeId: here.communityId } } as const;
  expect((await small.call(accountRoutes.giveRole, more)).code).toBe('ACCOUNT_OWN');
  const top = (await here.admin.call(identityRoutes.me, {})).reply.id;
  expect((await small.call(accountRoutes.resetPassword, { params: { id: top }, body: { version: 1 } })).code).toBe(
    'NOT_FOUND',
  );
  const { account } = await open();
  const above = { params: { id: account.id }, body: { role: 'street', scopeId: here.streetId } } as const;
  expect((await here.admin.call(accountRoutes.giveRole, above)).reply.roles).toHaveLength(2);
  const reset = { params: { id: account.id }, body: { version: account.version } };
  expect((await small.call(accountRoutes.resetPassword, reset)).code).toBe('NOT_ALLOWED');
  const [seen] = (await small.call(accountRoutes.page, { query: { q: account.account } })).reply.items;
  expect(seen).toMatchObject({ beyond: true, roles: [{ role: 'staff' }] });
});

it('changes roles for everybody only by whoever governs everything, within limits', async () => {
  const small = await below();
  const { items, mayWrite } = (await small.call(roleRoutes.list, {})).reply;
  expect(mayWrite).toBe(false);
  const of = (role: string) => items.find((one) => one.role === role);
  const write = (
    by: Caller,
    role: 'staff' | 'resident' | 'admin',
    permissions: string[],
    version = of(role)?.version,
  ) => by.send(roleRoutes.write, { body: { role, permissions, version } });
  const wider = [...(of('staff')?.permissions ?? []), 'audit.read'];
  expect((await write(small, 'staff', wider)).code).toBe('NOT_ALLOWED');
  expect((await write(here.admin, 'resident', ['notice.read', 'person.reveal'])).code).toBe('ROLE_TOO_WIDE');
  expect((await write(here.admin, 'admin', ['notice.read'])).code).toBe('ROLE_LOCKS_OUT');
  const { account, password } = await open();
  const clerk = await here.logIn(account.account, password ?? '');
  expect((await clerk.call(identityRoutes.auditLog, { query: {} })).code).toBe('NOT_ALLOWED');
  expect((await write(here.admin, 'staff', wider)).reply.permissions).toContain('audit.read');
  expect((await clerk.call(identityRoutes.auditLog, { query: {} })).status).toBe(200);
  expect((await write(here.admin, 'staff', wider)).code).toBe('CHANGED_MEANWHILE');
});

it('finds accounts by what they are called, a page at a time', async () => {
  const first = (await here.admin.call(accountRoutes.page, { query: { limit: 3 } })).reply;
  expect(first.items).toHaveLength(3);
  const rest = (await here.admin.call(accountRoutes.page, { query: { limit: 3, cursor: first.nextCursor ?? '' } }))
    .reply;
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(6);
  const found = async (query: object) => (await here.admin.send(accountRoutes.page, { query })).reply.items.length;
  expect(await found({ q: '普布' })).toBe(1);
  expect(await found({ q: '%' })).toBe(0);
  expect(await found({ role: 'partner' })).toBe(1);
  expect(await found({ state: 'disabled' })).toBe(0);
});

it('keeps prefix and clock of a community once something there has a number', async () => {
  const { items } = (await here.admin.call(scopeRoutes.tree, {})).reply;
  const community = items.find(({ kind }) => kind === 'community');
  const data = { numberPrefix: '幸', tzOffset: 480, officePhone: '08916000100' };
  const write = (more: object) =>
    here.admin.send(scopeRoutes.write, { params: { id: here.communityId }, body: { name: '幸福里', ...more } });
  expect((await write({ version: community?.version })).code).toBe('SCOPE_MISPLACED');
  const renamed = (await write({ version: community?.version, community: data, nameBo: 'བདེ་སྐྱིད།' })).reply;
  expect(renamed).toMatchObject({ name: '幸福里', community: { numberPrefix: '幸', gasPhone: null, numbered: false } });
  expect((await write({ version: community?.version, community: data })).code).toBe('CHANGED_MEANWHILE');
  await app.dataSource.query("INSERT INTO ticket_number (community_id, day, last) VALUES (?, '20261123', 1)", [
    here.communityId,
  ]);
  const other = { ...data, numberPrefix: '福' };
  expect((await write({ version: renamed.version, community: other })).code).toBe('COMMUNITY_NUMBERED');
  const body = { parentId: here.streetId, kind: 'community', name: '二社区', community: data } as const;
  expect((await here.admin.call(scopeRoutes.add, { body })).code).toBe('NUMBER_PREFIX_TAKEN');
  const second = { ...body, community: { ...data, numberPrefix: '二' } };
  expect((await here.admin.call(scopeRoutes.add, { body: second })).reply.parentId).toBe(here.streetId);
  expect((await (await below()).call(scopeRoutes.add, { body: second })).code).toBe('NOT_FOUND');
});
