// The parking story, as those who were in it went it: a resident, a worker, staff, the traffic police, a firm, and whoever asks in the end.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

const SAID = '院门口的路双向都堵，没处停车';

/** What is filled in on a sheet, and its verb. */
async function answers(/** @type {Person} */ person, /** @type {string} */ verb, /** @type {string} */ words) {
  await person.presses(verb);
  const sheet = person.page.getByRole('dialog');
  if (verb === '退回') await sheet.getByRole('radio', { name: /材料或信息不够/ }).click();
  await sheet.getByRole('textbox').fill(words);
  await sheet.getByRole('button', { name: verb, exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await person.settles();
}

async function asks(
  /** @type {Person} */ staff,
  /** @type {string} */ id,
  /** @type {RegExp} */ body,
  /** @type {string} */ words,
) {
  await staff.opensTicket(id);
  await staff.begins('请单位协办');
  await staff.chooses(body);
  await staff.writes(/请他们做什么/, words);
  await staff.sends('请单位协办');
}

/** The body finds the request on its first page, the most pressing first, and opens it. */
async function opensRequest(/** @type {Person} */ partner, /** @type {string} */ words) {
  await partner.opens('/');
  await partner.screen
    .getByRole('button', { name: new RegExp(words) })
    .first()
    .click();
  await partner.page.waitForURL(/\/requests\/one/);
  await partner.settles();
  await partner.sees(words);
}

export async function outsideHelp(/** @type {import('playwright-core').Browser} */ browser) {
  const { accounts } = await demo();
  const stamp = Date.now();
  const words = `${SAID} ${stamp}`;
  const [toPolice, toFirm, again] = ['请来看能不能改单行', '请划车位、收费管理', '车位图已附在信里'].map(
    (of) => `${of} ${stamp}`,
  );
  let id = '';

  await scenario(
    'parking: a resident says it, the worker takes it as a matter of several parties and visits',
    async () => {
      const resident = await Person.with(browser, { token: await tokenOf('resident') });
      await resident.opens('/tickets/new');
      await resident.chooses(/停车出行/);
      await resident.writes(/说一说怎么了/, words);
      await resident.presses('提交');
      await resident.sees('收到了');
      await resident.leaves();
      const { items } = await ask('/me/tickets?limit=100', { token: await tokenOf('resident') });
      id = items.find(
        (/** @type {{ title: string }} */ { title }) => title.startsWith(SAID) && title.includes(String(stamp)),
      ).id;
      const worker = await Person.with(browser, { token: await tokenOf('worker') });
      await worker.opensTicket(id);
      await worker.begins('受理');
      await worker.chooses(/复杂/);
      await worker.sends('受理');
      await worker.opensTicket(id);
      await worker.begins('登记走访');
      await worker.chooses('上门');
      await worker.writes(/看到什么/, '早高峰对头堵了二十分钟');
      await worker.sends('登记走访');
      await worker.leaves();
    },
  );

  await scenario('parking: the traffic police answer what they were asked, and see nothing else', async () => {
    const staff = await Person.with(browser, { token: await tokenOf('staff') });
    await asks(staff, id, /交警大队/, toPolice);
    await staff.sees('等答复');
    const police = await Person.with(browser);
    await police.logsIn('police', accounts);
    await opensRequest(police, toPolice);
    const page = await police.screen.innerText();
    for (const secret of [SAID, '早高峰对头堵了', '扎西卓玛'])
      assert.ok(!page.includes(secret), `${secret} is shown to the police`);
    await answers(police, '答复', '已改成由西向东单行');
    await police.sees('已答复');
    for (const path of ['/queue', `/tickets/one?id=${id}`, '/household']) {
      await police.opens(path);
      assert.ok(!(await police.screen.innerText()).includes(SAID), `${path} shows a ticket to the police`);
    }
    await staff.opensTicket(id);
    await staff.sees('已改成由西向东单行');
    await police.leaves();
    await staff.leaves();
  });

  await scenario('parking: the firm sends it back once with a reason, and answers when it is asked again', async () => {
    const staff = await Person.with(browser, { token: await tokenOf('staff') });
    await asks(staff, id, /安居物业/, toFirm);
    const firm = await Person.with(browser, { token: await tokenOf('property') });
    await opensRequest(firm, toFirm);
    await answers(firm, '退回', '没有附车位图');
    await firm.sees('已退回');
    await asks(staff, id, /安居物业/, again);
    await opensRequest(firm, again);
    assert.equal(await firm.button('退回').count(), 0, 'it may be sent back a second time');
    await answers(firm, '答复', '车位划好，收费牌已公示');
    await firm.leaves();
    await staff.leaves();
  });

  await scenario(
    'parking: resolved, visited by a colleague who is told the rule of two days, and rated by the resident',
    async () => {
      const worker = await Person.with(browser, { token: await tokenOf('worker') });
      await worker.opensTicket(id);
      await worker.sees('安居物业公司（演示）答复了');
      await worker.begins('登记办结');
      await worker.chooses('办好了');
      await worker.writes(/做了什么/, '路改单行，车位有人管');
      await worker.sends('登记办结');
      await worker.leaves();
      const verifier = await Person.with(browser, { token: await tokenOf('staff2') });
      await verifier.opensTicket(id);
      await verifier.begins('回访登记');
      await verifier.chooses(/联系不上/);
      await verifier.sees(/两天各联系一次/);
      await verifier.presses('先记一次“没联系上”');
      await verifier.page.waitForURL(/action=attempt/);
      await verifier.settles();
      await verifier.sends('没联系上');
      await verifier.opensTicket(id);
      await verifier.begins('回访登记');
      await verifier.sees(/有 1 次没联系上/);
      await verifier.chooses(/^办好了/);
      await verifier.chooses('上门');
      await verifier.sends('回访登记');
      await verifier.leaves();
      const resident = await Person.with(browser, { token: await tokenOf('resident') });
      await resident.opensTicket(id);
      await resident.sees('交警大队（演示）答复了');
      await resident.seesNot('已改成由西向东单行');
      await resident.presses('评一评');
      const sheet = resident.page.getByRole('dialog');
      await sheet.getByRole('radio', { name: '满意', exact: true }).click();
      await sheet.getByRole('button', { name: '评一评', exact: true }).click();
      await sheet.waitFor({ state: 'detached' });
      await resident.sees('满意度：满意');
      await resident.leaves();
    },
  );
}
