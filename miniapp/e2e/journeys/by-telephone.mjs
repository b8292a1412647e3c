// Somebody without a phone of their own calls the office: six digits, who it is, one sentence; and the caller is never left out.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';

/** Milliseconds; a caller does not wait longer. */
const A_MINUTE = 60_000;

export async function byTelephone(/** @type {import('playwright-core').Browser} */ browser) {
  await scenario(
    'a clerk files what a caller says within a minute: short code, caller, matter, one sentence',
    async () => {
      const token = await tokenOf('staff');
      const { items: doors } = await ask('/households?limit=20', { token });
      const { items: cards } = await ask(`/cards?householdId=${doors[0].id}`, { token });
      const clerk = await Person.with(browser, { token });
      const since = Date.now();
      await clerk.opens('/tickets/new?for=1');
      // Read out over the telephone, the digits come in twos or threes.
      await clerk.writes(/短码/, cards[0].shortCode.replace(/(\d{3})/, '$1 '));
      await clerk.presses('查找');
      await clerk.sees(doors[0].address);
      await clerk.screen.getByRole('radiogroup', { name: '这一户的哪一位' }).getByRole('radio').first().click();
      await clerk.seesNot('姓名');
      await clerk.screen
        .getByRole('radiogroup', { name: /什么事/ })
        .getByRole('radio')
        .last()
        .click();
      await clerk.writes(/说一说怎么了/, '老人说厨房水管漏了两天');
      await clerk.presses('替他提交');
      await clerk.sees('收到了');
      assert.ok(Date.now() - since < A_MINUTE, 'it took longer than a caller waits');
      await clerk.presses('看进展');
      await clerk.sees('老人说厨房水管漏了两天');
      await clerk.leaves();
    },
  );

  await scenario('an unknown short code says so, and the words already written stay', async () => {
    const clerk = await Person.with(browser, { token: await tokenOf('staff') });
    await clerk.opens('/tickets/new?for=1');
    await clerk.writes(/说一说怎么了/, '下水道堵了');
    await clerk.writes(/短码/, '000000');
    await clerk.presses('查找');
    await clerk.sees(/没有这个短码/);
    assert.equal(await clerk.screen.getByRole('textbox', { name: /说一说怎么了/ }).inputValue(), '下水道堵了');
    await clerk.leaves();
  });
}
