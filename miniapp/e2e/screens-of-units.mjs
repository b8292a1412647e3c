// Work units, as the community keeps them and as a unit's contact sees their own.
import { ask } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const opens = (/** @type {RegExp} */ words) => async (/** @type {Page} */ page) => {
  await page.locator('.taro_page:visible').last().getByRole('button', { name: words }).last().click();
  await page.getByRole('dialog').waitFor();
};

const ADD = /^(添加单位|ལས་ཁུངས་སྣོན་པ།)$/;
const ADD_MEMBER = /^(添加成员|ཁོངས་མི་སྣོན་པ།)$/;

/** @param {string} token of staff @returns {Promise<import('./screens.mjs').Screen[]>} */
export async function screensOfUnits(token) {
  const { items } = await ask('/units', { token });
  const one = `/units?id=${items[0].id}`;
  return [
    { name: 'home-unit', who: 'unit', path: '/' },
    { name: 'unit-own', who: 'unit', path: '/unit' },
    { name: 'units', who: 'staff', path: '/units' },
    { name: 'unit', who: 'staff', path: one },
    { name: 'unit-add', who: 'staff', path: '/units', then: opens(ADD) },
    { name: 'unit-member-add', who: 'staff', path: one, then: opens(ADD_MEMBER) },
    { name: 'units-denied', who: 'resident', path: '/units' },
  ];
}
