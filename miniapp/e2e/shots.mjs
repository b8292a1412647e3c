// Draws every screen into docs/screenshots/<page>-<lang>-<size>-<width>.png, and four of them side by side for the README.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { Person } from './person.mjs';
import { screens, sessionOf } from './screens.mjs';
import { smaller } from './small-png.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'screenshots');
const SIZES = /** @type {const} */ ({ 标准: 'standard', 特大: 'huge' });
/** Kept in a repository for good, so each stays this small. */
const MOST = 80 * 1024;
/** The four that say what it is. */
const OVERVIEW = ['home-resident-zh-标准-390', 'ticket-zh-标准-390', 'home-resident-zh-特大-390', 'desk-zh-标准-1280'];

/** `overview` alone puts what is there together again; names of screens draw those anew and leave the others. */
const named = process.argv.slice(2);
const redraws = !named.includes('overview');

mkdirSync(FOLDER, { recursive: true });
if (named.length === 0) for (const file of readdirSync(FOLDER)) if (file.endsWith('.png')) rmSync(join(FOLDER, file));
const browser = await launch();
let drawn = 0;

/**
 * @param {Awaited<ReturnType<typeof screens>>} of
 * @param {{ who: string, width: number, language: 'zh' | 'bo', size: keyof typeof SIZES }} way
 */
async function draw({ tokens, all }, { who, width, language, size }) {
  const height = width >= 1000 ? 800 : 844;
  const token = await sessionOf(who, tokens);
  const reader = await Person.with(browser, { width, height, language, size: SIZES[size], token });
  for (const screen of all.filter((of) => of.who === who && (width < 1000 || of.wide === width))) {
    await reader.opensInTime(screen.path);
    await screen.then?.(reader.page);
    writeFileSync(
      join(FOLDER, `${screen.name}-${language}-${size}-${width}.png`),
      smaller(await reader.page.screenshot()),
    );
    drawn += 1;
  }
  await reader.context.close();
}

/** One page with the four pictures, drawn by the same browser. */
async function overview() {
  const src = (/** @type {string} */ name) =>
    `data:image/png;base64,${readFileSync(join(FOLDER, `${name}.png`)).toString('base64')}`;
  const [home, ticket, huge, desk] = OVERVIEW.map(src);
  const context = await browser.newContext({ viewport: { width: 1600, height: 100 } });
  const page = await context.newPage();
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: 32px; background: #efe7da; display: flex; gap: 24px; align-items: flex-start; }
    img { display: block; border-radius: 16px; box-shadow: 0 6px 24px rgba(36, 31, 27, 0.18); }
    .phone { width: 232px; }
    .desk { flex: 1; width: 0; }
  </style>${[home, ticket, huge].map((of) => `<img class="phone" src="${of}">`).join('')}<img class="desk" src="${desk}">`);
  await page
    .locator('img')
    .evaluateAll((all) => Promise.all(all.map((image) => /** @type {HTMLImageElement} */ (image).decode())));
  writeFileSync(join(FOLDER, 'overview.png'), smaller(await page.screenshot({ fullPage: true })));
  await context.close();
}

async function drawAll() {
  const { tokens, all } = await screens();
  const known = { tokens, all: named.length > 0 ? all.filter(({ name }) => named.includes(name)) : all };
  for (const who of Object.keys(tokens).filter((one) => known.all.some((of) => of.who === one)))
    for (const language of /** @type {const} */ (['zh', 'bo']))
      for (const size of /** @type {(keyof typeof SIZES)[]} */ (Object.keys(SIZES)))
        for (const width of [390, 320, 1280]) await draw(known, { who, width, language, size });
}

if (redraws) await drawAll();
await overview();
await browser.close();

const large = readdirSync(FOLDER).filter((file) => file !== 'overview.png' && statSync(join(FOLDER, file)).size > MOST);
for (const file of large) process.stdout.write(`larger than ${MOST / 1024} KB: ${file}\n`);
process.stdout.write(`${drawn} screenshots in docs/screenshots, ${large.length} too large\n`);
process.exitCode = large.length > 0 ? 1 : 0;
