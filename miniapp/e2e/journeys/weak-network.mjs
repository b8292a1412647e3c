// A phone with a bad network and a hasty thumb: a draft survives, and what is sent is sent once.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

/** How many of the resident's appeals have these words. */
async function filed(/** @type {string} */ words) {
  const { items } = await ask('/me/tickets?limit=100', { token: await tokenOf('resident') });
  return items.filter((/** @type {{ title: string }} */ { title }) => title.includes(words)).length;
}

export async function weakNetwork(/** @type {import('playwright-core').Browser} */ browser) {
  const token = await tokenOf('resident');
  const { accounts } = await demo();

  await scenario('a draft survives closing the page', async () => {
    const resident = await Person.with(browser, { token });
    await resident.describes('没写完的一句');
    await resident.page.waitForTimeout(2_500);
    await resident.reloads();
    await resident.sees(/已恢复您上次没写完的内容/);
    assert.equal(await resident.screen.getByRole('textbox').first().inputValue(), '没写完的一句');
    await resident.presses('清空重写');
    await resident.leaves();
  });

  await scenario('what is filed without network waits on the phone and is sent exactly once', async () => {
    const words = `断网时写的 ${Date.now()}`;
    const resident = await Person.with(browser, { token });
    await resident.describes(words);
    await resident.context.setOffline(true);
    await resident.presses('提交');
    await resident.sees('已记在手机里');
    assert.equal(await filed(words), 0);
    await resident.context.setOffline(false);
    const until = Date.now() + 20_000;
    while ((await filed(words)) === 0 && Date.now() < until) await resident.page.waitForTimeout(500);
    await resident.sees('收到了');
    await resident.reloads();
    await resident.sees('收到了');
    await resident.sees(/^幸-\d{8}-\d{4}$/);
    await resident.page.waitForTimeout(3_000);
    assert.equal(await filed(words), 1);
    await resident.leaves();
  });

  await scenario('what the server refuses later is shown with its reason, and goes back into the form', async () => {
    const words = `后来没收下 ${Date.now()}`;
    const resident = await Person.with(browser, { token });
    await resident.describes(words);
    await resident.context.setOffline(true);
    await resident.presses('提交');
    await resident.sees('已记在手机里');
    const refuses = { code: 'CATEGORY_GONE', detail: '这一类现在不收了。', status: 422 };
    await resident.page.route('**/api/v1/tickets', (route) =>
      route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refuses) }),
    );
    await resident.context.setOffline(false);
    await resident.sees('没有发出');
    await resident.presses('我的事');
    await resident.sees(refuses.detail);
    await resident.page.unroute('**/api/v1/tickets');
    await resident.presses('改一改');
    await resident.presses('提交');
    await resident.sees('收到了');
    assert.equal(await filed(words), 1);
    await resident.leaves();
  });

  await scenario('a session that ends while one writes costs no word', async () => {
    const words = `写着写着过期了 ${Date.now()}`;
    const its = await tokenOf('resident');
    const resident = await Person.with(browser, { token: its });
    await resident.describes(words);
    await ask('/sessions/current', { token: its, method: 'DELETE' });
    await resident.presses('提交');
    await resident.sees(/登录过期了/);
    await resident.presses('登录');
    const { name } = accounts.find((/** @type {{ account: string }} */ { account }) => account === 'resident');
    await resident.presses(new RegExp(name));
    await resident.page.waitForURL(/\/tickets\/new/);
    await resident.settles();
    assert.equal(await resident.screen.getByRole('textbox').first().inputValue(), words);
    await resident.presses('提交');
    await resident.sees('收到了');
    assert.equal(await filed(words), 1);
    await resident.leaves();
  });

  await scenario('an answer that is lost on the way files once all the same', async () => {
    const words = `回音丢了 ${Date.now()}`;
    const resident = await Person.with(browser, { token });
    await resident.describes(words);
    let lost = 0;
    await resident.page.route('**/api/v1/tickets', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await resident.presses('提交');
    await resident.sees(/已记在手机里|收到了/);
    await resident.page.waitForTimeout(6_000);
    assert.equal(lost, 1);
    assert.equal(await filed(words), 1);
    await resident.leaves();
  });

  await scenario('a double tap files one', async () => {
    const words = `点了两下 ${Date.now()}`;
    const resident = await Person.with(browser, { token });
    await resident.describes(words);
    await resident.button('提交').last().dblclick();
    await resident.sees('收到了');
    await resident.page.waitForTimeout(1_000);
    assert.equal(await filed(words), 1);
    await resident.leaves();
  });
}
