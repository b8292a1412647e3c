// A clerk takes five thousand households over from a spreadsheet with twenty bad rows, and takes the whole of it back.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';
import { spreadsheet } from '../spreadsheet.mjs';

const HOUSEHOLDS = 5000;
const IN_A_BUILDING = 50;
const BAD = 20;

/** @param {string} estate @param {string} grid */
function workbook(estate, grid) {
  const all = Array.from({ length: HOUSEHOLDS }, (_, n) => n);
  const building = (/** @type {number} */ n) => `${estate}${Math.floor(n / IN_A_BUILDING) + 1}号楼`;
  const doors = all.map((n) => [
    building(n),
    `${100 + (n % IN_A_BUILDING)}`,
    n % (HOUSEHOLDS / BAD) === 9 ? '不知道' : '',
  ]);
  const buildings = all.filter((n) => n % IN_A_BUILDING === 0).map((n) => [grid, building(n)]);
  return spreadsheet({ 楼栋: [['网格', '楼栋'], ...buildings], 住户: [['楼栋', '门牌', '需要关照'], ...doors] });
}

export async function fromASpreadsheet(/** @type {import('playwright-core').Browser} */ browser) {
  await scenario(
    'a clerk hands a spreadsheet in, is told of exactly the bad rows, takes over the rest, and takes it back',
    async () => {
      const token = await tokenOf('admin');
      const { items: grids } = await ask('/grids', { token });
      const clerk = await Person.with(browser, { token, width: 1280, height: 900 });
      // What goes on by itself takes as long as the machine is busy.
      clerk.page.setDefaultTimeout(60_000);
      await clerk.opens('/imports');
      const choosing = clerk.page.waitForEvent('filechooser');
      await clerk.presses('选择表格');
      const buffer = workbook(`旅程${Date.now() % 100_000}小区`, grids[0].name);
      await (await choosing).setFiles({ name: '住户登记表.xlsx', mimeType: 'application/octet-stream', buffer });
      await clerk.page.waitForURL(/\/imports\/one/);
      await clerk.sees(`有 ${BAD} 行不对。`);
      await clerk.sees('住户 · 第 11 行');
      await clerk.sees('需要关照：只能填「是」或「否」。');
      const good = HOUSEHOLDS + HOUSEHOLDS / IN_A_BUILDING - BAD;
      assert.equal(await clerk.button(`导入 ${good} 行`).isDisabled(), true);
      const fetching = clerk.page.waitForEvent('download');
      await clerk.presses(`下载不能导入的 ${BAD} 行`);
      assert.equal((await fetching).suggestedFilename(), '住户登记表-待改.xlsx');
      await clerk.screen.getByRole('switch').click();
      await clerk.presses(`导入 ${good} 行`);
      await clerk.sees(`已导入 ${good} 行。`);
      await clerk.presses('撤回这次导入');
      await clerk.page.getByRole('dialog').getByRole('button', { name: '撤回这次导入' }).click();
      await clerk.sees(`已撤回 ${good} 行。`);
      await clerk.leaves();
    },
  );
}
