/** Log-in with account and password: the same answer for every wrong one, a lock after five, a first password that must go. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { newId } from '../../src/platform/database/new-id';
import { hashPassword } from '../../src/identity/passwords';
import type { Answer } from '../actors/caller';
import { newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';
import type { SessionView } from '@sevengrid/shared/identity/views';
import { cardRoutes } from '@sevengrid/shared/cards/routes';

const PASSWORD = 'Snow-lotus 2026';
const MINUTE = 60_000;

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

async function give(account: string, password: string, mustChange = 0): Promise<void> {
  const hash = await hashPassword(password);
  const sql = 'UPDATE person SET password_hash = ?, must_change = ? WHERE account = ?';
  await app.dataSource.query(sql, [hash, mustChange, account]);
}

const logIn = (account: string, password: string): Promise<Answer<SessionView>> =>
  app.as(null).call(identityRoutes.logInPassword, { body: { account, password } });

it('opens a session for the right password only', async () => {
  await give('staff', PASSWORD);
  const session = (await logIn('staff', PASSWORD)).reply;
  expect((await app.as(session.token).call(identityRoutes.me, {})).reply.roles).toEqual(['staff']);
  const wrong = await logIn('staff', 'snow-lotus 2026');
  const unknown = await logIn('nobody-here', PASSWORD);
  const without = await logIn('auditor', PASSWORD);
  expect([wrong.code, unknown.code, without.code]).toEqual(Array(3).fill('CREDENTIALS_WRONG'));
  expect(unknown.problem.detail).toBe(wrong.problem.detail);
});

it('locks a name after five wrong passwords, whether it exists or not, and opens again after 15 minutes', async () => {
  await give('staff2', PASSWORD);
  for (const account of ['staff2', 'ghost']) {
    for (let i = 0; i < 5; i++) expect((await logIn(account, 'wrong')).code).toBe('CREDENTIALS_WRONG');
    const locked = await logIn(account, PASSWORD);
    expect([locked.status, locked.code]).toEqual([429, 'ACCOUNT_LOCKED']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
  }
  app.moveTime(15 * MINUTE + 1000);
  expect((await logIn('staff2', PASSWORD)).status).toBe(201);
});

it('lets no more than five of many guesses at one time be looked at', async () => {
  await give('lead', PASSWORD);
  const answers = await Promise.all(Array.from({ length: 20 }, () => logIn('lead', 'wrong')));
  expect(answers.filter((answer) => answer.code === 'CREDENTIALS_WRONG')).toHaveLength(5);
  expect(answers.filter((answer) => answer.code === 'ACCOUNT_LOCKED')).toHaveLength(15);
});

it('lets nobody do anything before the first password is changed', async () => {
  await give('admin', PASSWORD, 1);
  const session = (await logIn('admin', PASSWORD)).reply;
  expect(session.mustChangePassword).toBe(true);
  const admin = app.as(session.token);
  const other = app.as((await logIn('admin', PASSWORD)).reply.token);
  expect((await admin.call(identityRoutes.me, {})).reply.mustChangePassword).toBe(true);
  expect((await admin.call(identityRoutes.scopes, {})).code).toBe('PASSWORD_MUST_CHANGE');
  expect((await admin.call(cardRoutes.current, {})).code).toBe('PASSWORD_MUST_CHANGE');
  const key = newKey();
  const body = { current: PASSWORD, next: 'Barley&butter 9 tea' };
  const change = await admin.call(identityRoutes.changePassword, { body }, { key });
  expect(change.status).toBe(200);
  expect((await admin.call(identityRoutes.changePassword, { body }, { key })).status).toBe(200);
  expect((await admin.call(identityRoutes.scopes, {})).status).toBe(200);
  expect((await other.call(identityRoutes.me, {})).code).toBe('SESSION_EXPIRED');
  expect((await logIn('admin', PASSWORD)).code).toBe('CREDENTIALS_WRONG');
});

it.each(['password-2026', 'aaaaaaaaaa1!', 'P@ssw0rd!!11', 'onlyletters-no', 'the-Staff-12!', PASSWORD])(
  'refuses %s as a new password',
  async (next) => {
    await give('staff', PASSWORD);
    const staff = await here.as('staff');
    const answer = await staff.call(identityRoutes.changePassword, { body: { current: PASSWORD, next } });
    expect(answer.code).toBe('PASSWORD_TOO_WEAK');
  },
);

it('refuses a disabled account as if the password were wrong', async () => {
  await give('auditor', PASSWORD);
  await app.dataSource.query("UPDATE person SET disabled_at = NOW(3) WHERE account = 'auditor'");
  expect((await logIn('auditor', PASSWORD)).code).toBe('CREDENTIALS_WRONG');
});

it('keeps passwords out of the log and out of the table of keys', async () => {
  const kept: unknown = await app.dataSource.query('SELECT * FROM idempotency');
  expect(JSON.stringify(kept) + app.log.join()).not.toContain(PASSWORD);
});

it('puts log-ins and refusals on the audit log of the community they belong to', async () => {
  await give('staff3', PASSWORD);
  await logIn('staff3', 'wrong');
  await logIn('staff3', PASSWORD);
  const subjectId = here.demo.people.staff[2]?.id ?? '';
  const auditor = await here.as('lead');
  const page = (await auditor.call(identityRoutes.auditLog, { query: { subjectId } })).reply;
  expect(page.items.map((item) => item.action)).toEqual(['session.opened', 'session.refused']);
});

it('puts a changed password on the audit log of the community', async () => {
  await give('worker', PASSWORD);
  const worker = app.as((await logIn('worker', PASSWORD)).reply.token);
  const body = { current: PASSWORD, next: 'Blue-poppy 2027' };
  expect((await worker.call(identityRoutes.changePassword, { body })).status).toBe(200);
  const sql = "SELECT scope_id FROM audit_log WHERE action = 'password.changed' AND subject_id = ?";
  const rows = await app.dataSource.query<unknown[]>(sql, [here.demo.grids[0]?.workerId]);
  expect(rows).toEqual([{ scope_id: here.demo.communityId }]);
});

it('gives no two communities one prefix of numbers', async () => {
  const insert = (id: string) =>
    app.dataSource.query(
      "INSERT INTO scope (id, kind, code, name, tz_offset, number_prefix) VALUES (?, 'community', ?, '测', 480, '测')",
      [id, id],
    );
  await insert(newId());
  await expect(insert(newId())).rejects.toThrow('Duplicate');
});
