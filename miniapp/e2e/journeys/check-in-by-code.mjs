// Two people check in by the code that rotates on the organiser's screen: one scans too early and stays, the other has yet to log in.
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import { Person } from '../person.mjs';
import { scenario } from '../scenarios.mjs';
import { ask, demo, tokenOf } from '../server.mjs';

const NAME = 'two people check in by the rotating code, one too early and one who has yet to log in';
const MINUTE = 60_000;
/** Doors open half an hour before it begins; until then one signs up. */
const DOORS = 30 * MINUTE;
/** Long enough to sign up and to scan too early on a slow machine. */
const UNTIL_DOORS = 35_000;

export async function checkInByCode(/** @type {import('playwright-core').Browser} */ browser) {
  return scenario(NAME, async () => {
    const [staff, central, late] = [await tokenOf('staff'), await tokenOf('central'), await tokenOf('member')];
    const early = await somebodyFree(central);
    const id = await plans(staff, central);
    await ask(`/activities/${id}/sign-up`, { token: late, method: 'POST', body: {} });
    const first = await Person.with(browser, { token: early });
    await first.opens(`/activities/one?id=${id}`);
    await first.presses('报名');
    await first.sees('报名成功');
    const organiser = await Person.with(browser, { token: central, width: 820, height: 1180 });
    await organiser.opens(`/activities/one?id=${id}`);
    await organiser.presses(/^签到码/);
    await organiser.sees('扫码签到');
    await comesTooEarly(first, await codeOnScreen(organiser));
    await logsInOnTheWay(browser, await codeOnScreen(organiser));
    await organiser.sees('已到 2 人，报名 2 人');
    await organiser.presses('到场情况');
    await organiser.sees('在场 2，已走 0，报名 2');
    await first.leaves();
    await organiser.leaves();
  });
}

/** Nobody is in two places: a member of the demo is called out of where it has put them. Answers their token. */
async function somebodyFree(/** @type {string} */ organiser) {
  const token = await tokenOf('member2');
  const { id } = await ask('/me', { token });
  const { items } = await ask('/me/sign-ups?limit=50', { token });
  const elsewhere = items.find((/** @type {any} */ { attendance }) => attendance?.standing === 'present');
  if (elsewhere) {
    const body = { point: 'out', personIds: [id] };
    await ask(`/activities/${elsewhere.activityId}/roll-call`, { token: organiser, body });
  }
  return token;
}

/** @param {string} staff @param {string} organiser tokens; answers the activity's id */
async function plans(staff, organiser) {
  const { items } = await ask('/service-kinds', { token: staff });
  const { id: organiserId } = await ask('/me', { token: organiser });
  const startsAt = Date.now() + DOORS + UNTIL_DOORS;
  const at = (/** @type {number} */ instant) => new Date(instant).toISOString();
  const body = {
    ...{ kindId: items[0].id, title: { zh: '扫雪' }, place: { zh: '社区广场' }, capacity: 5 },
    ...{ startsAt: at(startsAt), endsAt: at(startsAt + 60 * MINUTE), signUpUntil: at(startsAt) },
    organiserIds: [organiserId],
  };
  const { id } = await ask('/activities', { token: staff, body });
  await ask(`/activities/${id}/publish`, { token: staff, method: 'POST', body: {} });
  return id;
}

/** What a camera reads off the screen: the path of the link, as the phone then opens it. */
async function codeOnScreen(/** @type {Person} */ organiser) {
  const { pixels, side } = await organiser.screen.locator('.qr').evaluate(async (element) => {
    const image = document.createElement('img');
    image.src =
      /** @type {RegExpExecArray} */ (/^url\("(.*)"\)$/.exec(getComputedStyle(element).backgroundImage))[1] ?? '';
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 480, 480);
    context.drawImage(image, 0, 0, 480, 480);
    return { pixels: [...context.getImageData(0, 0, 480, 480).data], side: 480 };
  });
  const read = jsQR(new Uint8ClampedArray(pixels), side, side)?.data ?? '';
  assert.match(read, /\/a\/A1\./);
  return new URL(read).pathname;
}

/** The page says from when, and checks in by itself then. */
async function comesTooEarly(/** @type {Person} */ person, /** @type {string} */ link) {
  await person.page.goto(person.base + link);
  await person.sees('您来早了');
  await person.screen
    .getByText('签到好了')
    .first()
    .waitFor({ timeout: UNTIL_DOORS + 15_000 });
}

/** @param {import('playwright-core').Browser} browser @param {string} link */
async function logsInOnTheWay(browser, link) {
  const { accounts } = await demo();
  const { name } = accounts.find((/** @type {any} */ one) => one.account === 'member');
  const person = await Person.with(browser);
  await person.opens(link);
  await person.sees('扫到了');
  await person.presses('登录后签到');
  await person.page.waitForURL(/\/login/);
  await person.settles();
  await person.presses(new RegExp(name));
  await person.sees('签到好了');
  await person.leaves();
}
