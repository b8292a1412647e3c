// The community's own rules at a desk: next year's notice pasted and taken back, deadlines changed by two at once, one person's work handed over.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';

const NEXT = new Date().getUTCFullYear() + 1;
const NOTICE = `${NEXT}年藏历新年：2月6日至12日放假，共7天。2月20日（周六）上班。`;

const desk = { width: 1280, height: 900 };

async function inSheet(/** @type {Person} */ person, /** @type {string} */ verb) {
  const sheet = person.page.getByRole('dialog');
  await sheet.getByRole('button', { name: verb, exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await person.settles();
}

export async function rulesAndHands(/** @type {import('playwright-core').Browser} */ browser) {
  await scenario('next year’s notice is pasted, read, looked over and saved, and given back again', async () => {
    const token = await tokenOf('staff');
    const staff = await Person.with(browser, { ...desk, token });
    await staff.opens('/calendar');
    await staff.writes('通知原文', NOTICE);
    await staff.presses('读出日子');
    await staff.sees('读出 2 段，请在下面对一对。');
    await staff.sees('放假 7 天，补班 1 天。');
    await staff.reloads();
    await staff.sees(/已恢复您上次没写完的内容/);
    await staff.presses('保存这 8 天');
    await staff.sees('保存好了');
    await staff.screen.getByRole('tab', { name: String(NEXT) }).click();
    await staff.sees(/2月6日 .* – 2月12日/);
    const entered = (await ask('/calendar', { token })).days.filter((/** @type {{ day: string }} */ { day }) =>
      day.startsWith(`${NEXT}-02`),
    );
    assert.equal(entered.length, 8);
    for (const span of [/改回平日 2月20日/, /改回平日 2月6日/]) {
      await staff.button(span).click();
      await inSheet(staff, '改回平日');
    }
    await staff.sees('这一年还没有填');
    await staff.leaves();
  });

  await scenario('two change the deadlines at once: the second is told kindly, and loses nothing', async () => {
    const [lead, admin] = [
      await Person.with(browser, { ...desk, token: await tokenOf('lead') }),
      await Person.with(browser, { ...desk, token: await tokenOf('admin') }),
    ];
    const change = async (/** @type {Person} */ person, /** @type {RegExp} */ cell, /** @type {string} */ amount) => {
      await person.button(cell).first().click();
      await person.page.getByRole('dialog').getByRole('textbox', { name: '时限' }).fill(amount);
      await inSheet(person, '就这样改');
    };
    await lead.opens('/deadlines');
    await admin.opens('/deadlines');
    await change(lead, /^一般 · 回访/, '3');
    await change(admin, /^一般 · 回访/, '4');
    await change(admin, /^复杂 · 受理/, '5');
    await lead.presses('保存为新的一版');
    await lead.sees(/已保存为第 \d+ 版/);
    await admin.presses('保存为新的一版');
    await admin.sees(/您的改动都还在，没有丢/);
    await admin.sees(/一般 · 回访：对方定为3 个工作日，您定为4 个工作日/);
    await admin.presses('看过了，接着用我的改动');
    await admin.presses('保存为新的一版');
    await admin.sees(/已保存为第 \d+ 版/);
    await change(admin, /^一般 · 回访/, '2');
    await change(admin, /^复杂 · 受理/, '4');
    await admin.presses('保存为新的一版');
    await admin.sees(/已保存为第 \d+ 版/);
    await admin.leaves();
    await lead.leaves();
  });

  await scenario('all open work of one person goes to another in one action', async () => {
    const token = await tokenOf('staff');
    const { items } = await ask('/ticket-holders', { token });
    const from = items.find((/** @type {any} */ one) => one.displayName === '陈志强');
    assert.ok(from.inHand > 0, 'the demo has nothing to hand over');
    const staff = await Person.with(browser, { token });
    await staff.opens('/handover');
    await staff.chooses(/陈志强/);
    await staff.chooses(/普布次仁/);
    await staff.writes('为什么交接', '调到第三网格');
    await staff.presses('全部交接');
    await staff.page.getByText(`把 ${from.inHand} 件事全部交给普布次仁？`).first().waitFor();
    await inSheet(staff, '全部交接');
    await staff.sees(`交接了 ${from.inHand} 件`);
    const after = (await ask('/ticket-holders', { token })).items;
    assert.equal(after.find((/** @type {any} */ one) => one.id === from.id).inHand, 0);
    await staff.leaves();
  });
}
