// The pages by which a community is set up, as the demo's administrator sees them, with a clerk opened just for them.
import { takeOver } from './hand-in.mjs';
import { ask } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const top = (/** @type {Page} */ page) => page.locator('.taro_page:visible').last();

const LIST = /^(重新)?生成密码单|^གསང་གྲངས་ཐོ་/;
const RESET = /^(重设密码|གསང་གྲངས་གསར་བཟོ།)$/;
const END = /^(结束|མཇུག་སྡུད།) /;

/** A password that is told once; a draft of it is never kept. */
async function resetPassword(/** @type {Page} */ page) {
  await top(page).getByRole('button', { name: RESET }).click();
  await page.getByRole('dialog').getByRole('button', { name: RESET }).click();
  await page.getByRole('dialog').locator('.one-time').waitFor();
}

/** What is said before one-time passwords of new accounts are made. */
async function askForList(/** @type {Page} */ page) {
  await top(page).getByRole('button', { name: LIST }).click();
  await page.getByRole('dialog').waitFor();
}

async function endRole(/** @type {Page} */ page) {
  await top(page).getByRole('button', { name: END }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** @param {string} token of an administrator @returns {Promise<import('./screens.mjs').Screen[]>} */
export async function screensOfSetUp(token) {
  const list = async (/** @type {string} */ what) => (await ask(`/setup/${what}`, { token })).items;
  const [scopes, grids, stations] = [await list('scopes'), await list('grids'), await list('stations')];
  const [bodies, categories] = [await list('bodies'), await list('categories')];
  const community = scopes.find((/** @type {any} */ { kind }) => kind === 'community');
  const role = { role: 'staff', scopeId: community.id };
  const clerk = { account: `clerk-${Date.now()}`, displayName: '德吉白珍', role };
  const { account } = await ask('/setup/accounts', { token, body: clerk });
  const people = [
    ['账号', '称呼', '角色', '网格'],
    [`sheet-${Date.now()}`, '格桑', '社区工作人员', ''],
  ];
  const { id: imported } = await takeOver(token, '人员.xlsx', { 人员: people });
  const grid = `/setup/grids?id=${grids[0].id}`;
  return [
    { name: 'set-up', who: 'admin', path: '/setup', wide: 1280 },
    { name: 'set-up-community', who: 'admin', path: `/setup/community?id=${community.id}` },
    { name: 'set-up-grids', who: 'admin', path: '/setup/grids' },
    { name: 'set-up-grid', who: 'admin', path: grid, wide: 1280 },
    { name: 'set-up-appoint', who: 'admin', path: `${grid}&appoint=backup` },
    { name: 'set-up-accounts', who: 'admin', path: '/setup/accounts' },
    { name: 'set-up-account-new', who: 'admin', path: '/setup/accounts?add=1' },
    { name: 'set-up-account', who: 'admin', path: `/setup/accounts?id=${account.id}`, then: endRole },
    { name: 'set-up-password', who: 'admin', path: `/setup/accounts?id=${account.id}`, then: resetPassword },
    { name: 'set-up-station', who: 'admin', path: `/setup/stations?id=${stations[0].id}` },
    { name: 'set-up-partner', who: 'admin', path: `/setup/partners?id=${bodies[0].id}` },
    { name: 'set-up-category', who: 'admin', path: `/setup/categories?id=${categories[0].id}` },
    { name: 'set-up-role', who: 'admin', path: '/setup/roles?role=staff' },
    { name: 'set-up-retention', who: 'admin', path: '/setup/retention' },
    { name: 'set-up-retention-one', who: 'admin', path: '/setup/retention?what=ticket_words' },
    { name: 'import-of-people', who: 'admin', path: `/imports/one?id=${imported}` },
    { name: 'import-passwords', who: 'admin', path: `/imports/one?id=${imported}`, then: askForList },
  ];
}
