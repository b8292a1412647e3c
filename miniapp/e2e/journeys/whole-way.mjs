// The whole way as four people: a guest or a resident files, the grid worker handles, a colleague visits, the requester has the last word.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

/** The id behind a number, as staff look it up. */
async function idOf(/** @type {string} */ number) {
  const { items } = await ask(`/tickets?queue=all&q=${encodeURIComponent(number)}`, { token: await tokenOf('lead') });
  const found = items.find((/** @type {{ number: string }} */ one) => one.number === number);
  assert.ok(found, `${number} is in no queue`);
  return found.id;
}

async function handles(/** @type {Person} */ worker, /** @type {string} */ id) {
  await worker.opensTicket(id);
  await worker.begins('受理');
  await worker.sends('受理');
  await worker.opensTicket(id);
  await worker.begins('登记走访');
  await worker.chooses('上门');
  await worker.writes(/看到什么/, '上门看过，灯座锈坏');
  await worker.sends('登记走访');
  await worker.opensTicket(id);
  await worker.begins('登记办结');
  await worker.chooses('办好了');
  await worker.writes(/做了什么/, '换了新的声控灯');
  await worker.sends('登记办结');
}

export async function wholeWay(/** @type {import('playwright-core').Browser} */ browser) {
  const { accounts, cardPath } = await demo();
  let ticketId = '';
  const words = `楼道灯坏了三天 ${Date.now()}`;

  await scenario('a guest scans the card, files in three taps and gets number and follow-code', async () => {
    const guest = await Person.with(browser);
    await guest.opens(cardPath);
    assert.ok(!guest.page.url().includes(cardPath), 'the token stays in the address');
    await guest.presses(/我要反映/);
    await guest.page.waitForURL(/\/tickets\/new/);
    await guest.settles();
    const { number, code } = await guest.files(words);
    assert.match(number, /^.{1,2}-\d{8}-\d{4}$/);
    assert.match(code, /^[0-9A-Z-]{10,12}$/);
    ticketId = await idOf(number);
    await guest.presses('看进展');
    await guest.sees(words);
    const other = await Person.with(browser);
    await other.opens('/tickets?follow=1');
    await other.writes(/编号/, number);
    await other.writes(/查询码/, code);
    await other.presses('查进展');
    await other.sees(words);
    await other.leaves();
    await guest.leaves();
  });

  await scenario('the grid worker finds it in the queue, accepts, records a visit and resolves', async () => {
    const worker = await Person.with(browser);
    await worker.logsIn('worker', accounts);
    await worker.sees('工作台 · 第一网格');
    await handles(worker, ticketId);
    await worker.opensTicket(ticketId);
    await worker.sees('换了新的声控灯');
    assert.equal(await worker.button('回访登记').count(), 0, 'the handler may not make the return visit');
    await worker.leaves();
  });

  await scenario('another member of staff makes the return visit and closes it', async () => {
    const staff = await Person.with(browser);
    await staff.logsIn('staff2', accounts);
    await staff.opensTicket(ticketId);
    await staff.begins('回访登记');
    await staff.chooses('办好了');
    await staff.chooses('电话');
    await staff.sends('回访登记');
    await staff.opensTicket(ticketId);
    await staff.sees(/已办结/);
    await staff.leaves();
  });

  await scenario('a resident files, reads every step on the timeline and confirms', async () => {
    const resident = await Person.with(browser);
    await resident.logsIn('resident', accounts);
    const { number } = await resident.files(`水管漏水 ${Date.now()}`);
    const id = await idOf(number);
    const worker = await Person.with(browser, { token: await tokenOf('worker') });
    await handles(worker, id);
    await worker.leaves();
    await resident.opensTicket(id);
    for (const step of [/反映了这件事/, /接手了/, /上门看过了/, '上门看过，灯座锈坏', /办好了/, '换了新的声控灯'])
      await resident.sees(step);
    await resident.presses('解决了');
    await resident.page.getByRole('dialog').getByRole('button', { name: '解决了' }).click();
    await resident.sees(/已解决/);
    await resident.opens('/inbox');
    await resident.sees(/接手/);
    await resident.leaves();
  });

  await scenario('"not solved" reopens it, and the worker sees it again', async () => {
    const resident = await Person.with(browser, { token: await tokenOf('resident') });
    const { number } = await resident.files(`井盖松动 ${Date.now()}`);
    const id = await idOf(number);
    const worker = await Person.with(browser, { token: await tokenOf('worker') });
    await handles(worker, id);
    await resident.opensTicket(id);
    await resident.presses('没解决');
    const sheet = resident.page.getByRole('dialog');
    await sheet.getByRole('textbox').fill('又松了');
    await sheet.getByRole('button', { name: '没解决' }).click();
    await resident.sees('重新办理');
    await worker.opens('/queue');
    await worker.finds(/井盖松动/);
    await worker.opensTicket(id);
    await worker.sees('又松了');
    assert.ok((await worker.button('登记走访').count()) > 0, 'the worker may not go on');
    await worker.leaves();
    await resident.leaves();
  });
}
