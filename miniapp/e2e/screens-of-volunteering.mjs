// The pages of volunteering, with the demo's activities of every stage, as members, an organiser and staff see them.
import { ask } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const top = (/** @type {Page} */ page) => page.locator('.taro_page:visible').last();

/** @param {RegExp} words */
const opensSheet = (words) => async (/** @type {Page} */ page) => {
  await top(page).getByRole('button', { name: words }).last().click();
  await page.getByRole('dialog').waitFor();
};

const MY_CODE = /出示我的码|ངའི་ཨང་རྟགས་སྟོན།/;
const OBJECT = /提异议|དོགས་གཞི་འདོན།/;
const ADD = /补录一个人|མི་ཞིག་ཁ་གསབ།/;
const CANCEL = /取消活动|བྱེད་སྒོ་མེད་པར་བཟོ།/;

/** @param {Record<string, string | undefined>} tokens of the demo's people @returns {Promise<import('./screens.mjs').Screen[]>} */
export async function screensOfVolunteering(tokens) {
  const { items } = await ask('/activities?list=all&limit=50', { token: tokens.staff });
  const at = (/** @type {string} */ stage) => {
    const found = items.find((/** @type {any} */ one) => one.stage === stage);
    if (!found) throw new Error(`the demo has no activity that is ${stage}`);
    return `?id=${found.id}`;
  };
  return [
    { name: 'activities', who: 'member', path: '/activities' },
    { name: 'activities-staff', who: 'staff', path: '/activities' },
    { name: 'activity', who: 'member', path: `/activities/one${at('open')}` },
    { name: 'activity-cancel', who: 'staff', path: `/activities/one${at('open')}`, then: opensSheet(CANCEL) },
    { name: 'activity-settled', who: 'member', path: `/activities/one${at('settled')}` },
    { name: 'activity-organiser', who: 'central', path: `/activities/one${at('running')}` },
    { name: 'activity-plan', who: 'staff', path: '/activities/plan' },
    { name: 'check-in', who: 'member', path: '/check-in' },
    { name: 'check-in-code', who: 'central', path: `/activities/code${at('running')}` },
    { name: 'check-in-board', who: 'central', path: `/activities/board${at('running')}` },
    { name: 'check-in-call', who: 'central', path: `/activities/call${at('running')}` },
    { name: 'confirm-list', who: 'central', path: `/activities/board${at('confirming')}` },
    { name: 'confirm-add', who: 'central', path: `/activities/board${at('confirming')}`, then: opensSheet(ADD) },
    { name: 'list-notice', who: 'member', path: `/activities/notice${at('public_notice')}` },
    { name: 'list-object', who: 'member', path: `/activities/notice${at('public_notice')}`, then: opensSheet(OBJECT) },
    { name: 'service', who: 'member', path: '/service' },
    { name: 'service-code', who: 'member', path: '/service', then: opensSheet(MY_CODE) },
  ];
}
