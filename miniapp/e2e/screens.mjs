// Every screen there is: who looks at it and where it lies, with things of the demo community that are really there.
import { handIn } from './hand-in.mjs';
import { ask, demo, tokenOf, upload } from './server.mjs';
import { screensOfRewards } from './screens-of-rewards.mjs';
import { screensOfSetUp } from './screens-of-set-up.mjs';
import { screensOfUnits } from './screens-of-units.mjs';
import { screensOfVolunteering } from './screens-of-volunteering.mjs';
import { plain } from './small-png.mjs';

/**
 * @typedef {object} Screen
 * @property {string} name file name of its screenshots
 * @property {string} who account of the demo, `guest` or `nobody`
 * @property {string} path
 * @property {number} [wide] drawn at this width as well
 * @property {(page: import('playwright-core').Page) => Promise<void>} [then] what is tapped before one looks
 */

const one = async (/** @type {string} */ token, /** @type {string} */ path) => {
  const { items } = await ask(path, { token });
  if (!items[0]) throw new Error(`${path} is empty in the demo`);
  return items[0];
};

const press = (/** @type {RegExp} */ words) => async (/** @type {import('playwright-core').Page} */ page) => {
  await page.locator('.taro_page:visible').last().getByRole('button', { name: words }).last().click();
  await page.getByRole('dialog').waitFor();
};

const FIRST_VERB = /解决了|ཐག་ཆོད|撤回|ཕྱིར/;

/** Rows of which none can be taken over. */
const WRONG_ROWS = [
  ['楼栋', '门牌', '需要关照'],
  ['没有这栋楼', '101', ''],
  ['', '102', '也许'],
];

/** A ticket that was spoken and shown, as a resident of the demo would file it. */
async function spoken(/** @type {string} */ token) {
  const photoIds = [];
  for (const shade of [90, 150, 210]) photoIds.push(await upload(token, 'photo', plain(320, 240, shade)));
  // MPEG 2 layer III, 16 kHz, mono: a second of silence.
  const frame = Buffer.concat([Buffer.from([0xff, 0xf3, 0x68, 0xc4]), Buffer.alloc(212)]);
  const voiceId = await upload(token, 'voice', Buffer.concat(Array(28).fill(frame)));
  const { items } = await ask('/ticket-categories', { token });
  const body = { categoryId: items.at(-1).id, consent: 'self', channel: 'mini', photoIds, voiceId };
  return ask('/tickets', { token, body });
}

/** Tokens of everybody who looks at a screen, and the screens. */
export async function screens() {
  const { cardPath } = await demo();
  const scanned = await ask('/cards/scan', { body: { token: cardPath.split('/').at(-1) } });
  /** @type {Record<string, string | undefined>} */
  const tokens = { nobody: undefined, guest: scanned.token };
  for (const who of [
    'resident',
    'worker',
    'staff',
    'staff2',
    'central',
    'auditor',
    'member',
    'lead',
    'police',
    'admin',
    'unit',
  ])
    tokens[who] = await tokenOf(who);
  const [worker, staff2, resident] = [tokens.worker ?? '', tokens.staff2 ?? '', tokens.resident ?? ''];
  const fresh = await one(worker, '/tickets?queue=all&phase=new');
  const active = await one(worker, '/tickets?queue=to_do&phase=active');
  const resolved = await one(staff2, '/tickets?queue=to_verify&phase=resolved');
  const mine = await one(resident, '/me/tickets?state=open');
  const asked = await one(tokens.police ?? '', '/coordinations?state=open');
  const ended = await one(tokens.police ?? '', '/coordinations?state=ended');
  const parked = await storyOfParking(resident);
  const shown = await spoken(resident);
  const household = await one(worker, '/households');
  const grid = await one(worker, '/grids');
  const body = { gridId: grid.id, householdIds: [household.id], which: 'all' };
  const printed = await ask('/cards/batches', { token: tokens.lead, body });
  const handedIn = await handIn(tokens.lead ?? '', '住户登记表.xlsx', { 住户: WRONG_ROWS });
  const things = {
    handedIn,
    cardPath,
    shown,
    fresh,
    active,
    resolved,
    mine,
    asked,
    ended,
    parked,
    household,
    grid,
    printed,
  };
  const rewards = await screensOfRewards();
  tokens.shop = rewards.token;
  return {
    tokens,
    all: [
      ...table(things),
      ...rewards.screens,
      ...(await screensOfSetUp(tokens.admin ?? '')),
      ...(await screensOfUnits(tokens.staff ?? '')),
      ...(await screensOfVolunteering(tokens)),
    ],
  };
}

/**
 * A session for one look around: with one for all of them somebody would pass the ceiling of a session.
 * @param {string} who @param {Record<string, string | undefined>} tokens as {@link screens} answered them
 */
export const sessionOf = async (who, tokens) =>
  ['nobody', 'guest', 'shop'].includes(who) ? tokens[who] : tokenOf(who);

/** @returns {Screen[]} */
function table(/** @type {any} */ of) {
  const { handedIn, cardPath, shown, fresh, active, resolved, mine, asked, ended, parked, household, grid, printed } =
    of;
  const act = (/** @type {any} */ ticket, /** @type {string} */ action) =>
    `/tickets/act?id=${ticket.id}&action=${action}`;
  return [
    { name: 'home-nobody', who: 'nobody', path: '/' },
    { name: 'home-guest', who: 'guest', path: '/' },
    { name: 'home-resident', who: 'resident', path: '/' },
    { name: 'home-member', who: 'member', path: '/' },
    { name: 'home-central', who: 'central', path: '/' },
    { name: 'home-worker', who: 'worker', path: '/' },
    { name: 'home-staff', who: 'staff', path: '/', wide: 1280 },
    { name: 'home-partner', who: 'police', path: '/' },
    { name: 'request', who: 'police', path: `/requests/one?id=${asked.id}` },
    { name: 'request-return', who: 'police', path: `/requests/one?id=${asked.id}`, then: press(/^(退回|ཕྱིར་སློག)/) },
    { name: 'request-ended', who: 'police', path: `/requests/one?id=${ended.id}` },
    { name: 'card', who: 'nobody', path: cardPath },
    { name: 'card-unknown', who: 'nobody', path: '/card?unknown=1' },
    { name: 'login', who: 'nobody', path: '/login' },
    { name: 'open-guest', who: 'guest', path: '/tickets/new' },
    { name: 'open-resident', who: 'resident', path: '/tickets/new' },
    { name: 'open-staff', who: 'staff', path: '/tickets/new' },
    { name: 'tickets', who: 'resident', path: '/tickets' },
    { name: 'tickets-follow', who: 'nobody', path: '/tickets' },
    { name: 'ticket', who: 'resident', path: `/tickets/one?id=${mine.id}` },
    { name: 'ticket-sheet', who: 'resident', path: `/tickets/one?id=${mine.id}`, then: press(FIRST_VERB) },
    { name: 'ticket-worker', who: 'worker', path: `/tickets/one?id=${active.id}` },
    { name: 'ticket-spoken', who: 'worker', path: `/tickets/one?id=${shown.id}` },
    { name: 'ticket-photo', who: 'worker', path: `/tickets/one?id=${shown.id}`, then: press(/看大图|ཆེན་པོ་ལྟ།/) },
    { name: 'ticket-gone', who: 'resident', path: '/tickets/one?id=01JZZZZZZZZZZZZZZZZZZZZZZZ' },
    { name: 'act-accept', who: 'worker', path: act(fresh, 'accept') },
    { name: 'act-contact', who: 'worker', path: act(active, 'contact') },
    { name: 'act-verify', who: 'staff2', path: act(resolved, 'verify') },
    { name: 'act-rate', who: 'staff2', path: act(resolved, 'rate') },
    { name: 'act-coordinate', who: 'staff', path: act(active, 'coordinate') },
    { name: 'ticket-story', who: 'staff', path: `/tickets/one?id=${parked.id}` },
    { name: 'calendar', who: 'staff', path: '/calendar', wide: 1280 },
    { name: 'deadlines', who: 'lead', path: '/deadlines', wide: 1280 },
    { name: 'deadline', who: 'lead', path: '/deadlines', then: openCell },
    { name: 'handover', who: 'staff', path: '/handover', wide: 1280 },
    { name: 'act-reassign', who: 'staff', path: act(active, 'reassign') },
    { name: 'queue', who: 'worker', path: '/queue' },
    { name: 'desk', who: 'staff', path: '/desk', wide: 1280, then: chooseFirst },
    { name: 'desk-denied', who: 'resident', path: '/desk' },
    { name: 'inbox', who: 'resident', path: '/inbox' },
    { name: 'me-resident', who: 'resident', path: '/me' },
    { name: 'me-worker', who: 'worker', path: '/me' },
    { name: 'password', who: 'worker', path: '/password' },
    { name: 'grids', who: 'staff', path: '/grid' },
    { name: 'grid', who: 'worker', path: `/grid?id=${grid.id}` },
    { name: 'households', who: 'worker', path: '/household' },
    { name: 'household', who: 'worker', path: `/household?id=${household.id}` },
    {
      name: 'household-central',
      who: 'lead',
      path: `/household?id=${household.id}`,
      then: press(/^(换人|安排|མི་བརྗེ།|བཀོད་སྒྲིག)$/),
    },
    { name: 'bindings', who: 'worker', path: '/bindings' },
    { name: 'leave', who: 'worker', path: '/leave' },
    { name: 'imports', who: 'lead', path: '/imports' },
    { name: 'import', who: 'lead', path: `/imports/one?id=${handedIn.id}` },
    { name: 'card-issue', who: 'staff', path: `/cards/issue?householdId=${household.id}` },
    { name: 'card-print', who: 'lead', path: `/cards/print?gridId=${printed.gridId}` },
    { name: 'card-batch', who: 'lead', path: `/cards/print?batchId=${printed.id}` },
    { name: 'card-show', who: 'staff', path: '/cards/show' },
  ];
}

/** The story that is modelled on the report, with both outside bodies and the survey in it. */
async function storyOfParking(/** @type {string} */ token) {
  const { items } = await ask('/me/tickets?state=closed&limit=100', { token });
  const found = items.find((/** @type {{ title: string }} */ { title }) => title.startsWith('院门口这条路'));
  if (!found) throw new Error('the parking story is not in the demo');
  return found;
}

/** The first deadline of the list, opened to be changed. */
async function openCell(/** @type {import('playwright-core').Page} */ page) {
  await page.locator('.taro_page:visible').last().locator('button.list-row, .deadline-press').first().click();
  await page.getByRole('dialog').waitFor();
}

/** At the desk the first line is chosen, so that queue and ticket stand side by side. */
async function chooseFirst(/** @type {import('playwright-core').Page} */ page) {
  if ((page.viewportSize()?.width ?? 0) < 1024) return;
  await page.locator('[id^="line-"]').first().waitFor();
  await page.keyboard.press('j');
  await page.waitForTimeout(900);
}
