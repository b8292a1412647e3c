// Saying it instead of writing it, and showing it: recorded and taken on the phone, there after a reload, heard and seen by those at work.
import assert from 'node:assert/strict';
import { scenario } from '../scenarios.mjs';
import { PATIENCE, Sender } from '../sender.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

export async function photosAndVoice(/** @type {import('playwright-core').Browser} */ browser) {
  const { accounts } = await demo();
  let ticketId = '';

  await scenario('a resident says what is wrong, adds photos, takes one back, and files without a word', async () => {
    const resident = /** @type {Sender} */ (await Sender.with(browser));
    await resident.logsIn('resident', accounts);
    await resident.opens('/tickets/new');
    await resident.screen.getByRole('radio').last().click();
    await resident.says(2);
    await resident.adds(3);
    await resident.hasSent(4);
    await resident.presses('删除照片 2');
    await resident.hasSent(3);
    // The draft and its files lie on the phone by now.
    await resident.page.waitForTimeout(2_500);
    await resident.reloads();
    await resident.hasSent(3);
    await resident.presses('提交');
    await resident.sees('收到了');
    const { items } = await ask('/me/tickets', { token: await tokenOf('resident') });
    assert.equal(items[0].spoken, true);
    ticketId = items[0].id;
    await resident.leaves();
  });

  await scenario('the worker hears it and looks at the photos large, one after the other', async () => {
    const worker = /** @type {Sender} */ (await Sender.with(browser));
    await worker.logsIn('worker', accounts);
    await worker.opensTicket(ticketId);
    await worker.sees(/^语音：/);
    assert.equal(await worker.drawn(), 2);
    await worker.presses(/播放录音/);
    await worker.screen.getByRole('button', { name: '停止播放' }).waitFor();
    await worker.screen.getByRole('button', { name: /播放录音/ }).waitFor({ timeout: PATIENCE });
    await worker.presses(/看大图：照片 1/);
    const large = worker.page.getByRole('dialog', { name: '看大图' });
    await large.getByText('第 1 张，共 2 张').waitFor();
    await worker.page.keyboard.press('ArrowRight');
    await large.getByText('第 2 张，共 2 张').waitFor();
    await worker.page.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    await worker.leaves();
  });

  await scenario('a photo taken without network waits, is sent when it returns, and goes with the visit', async () => {
    const worker = /** @type {Sender} */ (await Sender.with(browser));
    await worker.logsIn('worker', accounts);
    await worker.opensTicket(ticketId);
    await worker.begins('受理');
    await worker.sends('受理');
    await worker.opensTicket(ticketId);
    await worker.begins('登记走访');
    await worker.writes(/看到什么/, '上门看过，拍了照');
    await worker.context.setOffline(true);
    await worker.adds(1);
    await worker.sees('等待上传');
    await worker.context.setOffline(false);
    await worker.hasSent(1);
    await worker.sends('登记走访');
    const resident = /** @type {Sender} */ (await Sender.with(browser));
    await resident.logsIn('resident', accounts);
    await resident.opensTicket(ticketId);
    await resident.sees('上门看过，拍了照');
    assert.equal(await resident.drawn(), 3);
    await worker.leaves();
    await resident.leaves();
  });
}
