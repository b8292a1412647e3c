/** WeChat's code opens a session, makes the person once, and takes over what the guest on the same phone began. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import type { Answer } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';
import { FakeWechat } from '../outside/fake-wechat';
import type { SessionView } from '@sevengrid/shared/identity/views';

let fake: FakeWechat;
let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  fake = await FakeWechat.start();
  const wechat = {
    WECHAT_API_BASE: fake.url,
    WECHAT_APP_ID: 'wx0123456789abcdef',
    WECHAT_APP_SECRET: 'secretsecretsecret',
  };
  app = await startApp({ demo: true, env: wechat });
  here = await community(app);
});
afterAll(async () => {
  await app.close();
  await fake.stop();
});

const logIn = (code: string, guestToken?: string): Promise<Answer<SessionView>> =>
  app.as(null).call(identityRoutes.logInWechat, { body: { code, guestToken } });

it('makes a resident without a household at the first log-in, and the same one ever after', async () => {
  const first = (await logIn('code:openid-A')).reply;
  const me = (await app.as(first.token).call(identityRoutes.me, {})).reply;
  expect(me).toMatchObject({ kind: 'person', name: null, roles: ['resident'], household: null });
  expect(me.community?.name).toBe('幸福社区');
  expect((await logIn('code:openid-A')).code).toBe('WECHAT_CODE_INVALID');
  const people: unknown = await app.dataSource.query('SELECT openid_idx FROM person WHERE openid_idx IS NOT NULL');
  expect(people).toHaveLength(1);
  expect(JSON.stringify(people)).not.toContain('openid-A');
});

it('takes capitals and small letters in an openid for two people', async () => {
  const [one, two] = [(await logIn('code:oCase')).reply, (await logIn('code:ocase')).reply];
  const idOf = async (token: string): Promise<string> => (await app.as(token).call(identityRoutes.me, {})).reply.id;
  expect(await idOf(one.token)).not.toBe(await idOf(two.token));
});

it('answers what WeChat refuses as it is', async () => {
  expect((await logIn('code:blocked')).code).toBe('WECHAT_REFUSED');
  expect((await logIn('code:often')).code).toBe('TOO_OFTEN');
  expect((await logIn('nonsense')).code).toBe('WECHAT_CODE_INVALID');
});

it('takes over the guest’s binding, confirmed before, and ends the guest’s session', async () => {
  const household = here.demo.households.find((one) => one.gridId === here.demo.grids[0]?.id)?.id ?? '';
  const guest = await here.guestOf(household);
  const asked = await guest.call(gridRoutes.requestBinding, { body: { name: '仁青', phone: '15400001111' } });
  const worker = await here.as('worker');
  const params = { id: asked.reply.id };
  expect((await worker.call(gridRoutes.confirmBinding, { params })).reply.state).toBe('confirmed');
  expect((await guest.call(identityRoutes.me, {})).reply.household?.address).toMatch(/号楼/);
  const session = (await logIn('code:openid-B', guest.token ?? '')).reply;
  const me = (await app.as(session.token).call(identityRoutes.me, {})).reply;
  expect(me.household).toMatchObject({ id: household });
  expect(me.name).toBe('仁青');
  expect((await guest.call(identityRoutes.me, {})).code).toBe('SESSION_EXPIRED');
});

it('records consent and shows the latest word of each purpose', async () => {
  const person = app.as((await logIn('code:openid-C')).reply.token);
  const say = (given: boolean): Promise<Answer<unknown>> =>
    person.call(identityRoutes.recordConsent, { body: { purpose: 'photo', version: '2026-11', given } });
  expect((await say(true)).status).toBe(201);
  app.moveTime(1000);
  expect((await say(false)).status).toBe(201);
  const { consents } = (await person.call(identityRoutes.me, {})).reply;
  expect(consents).toMatchObject([{ purpose: 'photo', version: '2026-11', given: false }]);
  await expect(app.dataSource.query('DELETE FROM consent')).rejects.toThrow('append-only');
});
