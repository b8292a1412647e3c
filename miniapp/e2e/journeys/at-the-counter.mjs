// A redemption at the counter by two people: a member shows the code, a shop scans it, gives, and takes one back.
import assert from 'node:assert/strict';
import jsqr from 'jsqr';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, tokenOf } from '../server.mjs';
import { openShop } from '../shop.mjs';

/** How wide a camera sees the code, in dots. */
const SIDE = 420;

/** What a camera reads off the screen: the code as it is drawn there. */
async function scanned(/** @type {Person} */ member) {
  const dots = await member.screen.locator('.qr').evaluate(async (of, side) => {
    const [, address = ''] = /^url\("(.*)"\)$/.exec(getComputedStyle(of).backgroundImage) ?? [];
    const picture = Object.assign(document.createElement('img'), { width: side, height: side, src: address });
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d');
    if (!context) return [];
    context.fillStyle = '#fff';
    context.fillRect(0, 0, side, side);
    context.drawImage(picture, 0, 0, side, side);
    return [...context.getImageData(0, 0, side, side).data];
  }, SIDE);
  const read = /** @type {any} */ (jsqr)(Uint8ClampedArray.from(dots), SIDE, SIDE);
  assert.ok(read, 'no code can be read off the screen');
  return read.data;
}

const standing = async () => {
  const { balance, held, available } = await ask('/me/points', { token: await tokenOf('member') });
  return { balance, held, available };
};

export async function atTheCounter(/** @type {import('playwright-core').Browser} */ browser) {
  await scenario('at the counter: a member redeems, a shop scans and gives, and the member sees it', async () => {
    const { counter, cleaning, title } = await openShop();
    const before = await standing();
    const member = await Person.with(browser, { token: await tokenOf('member') });
    await member.opens('/');
    await member.presses('兑换服务');
    await member.page.waitForURL(/\/offers/);
    await member.settles();
    await member.sees(title);
    await member.opens(`/offers/one?id=${cleaning}`);
    await member.presses('兑换');
    await member.page.getByRole('dialog').getByRole('button', { name: '兑换', exact: true }).click();
    await member.page.waitForURL(/\/redemptions\/one/);
    await member.settles();
    await member.screen.locator('.qr').waitFor();
    assert.deepEqual(await standing(), { ...before, held: before.held + 5, available: before.available - 5 });

    const shop = await Person.with(browser, { token: await counter() });
    await shop.opens('/');
    await shop.sees('扫码核销');
    await shop.opens(`/counter?code=${encodeURIComponent(await scanned(member))}`);
    await shop.sees(title);
    const seen = await shop.screen.innerText();
    const { name } = await ask('/me', { token: await tokenOf('member') });
    assert.ok(seen.includes('*') && !seen.includes(name), 'the shop sees a masked name');
    await shop.presses('核销');
    await shop.sees('已核销');
    await member.sees('已核销');
    assert.deepEqual(await standing(), { ...before, balance: before.balance - 5, available: before.available - 5 });

    await shop.presses(/^撤回核销/);
    await shop.page.getByRole('dialog').getByRole('button', { name: '撤回核销', exact: true }).click();
    await shop.sees(/已撤回/);
    await member.sees('商户已撤回');
    assert.deepEqual(await standing(), before);
    await shop.opens('/counter/today');
    await shop.sees('已撤回');
    await member.opens('/points');
    await member.sees('兑换退回');
    await shop.leaves();
    await member.leaves();
  });
}
