/** What the specs of one file share: a browser, the compiled build, and people who are given phones. */
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { compile, type Build } from './compile/build';
import { Person } from './person';
import { Phone } from './phone';
import type { Size } from '../realm/wx-api';
import { DIST } from './server';

let browser: Browser;
let build: Build;

/** Called once in a file of specs; everybody's phone has the build in `folder`. */
export function openStudio(folder = DIST): void {
  beforeAll(async () => {
    build = compile(folder);
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
}

/** Somebody with a phone of their own; another build and less patience only to see what goes wrong. */
export const somebody = async (of: { build?: Build; calm?: number; size?: Size } = {}): Promise<Person> =>
  new Person(await Phone.switchOn(browser, of.build ?? build, of.size), of.calm);
