/** Logging in by WeChat on the phone on which a guest filed makes the guest's tickets the person's. */
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { startApp, type TestApp } from '../actors/start-app';
import { FakeWechat } from '../outside/fake-wechat';
import { desk, type Desk } from './at-the-desk';

let fake: FakeWechat;
let app: TestApp;
let here: Desk;
beforeAll(async () => {
  fake = await FakeWechat.start();
  const wechat = { WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: 'secretsecretsecret' };
  app = await startApp({ demo: true, env: { WECHAT_API_BASE: fake.url, ...wechat } });
  here = await desk(app);
});
afterAll(async () => {
  await app.close();
  await fake.stop();
});

it('moves what the guest filed and nothing else', async () => {
  const home = here.demo.households[2]?.id ?? '';
  const [guest, other] = [await here.guestOf(home), await here.guestOf(home)];
  const requester = { name: '卓玛央金', phone: '15400007788' };
  const mine = await here.open(guest, { channel: 'card_scan', requester });
  const theirs = await here.open(other, { channel: 'card_scan' });
  const body = { code: 'code:openid-T', guestToken: guest.token ?? '' };
  const person = app.as((await app.as(null).call(identityRoutes.logInWechat, { body })).reply.token);
  const listed = (await person.call(ticketRoutes.mine, { query: {} })).reply.items;
  expect(listed.map((row) => row.id)).toEqual([mine.id]);
  const seen = (await here.see(person, mine.id)).reply;
  // Whoever finds a card can file and log in: that tells neither the door nor who was named.
  expect([seen.mine, seen.address]).toEqual([true, here.demo.households[2]?.address.split(' ')[0]]);
  expect(seen.requester.phone).toBe('154****7788');
  expect((await here.see(guest, mine.id)).status).toBe(401);
  expect((await here.see(person, theirs.id)).status).toBe(404);
  expect((await here.try(person, 'withdraw', mine.id)).reply.stage).toBe('withdrawn');
});
