// Points, offers and codes as a member of the demo sees them, and the counter of a shop opened just for them.
import { ask, tokenOf } from './server.mjs';
import { openShop } from './shop.mjs';

/** @typedef {import('playwright-core').Page} Page */

const top = (/** @type {Page} */ page) => page.locator('.taro_page:visible').last();

const HAVE = /^(兑换|领取|བརྗེ་བ།|ལེན་པ།)$/;
const GIVE_BACK = /^(取消兑换|བརྗེ་ལེན་ཕྱིར་འཐེན།)$/;
const asks = (/** @type {RegExp} */ words) => async (/** @type {Page} */ page) => {
  await top(page).getByRole('button', { name: words }).last().click();
  await page.getByRole('dialog').waitFor();
};

/** What a camera at the counter reads off the customer's screen; home hands it on in the address. */
const scans = (/** @type {string} */ token, /** @type {string} */ id) => async (/** @type {Page} */ page) => {
  const { code } = await ask(`/redemptions/${id}/code`, { token });
  await page.goto(`${new URL(page.url()).origin}/counter?code=${code}`);
  await top(page).locator('.numbers').waitFor();
};

/** @returns {Promise<{ screens: import('./screens.mjs').Screen[], token: string }>} the screens, and a session at the counter */
export async function screensOfRewards() {
  const { counter, cleaning, voucher } = await openShop();
  const member = await tokenOf('member');
  const open = (/** @type {string} */ id) => ask(`/offers/${id}/redemptions`, { token: member, body: {} });
  const { id: waiting } = await open(cleaning);
  const { id: shown } = await open(voucher);
  const { id: gone } = await open(voucher);
  await ask(`/redemptions/${gone}`, { token: member, method: 'DELETE', body: {} });
  return {
    token: await counter(),
    screens: [
      { name: 'home-merchant', who: 'shop', path: '/' },
      { name: 'points', who: 'member', path: '/points' },
      { name: 'offers', who: 'member', path: '/offers' },
      { name: 'offer', who: 'member', path: `/offers/one?id=${cleaning}`, then: asks(HAVE) },
      { name: 'offer-free', who: 'resident', path: `/offers/one?id=${voucher}` },
      { name: 'code', who: 'member', path: `/redemptions/one?id=${waiting}`, then: asks(GIVE_BACK) },
      { name: 'code-over', who: 'member', path: `/redemptions/one?id=${gone}` },
      { name: 'redemptions', who: 'member', path: '/redemptions' },
      { name: 'counter', who: 'shop', path: '/counter' },
      { name: 'counter-found', who: 'shop', path: '/counter', then: scans(member, shown) },
      { name: 'counter-today', who: 'shop', path: '/counter/today' },
    ],
  };
}
