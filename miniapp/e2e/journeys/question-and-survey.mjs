// What an appeal needs of people in between: a question answered on the phone, more time granted, a survey filled in on paper.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';

/** An appeal of the resident's that the worker has visited; what the browser is not there to prove is asked of the server. */
async function visited(/** @type {string} */ words) {
  const [resident, worker] = [await tokenOf('resident'), await tokenOf('worker')];
  const { items } = await ask('/ticket-categories', { token: resident });
  const body = { categoryId: items.at(-1).id, words, channel: 'mini', consent: 'self' };
  const { id } = await ask('/tickets', { token: resident, body });
  await ask(`/tickets/${id}/accept`, { token: worker, body: { grade: 'G2' } });
  await ask(`/tickets/${id}/contact`, { token: worker, body: { how: 'visit', words: '上门看过' } });
  return id;
}

export async function questionAndSurvey(/** @type {import('playwright-core').Browser} */ browser) {
  let id = '';

  await scenario('a question stands on top of the appeal until it is answered on the phone', async () => {
    id = await visited(`门铃不响 ${Date.now()}`);
    const worker = await Person.with(browser, { token: await tokenOf('worker') });
    await worker.opensTicket(id);
    await worker.begins('问居民');
    await worker.chooses('消息');
    await worker.writes('要问什么', '您哪天在家？');
    await worker.sends('问居民');
    await worker.opensTicket(id);
    await worker.sees('在等反映人答复');
    assert.equal(await worker.button('登记办结').count(), 1);
    const resident = await Person.with(browser, { token: await tokenOf('resident') });
    await resident.opensTicket(id);
    await resident.sees('有一个问题要问您');
    await resident.sees('您哪天在家？');
    await resident.presses('答复');
    const sheet = resident.page.getByRole('dialog');
    await sheet.getByRole('textbox').fill('周六上午在');
    await sheet.getByRole('button', { name: '答复', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await resident.sees('您答复了');
    await resident.seesNot('有一个问题要问您');
    await worker.opensTicket(id);
    await worker.sees('周六上午在');
    await resident.leaves();
    await worker.leaves();
  });

  await scenario('a lead grants more time once, and whoever asked reads the new date and why', async () => {
    const lead = await Person.with(browser, { token: await tokenOf('lead') });
    await lead.opensTicket(id);
    await lead.begins('延长时限');
    await lead.chooses('2 天');
    await lead.writes('为什么要延长', '配件要从外地来');
    await lead.sends('延长时限');
    await lead.opensTicket(id);
    await lead.presses('更多');
    assert.equal(await lead.screen.getByRole('button', { name: /^延长时限/ }).count(), 0, 'it may be granted twice');
    const resident = await Person.with(browser, { token: await tokenOf('resident') });
    await resident.opensTicket(id);
    await resident.sees('时限延长 2 天');
    await resident.sees('配件要从外地来');
    await resident.leaves();
    await lead.leaves();
  });

  await scenario('a verifier is appointed, closes it, and enters what was filled in on paper', async () => {
    const worker = await tokenOf('worker');
    await ask(`/tickets/${id}/resolve`, { token: worker, body: { outcome: 'solved', words: '换了门铃' } });
    const lead = await Person.with(browser, { token: await tokenOf('lead') });
    await lead.opensTicket(id);
    await lead.begins('安排回访人');
    await lead.chooses(/张丽华/);
    await lead.sends('安排回访人');
    await lead.opensTicket(id);
    await lead.sees('由张丽华来回访');
    await lead.leaves();
    const verifier = await Person.with(browser, { token: await tokenOf('staff2') });
    await verifier.opensTicket(id);
    await verifier.begins('回访登记');
    await verifier.chooses(/^办好了/);
    await verifier.sends('回访登记');
    await verifier.opensTicket(id);
    await verifier.begins('填满意度');
    await verifier.chooses('还行');
    await verifier.chooses('纸上填的');
    await verifier.writes(/居民还说了什么/, '声音有点小');
    await verifier.sends('填满意度');
    await verifier.opensTicket(id);
    await verifier.sees('满意度：还行');
    await verifier.sees('声音有点小');
    await verifier.leaves();
  });
}
