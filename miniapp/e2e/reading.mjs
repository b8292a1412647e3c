// Every screen in both languages, in 标准 and 特大, on the narrowest phone: axe, targets, smallest text, nothing at the side.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { smallTargets, smallTexts, sticksOut, violations } from './in-page.mjs';
import { Person } from './person.mjs';
import { isChosen, scenario } from './scenarios.mjs';
import { screens, sessionOf } from './screens.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the text sizes promise, in px. */
const SIZES = { standard: { text: 13, target: 44 }, large: { text: 18, target: 60 }, huge: { text: 24, target: 60 } };
const WAYS = /** @type {const} */ (['zh', 'bo']).flatMap((language) =>
  /** @type {const} */ (process.env.LONG ? ['standard', 'large', 'huge'] : ['standard', 'huge']).map((size) => ({
    language,
    size,
  })),
);

/** Makes the window as tall as what is in it, again until nothing more comes. */
async function unroll(/** @type {import('playwright-core').Page} */ page) {
  const width = page.viewportSize()?.width ?? 0;
  for (let height = 0, n = 0; n < 5; n++) {
    const needed = await page.evaluate(() =>
      Math.max(
        document.documentElement.scrollHeight,
        ...[...document.querySelectorAll('.page')].map((of) => of.scrollHeight),
      ),
    );
    if (needed + 300 === height || needed === height) return;
    height = needed + 300;
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(120);
  }
}

/**
 * @param {Person} reader
 * @param {import('./screens.mjs').Screen} screen
 * @param {keyof typeof SIZES} size
 */
async function findings(reader, screen, size) {
  const { page } = reader;
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 700 });
  await reader.opensInTime(screen.path);
  await screen.then?.(page);
  // On a window as tall as the page: the bars that float at its foot cover something at every place of the scroll.
  await unroll(page);
  // Evaluated and not added as a script, which the page's own security policy would refuse.
  await page.evaluate(axe);
  const { text, target } = SIZES[size];
  return [
    ...(await page.evaluate(violations)),
    ...(await page.evaluate(smallTargets, target)).map((of) => `target ${of}`),
    ...(await page.evaluate(smallTexts, text)).map((of) => `text ${of}`),
    ...(await page.evaluate(sticksOut)).map((of) => `sideways ${of}`),
  ];
}

const promise = (/** @type {string} */ name) => `everybody can read and use: ${name}`;

export async function readableEverywhere(/** @type {import('playwright-core').Browser} */ browser) {
  const { tokens, all: known } = await screens();
  const all = known.filter(({ name }) => isChosen(promise(name)));
  /** @type {Map<string, string[]>} */
  const found = new Map(all.map(({ name }) => [name, []]));
  let looked = 0;
  const look = async (/** @type {any} */ { who, language, size, width }) => {
    const token = await sessionOf(who, tokens);
    const reader = await Person.with(browser, { width, height: 700, language, size, token });
    for (const screen of all.filter((of) => of.who === who && (width < 1000 || of.wide === width))) {
      const way = `${language} ${size} ${width}`;
      const report = await findings(reader, screen, size).catch((error) => [String(error).split('\n')[0]]);
      found.get(screen.name)?.push(...report.map((of) => `${way}: ${of}`));
      looked += 1;
    }
    found.get(all.find((of) => of.who === who)?.name ?? '')?.push(...reader.complaints);
    await reader.context.close();
  };
  const ways = Object.keys(tokens).flatMap((who) => {
    const wide = all.find((of) => of.who === who && of.wide)?.wide;
    return [320, ...(wide ? [wide] : [])].flatMap((width) => WAYS.map((way) => ({ who, width, ...way })));
  });
  // Two look at once: a page waits for the server more than it draws.
  const lookOn = async () => {
    for (let way = ways.shift(); way; way = ways.shift()) await look(way);
  };
  await Promise.all([lookOn(), lookOn()]);
  for (const [name, report] of found) {
    await scenario(promise(name), async () => {
      if (report.length > 0) throw new Error([...new Set(report)].join('\n'));
    });
  }
  process.stdout.write(`  ${looked} views of ${all.length} screens looked at\n`);
}
