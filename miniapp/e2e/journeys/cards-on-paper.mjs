// Cards for a building are made and printed; what a phone reads off the paper opens the card, and an appeal is filed on it.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../person.mjs';
import { hasPoppler, linksOn } from '../printed-sheet.mjs';
import { leaveOut, scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';

const NAME = 'cards of a building are printed, and one scanned off the paper files an appeal';

export async function cardsOnPaper(/** @type {import('playwright-core').Browser} */ browser) {
  if (!hasPoppler()) return leaveOut(NAME, 'pdftoppm is missing (sudo apt-get install -y poppler-utils)');
  return scenario(NAME, async () => {
    const token = await tokenOf('lead');
    const { items: grids } = await ask('/grids', { token });
    const lead = await Person.with(browser, { token });
    await lead.opens(`/cards/print?gridId=${grids.at(-1).id}`);
    await lead.screen.getByRole('tab', { name: '一栋楼' }).click();
    await lead.chooses('全部');
    await lead.presses(/^制卡/);
    await lead.page.waitForURL(/batchId=/);
    await lead.sees('可以打印');
    await lead.settles();
    const [sheet] = await Promise.all([lead.page.waitForEvent('download'), lead.presses('下载打印版')]);
    const file = join(tmpdir(), `sevengrid-sheet-${process.pid}.pdf`);
    await sheet.saveAs(file);
    await lead.sees('已经下载');
    await lead.leaves();
    const links = linksOn(file);
    rmSync(file);
    assert.equal(new Set(links).size, 8, `eight links in ${links.join()}`);
    const guest = await Person.with(browser);
    await guest.opens(new URL(links[2] ?? '').pathname);
    await guest.sees('值班电话');
    const { number } = await guest.files(`扫纸卡反映 ${Date.now()}`);
    assert.match(number, /^幸-\d{8}-\d{4}$/);
    await guest.leaves();
  });
}
