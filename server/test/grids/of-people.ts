/** What the tests of imported people need: grids without a team, accounts as the set-up pages show them, and their log-ins. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { gridSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { accountRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountView } from '@sevengrid/shared/identity/set-up.views';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import type { Caller } from '../actors/caller';
import { DUTY, OWN } from '../set-up/a-new-community';
import type { Register } from './at-the-register';

let made = 0;

/** A grid of its own for each test, by its name. */
export async function newGrid(here: Register): Promise<{ id: string; name: string }> {
  const body = { code: `P${++made}`, name: `人${made}网格`, dutyPhone: '08916000101', duty: DUTY };
  return (await here.admin.call(gridSetUpRoutes.add, { body })).reply;
}

/** An account name of its own for each person. */
export const newAccount = (): string => `p-${++made}`;

export async function accountNamed(here: Register, account: string): Promise<AccountView | undefined> {
  const { items } = (await here.admin.call(accountRoutes.page, { query: { q: account } })).reply;
  return items.find((one) => one.account === account);
}

/** `grid_worker 人1网格`, of what is held now. */
export async function rolesOf(here: Register, account: string): Promise<string[]> {
  const found = await accountNamed(here, account);
  const held = found?.roles.filter(({ state }) => state === 'now') ?? [];
  return held.map(({ role, scope }) => `${role} ${scope.name}`).sort();
}

/** By account, from the list that an import gives out. */
export async function passwordsOf(
  here: Register,
  id: string,
  { key, by = here.admin }: { key?: string; by?: Caller } = {},
): Promise<Map<string, string>> {
  const { file } = await by.call(importRoutes.passwords, { params: { id } }, { key });
  const [sheet] = await readWorkbook(Buffer.from(file), (name) => name === '一次性密码');
  const cells = (sheet?.rows ?? []).slice(2).map((row) => [...row.cells.values()].map(({ text }) => text));
  return new Map(cells.map(([, account = '', password = '']) => [account, password]));
}

/** Logs in with a one-time password, and makes it their own. */
export async function comesIn(here: Register, account: string, password: string): Promise<Caller> {
  const body = { account, password };
  const session = (await here.app.as(null).call(identityRoutes.logInPassword, { body })).reply;
  const caller = here.app.as(session.token);
  if (session.mustChangePassword)
    void (await caller.call(identityRoutes.changePassword, { body: { current: password, next: OWN } })).reply;
  return caller;
}
