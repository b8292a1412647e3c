/** The gateway to WeChat against a loopback stand-in that has the real one's oddities. */
import { FakeWechat } from '../outside/fake-wechat';
import { testConfig } from '../actors/test-config';
import { WechatGateway } from '../../src/platform/wechat/wechat.gateway';

let fake: FakeWechat;
let gateway: WechatGateway;
const gatewayWith = (env: Record<string, string>): WechatGateway =>
  new WechatGateway(testConfig('mysql://u:p@127.0.0.1:1/none', env));

beforeAll(async () => {
  fake = await FakeWechat.start();
  gateway = gatewayWith({ WECHAT_API_BASE: fake.url, WECHAT_APP_ID: 'wxtest01', WECHAT_APP_SECRET: 'secret0001' });
});
afterAll(() => fake.stop());

it('takes an answer without errcode for a success, and hands on no session key', async () => {
  expect(await gateway.codeToSession('code:oABC')).toEqual({ openid: 'oABC' });
});

it('knows a code used twice', async () => {
  await gateway.codeToSession('code:oTwice');
  await expect(gateway.codeToSession('code:oTwice')).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' });
});

it.each([
  ['nonsense', 'WECHAT_CODE_INVALID'],
  ['code:blocked', 'WECHAT_REFUSED'],
  ['code:often', 'TOO_OFTEN'],
  ['code:busy', 'PART_DOWN'],
  ['code:nonsense', 'PART_DOWN'],
])('answers %s with %s', async (code, fault) => {
  await expect(gateway.codeToSession(code)).rejects.toMatchObject({ code: fault });
});

it('asks a busy WeChat three times at most', async () => {
  const asked = (code: string): number => fake.calls.filter((call) => call === code).length;
  expect(await gateway.codeToSession('code:busy-twice')).toEqual({ openid: 'busy-twice' });
  expect(asked('code:busy-twice')).toBe(3);
  expect(asked('code:busy')).toBe(3);
});

it('gives up on a WeChat that is silent, away or not set up', async () => {
  await expect(gateway.codeToSession('code:silent')).rejects.toMatchObject({ code: 'PART_DOWN' });
  const away = gatewayWith({
    WECHAT_API_BASE: 'http://127.0.0.1:1',
    WECHAT_APP_ID: 'wxtest01',
    WECHAT_APP_SECRET: 'secret0001',
  });
  await expect(away.codeToSession('code:x')).rejects.toMatchObject({ code: 'PART_DOWN' });
  await expect(gatewayWith({}).codeToSession('code:x')).rejects.toMatchObject({ code: 'PART_DOWN' });
});
