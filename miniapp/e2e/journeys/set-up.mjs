// A community from nothing: one administrator sets it up in the browser, a register comes from a spreadsheet, and an appeal by a printed card.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Person } from '../person.mjs';
import { hasPoppler, linksOn } from '../printed-sheet.mjs';
import { leaveOut, scenario } from '../scenarios.mjs';
import { EMPTY } from '../server.mjs';
import { spreadsheet } from '../spreadsheet.mjs';

const NAME =
  'a community is set up from nothing, its register imported, its cards printed, and one of them files an appeal';
const OWN = '雪莲-Lotus-4711';
const GRIDS = ['第一网格', '第二网格'];
const HOUSEHOLDS = 5000;
const IN_A_BUILDING = 50;
const BAD = 20;

export async function setUpFromNothing(/** @type {import('playwright-core').Browser} */ browser) {
  if (EMPTY.base === '') return leaveOut(NAME, 'EMPTY_URL names no server without a community');
  if (!hasPoppler()) return leaveOut(NAME, 'pdftoppm is missing (sudo apt-get install -y poppler-utils)');
  return scenario(NAME, async () => {
    const admin = await Person.with(browser, { base: EMPTY.base, width: 1280, height: 900 });
    await logsIn(admin, EMPTY.account, EMPTY.password);
    await admin.presses('社区设置');
    await admin.sees(/还有 \d 项要紧的没办/);
    await tellsOfTheCommunity(admin);
    const worker = await makesGrids(admin);
    await saysWhatOneCanFileAbout(admin);
    await opensAnAccount(admin);
    await takesTheRegisterOver(admin);
    const card = await printsCards(admin);
    await admin.opens('/setup');
    await admin.sees('居民可以反映了');
    await admin.leaves();
    await filesByCard(browser, card, worker);
  });
}

/** The first time, with the password that was told once; then with one's own. */
async function logsIn(/** @type {Person} */ person, /** @type {string} */ account, /** @type {string} */ password) {
  const password_ = (/** @type {string} */ label) => person.screen.getByLabel(label, { exact: true });
  await person.opens('/login');
  await person.writes('账号', account);
  await password_('密码').fill(password);
  await person.presses('登录');
  await person.sees('第一次登录，请换成自己的密码。');
  await password_('现在的密码').fill(password);
  await password_('新密码').fill(OWN);
  await password_('再输一遍').fill(OWN);
  await person.presses('修改密码');
  await person.page.waitForURL((url) => url.pathname === '/');
  await person.settles();
}

const to = (/** @type {Person} */ admin, /** @type {string} */ step) =>
  admin.screen
    .getByRole('button', { name: new RegExp(`^${step}`) })
    .first()
    .click();

async function tellsOfTheCommunity(/** @type {Person} */ admin) {
  await to(admin, '社区资料');
  await admin.presses(/^新村社区/);
  await admin.writes('社区电话', '123');
  await admin.presses('保存');
  await admin.sees('请填写正确的电话号码');
  await admin.writes('社区电话', '0891-6000100');
  await admin.presses('保存');
  await admin.sees('0891600');
  await admin.opens('/setup');
}

/** Two grids, each with a worker; answers how the first of them logs in. */
async function makesGrids(/** @type {Person} */ admin) {
  const workers = [];
  for (const [nth, name] of GRIDS.entries()) {
    await admin.opens('/setup/grids?add=1');
    await admin.writes('名称', name);
    await admin.writes('值班电话', `0891600020${nth}`);
    await admin.presses('保存');
    await admin.presses('安排专职网格员');
    await admin.writes('称呼', `网格员${nth + 1}`);
    await admin.writes('账号名', `worker-${nth + 1}`);
    await admin.presses('安排专职网格员');
    workers.push({ account: `worker-${nth + 1}`, password: await passwordTold(admin) });
    await admin.sees('专职网格员 ·');
  }
  assert.ok(workers[0]);
  return workers[0];
}

/** What the sheet shows once; it is closed as by somebody who has copied it. */
async function passwordTold(/** @type {Person} */ admin) {
  const told = await admin.page.getByRole('dialog').locator('.one-time').innerText();
  assert.match(told, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await admin.page.getByRole('dialog').getByRole('button', { name: '抄好了' }).click();
  await admin.settles();
  return told;
}

/** With nothing but a keyboard: the verb of an empty list has the focus at hand, and Enter presses it. */
async function saysWhatOneCanFileAbout(/** @type {Person} */ admin) {
  await admin.opens('/setup/categories');
  const usual = admin.button('用常见的十类');
  for (let n = 0; n < 20 && !(await usual.evaluate((of) => of === document.activeElement)); n++)
    await admin.page.keyboard.press('Tab');
  await admin.page.keyboard.press('Enter');
  await admin.sees('路灯照明');
}

async function opensAnAccount(/** @type {Person} */ admin) {
  await admin.opens('/setup/accounts?add=1');
  await admin.writes('称呼', '拉巴');
  await admin.writes('账号名', 'worker-1');
  await admin.chooses('社区负责人');
  await admin.chooses(/^新村社区/);
  await admin.presses('开新账号');
  await admin.sees(/账号名已经有人用了/);
  await admin.writes('账号名', 'laba');
  await admin.presses('开新账号');
  await passwordTold(admin);
}

function register() {
  const all = Array.from({ length: HOUSEHOLDS }, (_, n) => n);
  const building = (/** @type {number} */ n) => `${Math.floor(n / IN_A_BUILDING) + 1}号楼`;
  const care = (/** @type {number} */ n) => (n % (HOUSEHOLDS / BAD) === 9 ? '不知道' : '');
  const doors = all.map((n) => [building(n), `${100 + (n % IN_A_BUILDING)}`, care(n)]);
  const buildings = all
    .filter((n) => n % IN_A_BUILDING === 0)
    .map((n) => [GRIDS[n < HOUSEHOLDS / 2 ? 0 : 1] ?? '', building(n)]);
  return spreadsheet({ 楼栋: [['网格', '楼栋'], ...buildings], 住户: [['楼栋', '门牌', '需要关照'], ...doors] });
}

async function takesTheRegisterOver(/** @type {Person} */ admin) {
  await admin.opens('/setup');
  await to(admin, '楼栋和住户');
  const patience = 60_000;
  const choosing = admin.page.waitForEvent('filechooser');
  await admin.presses('选择表格');
  const file = { name: '住户登记表.xlsx', mimeType: 'application/octet-stream', buffer: register() };
  await (await choosing).setFiles(file);
  await admin.page.waitForURL(/\/imports\/one/);
  await admin.screen.getByText(`有 ${BAD} 行不对。`).first().waitFor({ timeout: patience });
  await admin.screen.getByRole('switch').click();
  const good = HOUSEHOLDS + HOUSEHOLDS / IN_A_BUILDING - BAD;
  await admin.presses(`导入 ${good} 行`);
  await admin.screen.getByText(`已导入 ${good} 行。`).first().waitFor({ timeout: patience });
}

/** Of one building; answers the path of a link as a phone reads it off the paper. */
async function printsCards(/** @type {Person} */ admin) {
  await admin.opens('/setup');
  await to(admin, '联络卡');
  await admin.presses(/第一网格/);
  await admin.screen.getByRole('tab', { name: '一栋楼' }).click();
  await admin.presses(/^制卡/);
  await admin.page.waitForURL(/batchId=/);
  await admin.sees('可以打印');
  await admin.settles();
  const [sheet] = await Promise.all([admin.page.waitForEvent('download'), admin.presses('下载打印版')]);
  const file = join(tmpdir(), `sevengrid-first-sheet-${process.pid}.pdf`);
  await sheet.saveAs(file);
  const links = linksOn(file);
  rmSync(file);
  assert.equal(new Set(links).size, 8, `eight links in ${links.join()}`);
  return new URL(links[5] ?? '').pathname;
}

/** @param {import('playwright-core').Browser} browser @param {string} card @param {{ account: string, password: string }} known */
async function filesByCard(browser, card, known) {
  const guest = await Person.with(browser, { base: EMPTY.base });
  await guest.opens(card);
  await guest.sees('网格员1');
  const { number } = await guest.files('新社区的第一件事');
  assert.match(number, /^新-\d{8}-0001$/);
  await guest.leaves();
  const worker = await Person.with(browser, { base: EMPTY.base });
  await logsIn(worker, known.account, known.password);
  await worker.sees(/新社区的第一件事/);
  await worker.leaves();
}
