/** Accounts of an import have no password until a list is made; the list is answered once, and ends the one before. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import { startApp, type TestApp } from '../actors/start-app';
import { Register } from './at-the-register';
import { accountNamed, comesIn, newAccount, passwordsOf } from './of-people';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

const MINUTE = 60_000;

async function twoStaff(): Promise<{ id: string; one: string; two: string }> {
  const [one, two] = [newAccount(), newAccount()];
  const roles = [one, two].map((account) => [account, `小${account}`, '社区工作人员', '']);
  return { ...(await here.imported({ roles })), one, two };
}

const logIn = (account: string, password: string) =>
  app.as(null).send(identityRoutes.logInPassword, { body: { account, password } });

it('opens no door before the list is made, and tells how many wait for it', async () => {
  const { id, one, two } = await twoStaff();
  expect(await here.one(id)).toMatchObject({ newcomers: 2, passwordsAt: null });
  expect((await logIn(one, '')).status).toBeGreaterThanOrEqual(400);
  const passwords = await passwordsOf(here, id);
  for (const password of passwords.values()) expect(password).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await comesIn(here, one, passwords.get(one) ?? '');
  const view = await here.one(id);
  expect(view.newcomers).toBe(1);
  expect(view.passwordsAt).not.toBeNull();
  // A new list is for those who have not come yet; the paper of the first is no good for them any more.
  const again = await passwordsOf(here, id);
  expect([...again.keys()]).toEqual([two]);
  expect((await logIn(two, passwords.get(two) ?? '')).code).toBe('CREDENTIALS_WRONG');
  await comesIn(here, two, again.get(two) ?? '');
  expect((await here.admin.call(importRoutes.passwords, { params: { id } })).code).toBe('IMPORT_NO_NEWCOMERS');
});

it('answers the same list to the same request, until ten minutes are over', async () => {
  const { id, one } = await twoStaff();
  const key = 'list-of-passwords-1';
  const first = await passwordsOf(here, id, { key });
  expect(await passwordsOf(here, id, { key })).toEqual(first);
  app.moveTime(11 * MINUTE);
  const by = await here.cast.as('admin');
  expect(await passwordsOf(here, id, { key, by })).toEqual(new Map());
  app.moveTime(-11 * MINUTE);
  // An account that got another password on its own page is told no more.
  const { id: personId = '', version = 0 } = (await accountNamed(here, one)) ?? {};
  void (await here.admin.call(accountRoutes.resetPassword, { params: { id: personId }, body: { version } })).reply;
  expect([...(await passwordsOf(here, id, { key })).keys()]).not.toContain(one);
});

it('keeps no password in the clear, and writes down who made the list and for whom', async () => {
  const { id } = await twoStaff();
  const passwords = [...(await passwordsOf(here, id)).values()];
  for (const table of ['person', 'register_import', 'register_import_row', 'idempotency', 'audit_log', 'outbox']) {
    const kept = JSON.stringify(await here.sql(`SELECT * FROM ${table}`));
    expect(passwords.filter((password) => kept.includes(password))).toEqual([]);
  }
  expect(app.log.filter((line) => passwords.some((password) => line.includes(password)))).toEqual([]);
  const made = await here.sql<{ detail: string }>(
    "SELECT detail FROM audit_log WHERE action = 'import.passwords_made' AND subject_id = ?",
    [id],
  );
  expect(made).toHaveLength(1);
  const [reset] = await here.sql<{ n: number }>(
    `SELECT COUNT(*) AS n FROM audit_log a JOIN register_import_row r ON r.subject_id = a.subject_id
     WHERE a.action = 'password.reset' AND r.import_id = ?`,
    [id],
  );
  expect(reset?.n).toBe(2);
});

it('is nobody’s who governs another community', async () => {
  const { id } = await twoStaff();
  const far = await here.cast.as('farAdmin');
  expect((await far.call(importRoutes.passwords, { params: { id } })).status).toBe(404);
});
