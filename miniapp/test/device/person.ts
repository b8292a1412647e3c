/** Somebody with the phone in their hand: does what they say with a finger, and waits as long as a person would. */
import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { pagePath, type PageName } from '../../src/platform/pages';
import type { Phone } from './phone';
import { nameOf, tokenOf } from './server';

type Words = string | RegExp;

/** Runs in the page: whether a person would see one of these. */
const seen = (elements: Element[]): boolean =>
  elements.some((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });

/** Runs in the page: what would look wrong on a phone though it is there. */
function misdrawn(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth + 1 ? [`the page scrolls sideways to ${scrollWidth}`] : [];
  // WeChat's text keeps its inside in one box, and may hold nothing but text.
  const texts = [...document.querySelectorAll('wx-text')].filter((text) => {
    const layout = /flex|grid/.test(getComputedStyle(text).display);
    const several = (text.firstElementChild?.childNodes.length ?? 0) > 1;
    return (layout && several) || text.querySelector('wx-view, wx-button, wx-input') !== null;
  });
  return [...new Set([...sideways, ...texts.map((text) => `a text lays out more than words: .${text.className}`)])];
}

/** A name as it is read out: as a whole where it is given as words. */
const named = (name: Words) => ({ name, exact: typeof name === 'string' });

/** px that a finger moves in one swipe. */
const SWIPE = 300;

/** Milliseconds before somebody gives up. */
const PATIENCE = 10_000;

export class Person {
  constructor(
    readonly phone: Phone,
    /** Milliseconds: who sees nothing move for so long waits no longer. */
    private readonly calm = PATIENCE,
  ) {}

  /** Tries until it holds, and otherwise says what was to be seen instead. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE;
    let [why, moved] = ['', Date.now()];
    while (Date.now() < end && Date.now() - moved < this.calm) {
      try {
        if (await holds()) return;
      } catch (error) {
        // A page that is just going away cannot be asked.
        why = (error as Error).message;
      }
      await new Promise((resolve) => setTimeout(resolve, 40));
      if (this.phone.busy) moved = Date.now();
    }
    throw await this.inVain(what, why);
  }

  private async inVain(what: string, why: string): Promise<Error> {
    const { phone } = this;
    const words = await this.frame
      .locator('body')
      .innerText()
      .catch(() => 'nothing');
    const file = await phone.photograph(`in-vain-${what.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}`);
    const page = `${phone.top?.route ?? 'no page'} shows:\n${words}`;
    return new Error(
      `waited in vain: ${what}\n${why}\n${page}\nwrong: ${phone.wrongs.join('\n') || 'nothing'}\n${file}`,
    );
  }

  private get frame(): Frame {
    const { frame } = this.phone.screen;
    if (!frame) throw new Error('no page is on the screen');
    return frame;
  }

  async sees(words: Words): Promise<void> {
    await this.until(`sees ${words}`, () => this.frame.getByText(words).evaluateAll(seen));
  }

  /** Once nothing loads any more. */
  async seesNot(words: Words): Promise<void> {
    await this.settles();
    assert.equal(await this.frame.getByText(words).evaluateAll(seen), false, `${words} is there`);
  }

  /** Nothing is loading, and everything is drawn. */
  async settles(): Promise<void> {
    await this.until('nothing is loading', async () => {
      await this.phone.screen.settles();
      return (await this.frame.locator('.bone, .is-busy, .spinner').count()) === 0;
    });
  }

  async comesTo(page: PageName): Promise<void> {
    await this.until(`comes to ${page}`, () => Promise.resolve(this.phone.top?.route === pagePath(page)));
    await this.settles();
    this.phone.wrongs.push(...(await this.frame.evaluate(misdrawn)));
  }

  /** Taps what is there for the eye and for the finger. */
  private async touches(what: string, find: (frame: Frame) => Locator): Promise<void> {
    await this.until(what, () => find(this.frame).evaluateAll(seen));
    await find(this.frame)
      .last()
      .tap({ timeout: this.calm })
      .catch(async (error: Error) => {
        throw await this.inVain(what, error.message);
      });
  }

  /** Words that are no button. */
  taps(words: Words): Promise<void> {
    return this.touches(`taps ${words}`, (frame) => frame.getByText(words));
  }

  presses(name: Words): Promise<void> {
    return this.touches(`presses ${name}`, (frame) => frame.getByRole('button', named(name)));
  }

  /** A button is there, and may be left alone. */
  isOffered(name: Words): Promise<void> {
    return this.until(`is offered ${name}`, () => this.frame.getByRole('button', named(name)).evaluateAll(seen));
  }

  /** A button inside the sheet that is open. */
  confirms(name: Words): Promise<void> {
    return this.touches(`confirms ${name}`, (frame) => frame.getByRole('dialog').getByRole('button', named(name)));
  }

  chooses(name: Words): Promise<void> {
    return this.touches(`chooses ${name}`, (frame) => frame.getByRole('radio', { name }));
  }

  /** One of the filters above a list. */
  turnsTo(name: Words): Promise<void> {
    return this.touches(`turns to ${name}`, (frame) => frame.getByRole('tab', { name }));
  }

  /** Types into the field with this label. */
  async writes(label: Words, words: string): Promise<void> {
    const find = (frame: Frame): Locator => frame.getByRole('textbox', { name: label });
    await this.touches(`writes into ${label}`, find);
    await find(this.frame).last().fill(words);
    await this.phone.screen.settles();
  }

  /** What stands in a field. */
  async reads(label: Words): Promise<string> {
    await this.until(`reads ${label}`, () => this.frame.getByRole('textbox', { name: label }).evaluateAll(seen));
    return this.frame.getByRole('textbox', { name: label }).last().inputValue();
  }

  /** Comes in as somebody of the demo, from the home of nobody. */
  async logsIn(account: string): Promise<void> {
    const name = await nameOf(account);
    await this.presses('登录');
    await this.comesTo('identity/login');
    await this.presses(new RegExp(name));
    await this.comesTo('home/home');
  }

  /** Has logged in some time ago. */
  async isLoggedIn(account: string): Promise<void> {
    this.phone.storage.set('sg.session', { token: await tokenOf(account), personId: null });
  }

  /** Opens the form of a verb at the ticket's foot, or of one under "more". */
  async begins(verb: string): Promise<void> {
    await this.comesTo('tickets/detail');
    const shown = await this.frame.getByRole('button', named(verb)).evaluateAll(seen);
    if (!shown) await this.presses('更多');
    await this.presses(verb);
    await this.comesTo('tickets/act');
  }

  /** Sends the form and is back at the ticket. */
  async sends(verb: string): Promise<void> {
    await this.presses(verb);
    await this.comesTo('tickets/detail');
  }

  /** Words of every element of a class, for what no label leads to. */
  wordsOf(className: string): Promise<string[]> {
    return this.frame.locator(`.${className}`).allInnerTexts();
  }

  async scrollsTo(className: string): Promise<void> {
    await this.frame.locator(`.${className}`).last().scrollIntoViewIfNeeded({ timeout: this.calm });
    await this.phone.screen.settles();
  }

  /** Answers what WeChat itself asks over the page. */
  answers(name: string): Promise<void> {
    const { shell } = this.phone.screen;
    return shell.getByRole('dialog').getByRole('button', { name, exact: true }).tap({ timeout: this.calm });
  }

  /** Turns the wheels of WeChat's own picker, under this label, to a day or a time. */
  async picks(label: Words, value: string): Promise<void> {
    await this.presses(label);
    const asked = this.phone.screen.shell.getByRole('dialog');
    await asked.getByRole('textbox').fill(value, { timeout: this.calm });
    await this.answers('确定');
    await this.sees(value);
  }

  /** By WeChat itself, over the page or above it. */
  isTold(words: string): Promise<void> {
    return this.phone.screen.shell.getByText(words).waitFor({ timeout: this.calm });
  }

  /** By WeChat's own arrow. */
  turnsBack(): Promise<void> {
    return this.phone.screen.shell.getByRole('button', { name: '返回' }).tap({ timeout: this.calm });
  }

  /** A finger on these words pushes what lies under it up. */
  async swipesUp(words: Words): Promise<void> {
    await this.sees(words);
    const under = this.frame.getByText(words).last();
    await under.scrollIntoViewIfNeeded({ timeout: this.calm });
    const box = await under.boundingBox();
    if (!box) throw await this.inVain(`swipes ${words}`, 'it is not there');
    await this.phone.screen.swipe(box.x + box.width / 2, box.y + box.height / 2, SWIPE);
  }

  /** Lays the phone down; nothing may have gone wrong unseen. */
  async leaves(): Promise<void> {
    await this.phone.switchOff();
    assert.deepEqual(this.phone.wrongs, []);
  }
}
