// The desk with nothing but a keyboard, and the language switch on first screens.
import assert from 'node:assert/strict';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

const focusedRole = () => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName ?? '';

export async function deskAndLanguage(/** @type {import('playwright-core').Browser} */ browser) {
  await scenario('a ticket is found, opened and accepted at the desk without a mouse', async () => {
    const resident = await Person.with(browser, { token: await tokenOf('resident') });
    const { number } = await resident.files(`键盘来办 ${Date.now()}`);
    await resident.leaves();
    const staff = await Person.with(browser, { width: 1280, height: 800, token: await tokenOf('staff') });
    const { keyboard } = staff.page;
    await staff.opens('/desk');
    await staff.screen.locator('[id^="line-"]').first().waitFor();
    await keyboard.press('j');
    await keyboard.press('j');
    await keyboard.press('k');
    await staff.sees('进展');
    await keyboard.press('/');
    await keyboard.type(number);
    await staff.sees(/键盘来办/);
    await staff.settles();
    // Escape once clears the search; leaving the field without it is what Tab is for.
    await keyboard.press('Tab');
    await keyboard.press('j');
    await staff.sees('进展');
    await keyboard.press('r');
    await staff.page.waitForURL(/\/tickets\/act/);
    await staff.settles();
    // Arrows choose within a group, and Tab stops at it once.
    const chosen = staff.screen.getByRole('radio', { checked: true }).first();
    const before = await chosen.textContent();
    await chosen.focus();
    await keyboard.press('ArrowDown');
    assert.notEqual(await chosen.textContent(), before);
    await keyboard.press('ArrowUp');
    assert.equal(await chosen.textContent(), before);
    assert.equal(await staff.screen.locator('[role=radio]:not([tabindex="-1"])').count(), 1);
    for (let n = 0; n < 40; n++) {
      await keyboard.press('Tab');
      const words = await staff.page.evaluate(() => document.activeElement?.textContent ?? '');
      if (words.trim() === '受理') break;
    }
    assert.match(await staff.page.evaluate(focusedRole), /button/i);
    await keyboard.press('Enter');
    await staff.page.waitForURL((url) => !url.pathname.endsWith('/act'));
    await staff.settles();
    await staff.leaves();
  });

  await scenario('a new card replaces the old one, and its code is gone once it is lost', async () => {
    const token = await tokenOf('lead');
    const { items } = await ask('/households?limit=100', { token });
    const lead = await Person.with(browser, { token });
    await lead.opens(`/cards/issue?householdId=${items.at(-1).id}`);
    for (const verb of ['换新卡', '挂失或停用']) {
      await lead.presses(verb);
      await lead.chooses('丢了');
      await lead.page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();
      await lead.page.getByRole('dialog').waitFor({ state: 'detached' });
      await lead.settles();
      if (verb === '换新卡') await lead.sees(/\/c\/[0-9A-Z]{22}/);
    }
    await lead.seesNot(/\/c\/[0-9A-Z]{22}/);
    await lead.sees('发卡');
    await lead.leaves();
  });

  await scenario('every first screen has the language switch, and what is chosen stays', async () => {
    const { cardPath } = await demo();
    const guest = await Person.with(browser);
    for (const path of ['/', '/login', cardPath]) {
      await guest.opens(path);
      assert.ok((await guest.screen.locator('.language-switch').count()) > 0, `${path} has no language switch`);
    }
    await guest.screen.locator('.language-switch').last().click();
    await guest.screen.locator('.page.is-bo').waitFor();
    await guest.opens('/');
    assert.equal(await guest.screen.locator('.page').getAttribute('lang'), 'bo');
    assert.match(await guest.screen.innerText(), /[\u0f40-\u0fbc]{2}/);
    await guest.screen.locator('.language-switch').last().click();
    await guest.screen.locator('.page.is-zh').waitFor();
    await guest.leaves();
  });
}
