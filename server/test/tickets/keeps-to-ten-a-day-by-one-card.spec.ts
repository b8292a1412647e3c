/** A card that got abroad cannot flood a grid: ten appeals a day by its guests, counted exactly, and free again tomorrow. */
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
beforeAll(async () => {
  app = await startApp({ demo: true, env: { CARD_APPEALS_A_DAY: '10' } });
  here = await desk(app);
});
afterAll(() => app.close());

const guestAt = (household: number): Promise<Caller> => here.guestOf(here.demo.households[household]?.id ?? '');

const appeal = async (by: Caller) => {
  const { items } = (await by.call(ticketRoutes.categories, { query: {} })).reply;
  const categoryId = items.find(({ danger }) => !danger)?.id ?? '';
  return by.send(ticketRoutes.open, {
    body: { categoryId, words: '楼道灯坏了', consent: 'self', channel: 'card_scan' },
  });
};

it('takes exactly ten of twenty that come at once, says until when, and minds no other card', async () => {
  const [one, another, elsewhere] = [await guestAt(3), await guestAt(3), await guestAt(4)];
  const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => appeal(nth % 2 ? one : another)));
  const stopped = answers.filter(({ code }) => code === 'CARD_LIMIT_REACHED');
  expect([answers.filter(({ status }) => status === 201).length, stopped.length]).toEqual([10, 10]);
  expect(Number(stopped[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(stopped[0]?.headers.get('retry-after'))).toBeLessThanOrEqual(86_400);
  expect((await appeal(elsewhere)).status).toBe(201);
  app.moveTime(86_400_000);
  expect((await appeal(await guestAt(3))).status).toBe(201);
});
