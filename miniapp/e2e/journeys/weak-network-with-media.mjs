// Photos over a weak network: kept through kills, sent on from where the line broke, and each appeal filed once with exactly its own.
import assert from 'node:assert/strict';
import process from 'node:process';
import { scenario } from '../scenarios.mjs';
import { PATIENCE, Sender } from '../sender.mjs';
import { ask, tokenOf } from '../server.mjs';
import { grainy, plain } from '../small-png.mjs';
import { storm } from '../storm.mjs';

/** Milliseconds that an answer takes, long enough for a page to be drawn before it. */
const SLOW = 2_500;

/** The resident's appeals with these words, each with the widths of its photos: every photo here has one of its own. */
async function filed(/** @type {string} */ words) {
  const token = await tokenOf('resident');
  const { items } = await ask('/me/tickets?limit=100', { token });
  const mine = items.filter((/** @type {{ title: string }} */ { title }) => title.includes(words));
  return Promise.all(
    mine.map(async (/** @type {{ id: string, title: string }} */ { id, title }) => {
      const { timeline } = await ask(`/tickets/${id}`, { token });
      const media = timeline.flatMap((/** @type {{ media: any[] }} */ entry) => entry.media);
      const widths = media.map((/** @type {{ width: number }} */ { width }) => width).sort();
      return { title, widths, ids: media.map((/** @type {{ id: string }} */ one) => one.id) };
    }),
  );
}

/** @param {() => Promise<boolean>} holds @param {number} [patience] milliseconds */
async function until(holds, patience = PATIENCE) {
  for (const end = Date.now() + patience; !(await holds());) {
    assert.ok(Date.now() < end, `it took longer than ${patience} ms`);
    await new Promise((later) => setTimeout(later, 500));
  }
}

/** What the phone keeps under a key. */
const kept = (/** @type {Sender} */ { page }, /** @type {string} */ key) =>
  page.evaluate((name) => localStorage.getItem(name) ?? '', `sg.${key}`);

/** The page is gone without a word; the phone's storage stays, and the app is opened again. */
async function killed(/** @type {Sender} */ { context, page, base }, /** @type {string} */ path) {
  await page.close({ runBeforeUnload: false });
  const again = new Sender(context, await context.newPage(), base);
  await again.opens(path);
  return again;
}

const draftHas = (/** @type {Sender} */ person, /** @type {string} */ words, /** @type {number} */ photos) =>
  until(async () => {
    const drafts = await kept(person, 'drafts');
    const keys = JSON.parse((await kept(person, 'attachments')) || '{"data":[]}').data;
    return (
      drafts.includes(words) &&
      keys.length === photos &&
      keys.every((/** @type {{ key: string }} */ { key }) => drafts.includes(key))
    );
  });

export async function weakNetworkWithMedia(/** @type {import('playwright-core').Browser} */ browser) {
  const token = await tokenOf('resident');
  const resident = async () => /** @type {Sender} */ (await Sender.with(browser, { token }));

  await scenario('half a photo is sent on from where the line broke, over a kill, and no byte goes twice', async () => {
    const words = `传到一半 ${Date.now()}`;
    let phone = await resident();
    /** @type {{ from: number, size: number }[]} */
    const parts = [];
    let breaksAt = 2;
    await phone.context.route('**/bytes?*', async (route) => {
      if (parts.length === breaksAt) return route.abort('connectionreset');
      const answer = await route.fetch();
      const from = Number(new URL(route.request().url()).searchParams.get('offset'));
      parts.push({ from, size: route.request().postDataBuffer()?.length ?? 0 });
      return route.fulfill({ response: answer });
    });
    await phone.describes(words);
    await phone.addsThese([grainy(1000, 800)]);
    await phone.sees(/^已传 [1-9]\d?%，等网络$/);
    await draftHas(phone, words, 1);
    phone = await killed(phone, '/tickets/new');
    await phone.sees(/已恢复您上次没写完的内容/);
    breaksAt = Infinity;
    await phone.hasSent(1);
    const [{ size }] = JSON.parse(await kept(phone, 'attachments')).data;
    const ends = parts.map((part) => part.from + part.size);
    assert.deepEqual(
      parts.map(({ from }) => from),
      [0, ...ends.slice(0, -1)],
    );
    assert.equal(ends.at(-1), size);
    assert.ok(parts.length > 2, 'it was small enough for two parts');
    await phone.presses('提交');
    await phone.sees('收到了');
    assert.deepEqual(
      (await filed(words)).map(({ widths }) => widths),
      [[1000]],
    );
    await phone.leaves();
  });

  await scenario(
    'an appeal with a photo, killed before its answer, is filed once and never offered again',
    async () => {
      const words = `回音没等到 ${Date.now()}`;
      let phone = await resident();
      await phone.describes(words);
      await phone.addsThese([plain(701, 500, 90)]);
      await phone.hasSent(1);
      await draftHas(phone, words, 1);
      let heard = 0;
      await phone.context.route('**/api/v1/tickets', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        if (heard > 0) return void setTimeout(() => void route.continue().catch(() => undefined), SLOW);
        await route.fetch();
        heard += 1;
      });
      await phone.button('提交').last().click();
      await until(() => Promise.resolve(heard === 1));
      phone = await killed(phone, '/tickets/new');
      await phone.sees('收到了');
      await phone.opens('/tickets/new');
      await phone.seesNot(/已恢复您上次没写完的内容/);
      assert.deepEqual(
        (await filed(words)).map(({ widths }) => widths),
        [[701]],
      );
      assert.equal(JSON.parse(await kept(phone, 'attachments')).data.length, 0);
      await phone.leaves();
    },
  );

  await scenario(
    'what was said and shown without network waits in sight, and goes by itself when it returns',
    async () => {
      const words = `断网拍的 ${Date.now()}`;
      const phone = await resident();
      await phone.describes(words);
      await phone.context.setOffline(true);
      await phone.addsThese([plain(711, 500, 90), plain(712, 500, 150)]);
      await phone.sees('等待上传');
      await phone.presses('提交');
      await phone.sees('已记在手机里');
      // A browser opens no page for the first time without network: the server is out of reach, and the page is not.
      await phone.context.route('**/api/**', (route) => route.abort('internetdisconnected'));
      await phone.context.setOffline(false);
      await phone.presses('我的事');
      await phone.sees(words);
      await phone.sees(/照片、录音共 2 个，传好 0 个/);
      assert.deepEqual(await filed(words), []);
      await phone.context.setOffline(true);
      await phone.context.unrouteAll();
      await phone.context.setOffline(false);
      await until(async () => (await filed(words)).length > 0);
      await phone.seesNot(/照片、录音共/);
      assert.deepEqual(
        (await filed(words)).map(({ widths }) => widths),
        [[711, 712]],
      );
      await phone.leaves();
    },
  );

  await scenario(
    'with 30 of 100 requests lost, three appeals with photos are filed once each with their own',
    async () => {
      // Each run of the suite is the same; `SEED` or the long form asks another question.
      const seed = Number(process.env.SEED ?? (process.env.LONG ? Date.now() % 100_000 : 1));
      const words = `风雨里 ${Date.now()}`;
      const phone = await resident();
      // The app itself is on the phone by now.
      await phone.opens('/tickets/new');
      const weather = await storm(phone.context, { share: 0.3, seed });
      const since = Date.now();
      try {
        const all = [[721], [722, 723], [724]];
        for (const [n, widths] of all.entries()) {
          await opensForm(phone);
          await phone.screen.getByRole('radio').last().click();
          await phone.writes(/说一说怎么了/, `${words} ${n}`);
          await phone.addsThese(widths.map((width) => plain(width, 500, 90)));
          await phone.presses('提交');
          await phone.sees(/收到了|已记在手机里/);
        }
        // The signal of a weak network comes and goes, too; nobody sits out a long pause after it has come.
        await until(async () => {
          await phone.context.setOffline(true);
          await phone.context.setOffline(false);
          await phone.page.waitForTimeout(3_000);
          return (await filed(words)).length >= all.length;
        }, 90_000);
        await until(async () => JSON.parse(await kept(phone, 'outbox')).data.length === 0, 30_000);
        const tickets = (await filed(words)).sort((a, b) => a.title.localeCompare(b.title));
        assert.deepEqual(
          tickets.map(({ widths }) => widths),
          all,
        );
        // Nothing was begun twice, so nothing lies about on the server.
        assert.deepEqual([...weather.begun].sort(), tickets.flatMap(({ ids }) => ids).sort());
      } catch (error) {
        throw new Error(`with SEED=${seed}, ${JSON.stringify({ ...weather, begun: weather.begun.size })}`, {
          cause: error,
        });
      }
      process.stdout.write(
        `    seed ${seed}: of ${weather.asked} requests ${weather.lostOnTheWay} and ${weather.lostOnTheWayBack} answers lost, ${((Date.now() - since) / 1000).toFixed(1)} s\n`,
      );
      await phone.context.unrouteAll({ behavior: 'ignoreErrors' });
      await phone.leaves();
    },
  );
}

/** Tries as long as a person would, until the form is there. */
async function opensForm(/** @type {Sender} */ phone) {
  await phone.page.goto(`${phone.base}/tickets/new`);
  const again = phone.button('再试一次');
  await until(async () => {
    if ((await again.count()) > 0)
      await again
        .first()
        .click({ timeout: 1_000 })
        .catch(() => undefined);
    return (await phone.screen.getByRole('radio').count()) > 0;
  });
}
