// Somebody with a phone, or at a desk: says what they do in their own words, and the browser does it.
import assert from 'node:assert/strict';
import { openPhone } from './browser.mjs';
import { BASE } from './server.mjs';

/** How long a page may take on a busy machine. */
const PATIENCE = 15_000;

export class Person {
  /** @param {import('playwright-core').BrowserContext} context @param {import('playwright-core').Page} page @param {string} base */
  constructor(context, page, base) {
    this.context = context;
    this.page = page;
    this.base = base;
    /** Whatever went wrong unseen. @type {string[]} */
    this.complaints = [];
    page.setDefaultTimeout(PATIENCE);
    /** Questions to the server that are still out. */
    this.asking = 0;
    const isApi = (/** @type {import('playwright-core').Request} */ request) => request.url().includes('/api/');
    page.on('request', (request) => (this.asking += isApi(request) ? 1 : 0));
    for (const end of /** @type {const} */ (['requestfinished', 'requestfailed']))
      page.on(end, (request) => (this.asking -= isApi(request) ? 1 : 0));
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    /** Seconds to wait for, of those who asked too often. @type {number[]} */
    this.refused = [];
    page.on('response', (response) => {
      if (response.status() === 429) this.refused.push(Number(response.headers()['retry-after'] ?? 60));
    });
  }

  /** @param {import('playwright-core').Browser} browser @param {Parameters<typeof openPhone>[1] & { base?: string }} [of] */
  static async with(browser, { base = BASE, ...of } = {}) {
    const context = await openPhone(browser, of);
    return new this(context, await context.newPage(), base);
  }

  /** The page on top; pages below it stay in the document, hidden. */
  get screen() {
    return this.page.locator('.taro_page:visible').last();
  }

  async opens(/** @type {string} */ path) {
    await this.page.goto(this.base + path);
    await this.settles();
  }

  /** Opens a page among hundreds: whoever hurries past the server's ceilings would look at its refusal, so they wait and look again. */
  async opensInTime(/** @type {string} */ path) {
    for (let tries = 0; tries < 3; tries++) {
      this.refused = [];
      await this.opens(path);
      if (this.refused.length === 0) return;
      await this.page.waitForTimeout(1000 * (1 + Math.max(...this.refused)));
    }
    throw new Error(`${path} was refused three times for asking too often`);
  }

  async reloads() {
    await this.page.reload();
    await this.settles();
  }

  /** Waits until nothing is loading. */
  async settles() {
    await this.screen.locator('.page').waitFor();
    await this.page.waitForFunction(() => !document.querySelector('.bone, .is-busy, .spinner'), null, {
      timeout: PATIENCE,
    });
    await this.quiet();
  }

  /** Waits until the server has answered everything and the page asks nothing more. */
  async quiet() {
    const until = Date.now() + PATIENCE;
    for (let calm = 0; calm < 4 && Date.now() < until; calm = this.asking === 0 ? calm + 1 : 0)
      await this.page.waitForTimeout(60);
  }

  /** @param {string} account as the demo lists it @param {{ name: string }[] | any[]} accounts */
  async logsIn(account, accounts) {
    await this.opens('/login');
    const { name } = accounts.find((one) => one.account === account);
    await this.screen
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await this.page.waitForURL((url) => url.pathname === '/');
    await this.settles();
  }

  button(/** @type {string | RegExp} */ name) {
    return this.screen.getByRole('button', { name, exact: typeof name === 'string' });
  }

  async presses(/** @type {string | RegExp} */ name) {
    await this.button(name).last().click();
  }

  async chooses(/** @type {string | RegExp} */ name) {
    await this.screen.getByRole('radio', { name }).first().click();
  }

  async writes(/** @type {string | RegExp} */ label, /** @type {string} */ words) {
    await this.screen.getByRole('textbox', { name: label }).first().fill(words);
  }

  async sees(/** @type {string | RegExp} */ words) {
    await this.screen.getByText(words).first().waitFor();
  }

  /** Scrolls down a list, which goes on by itself, until the words are there. */
  async finds(/** @type {RegExp} */ words) {
    const found = this.screen.getByText(words).first();
    await this.page.mouse.move(160, 400);
    for (let n = 0; n < 40 && (await found.count()) === 0; n++) {
      await this.page.mouse.wheel(0, 4_000);
      await this.page.waitForTimeout(150);
    }
    await found.waitFor();
  }

  async seesNot(/** @type {string | RegExp} */ words) {
    await this.page.waitForTimeout(300);
    assert.equal(await this.screen.getByText(words).count(), 0, `${words} is there`);
  }

  /** Chooses what it is about and says it; still to be sent. */
  async describes(/** @type {string} */ words) {
    await this.opens('/tickets/new');
    await this.screen.getByRole('radio').last().click();
    await this.writes(/说一说怎么了/, words);
  }

  /** Files an appeal; answers its number, and a guest's follow-code. */
  async files(/** @type {string} */ words) {
    await this.describes(words);
    await this.presses('提交');
    await this.sees('收到了');
    const [number = '', code = ''] = await this.screen.locator('.tickets-code').allInnerTexts();
    return { number: number.trim(), code: code.trim() };
  }

  async opensTicket(/** @type {string} */ id) {
    await this.opens(`/tickets/one?id=${id}`);
  }

  /** Presses a verb of the ticket's foot, or one under "more". */
  async begins(/** @type {string} */ verb) {
    if ((await this.button(verb).count()) === 0) await this.presses('更多');
    await this.screen
      .getByRole('button', { name: new RegExp(`^${verb}`) })
      .first()
      .click();
    await this.page.waitForURL(/\/tickets\/act/);
    await this.settles();
  }

  /** Sends the form of a step and waits for the ticket to come back. */
  async sends(/** @type {string} */ verb) {
    await this.presses(verb);
    await this.page.waitForURL((url) => !url.pathname.endsWith('/act'));
    await this.settles();
  }

  async leaves() {
    assert.deepEqual(this.complaints, []);
    await this.context.close();
  }
}
