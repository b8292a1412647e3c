// A shop of the demo community with offers, somebody behind its counter, and a member with points, all made through the API.
import { ask, tokenOf } from './server.mjs';

const DAY = 86_400_000;
const day = (/** @type {number} */ from) => new Date(Date.now() + from * DAY).toISOString().slice(0, 10);

/** Who stands behind the counter: an account opened for them, whose one-time password they have changed. */
async function behindTheCounter(/** @type {string} */ shopId) {
  const admin = await tokenOf('admin');
  const { items } = await ask('/setup/scopes', { token: admin });
  const { id: scopeId } = items.find((/** @type {{ kind: string }} */ { kind }) => kind === 'community');
  const account = `shop-${Date.now()}`;
  const body = { account, displayName: '次仁', role: { role: 'merchant', scopeId, bodyId: shopId } };
  const opened = await ask('/setup/accounts', { token: admin, body });
  const logIn = (/** @type {string} */ password) => ask('/sessions/password', { body: { account, password } });
  const { token } = await logIn(opened.password);
  const next = `Guitai#2026-${account.slice(-4)}x`;
  await ask('/me/password', { token, method: 'PUT', body: { current: opened.password, next } });
  return async () => (await logIn(next)).token;
}

/** A clinic that signed for half a year. */
async function shop(/** @type {string} */ token, /** @type {number} */ stamp) {
  const words = {
    name: `康乐口腔门诊 ${stamp}`,
    nameBo: `བདེ་སྐྱིད་ཁ་སོའི་སྨན་ཁང་། ${stamp}`,
    field: 'medical',
    phone: '08916000123',
    address: { zh: '幸福路 12 号', bo: 'བདེ་སྐྱིད་ལམ་ཨང་ 12' },
    hours: { zh: '每天 9:00–18:00', bo: 'ཉིན་རེར་ 9:00–18:00' },
  };
  const { id } = await ask('/merchants', { token, body: words });
  const signed = { from: day(-1), to: day(180), budgetPt: 1000, budgetFen: 10_000_000, reference: `协-${stamp}` };
  await ask(`/merchants/${id}/agreements`, { token, body: { ...signed, signedBy: '格桑', signedOn: day(-1) } });
  return id;
}

async function offer(/** @type {string} */ token, /** @type {object} */ more) {
  const dates = { validFrom: new Date(Date.now() - DAY).toISOString(), validTo: `${day(90)}T10:00:00.000Z` };
  const body = { ...dates, total: 40, perPerson: 5, window: 'year', holdSeconds: 7_200, minSpendFen: 0, ...more };
  const { id } = await ask('/offers', { token, body });
  await ask(`/offers/${id}/publish`, { token, body: {} });
  return id;
}

/** Two people agree that somebody has points, as they would after an activity that no list had. */
async function give(/** @type {string} */ token, /** @type {number} */ points) {
  const { id: personId } = await ask('/me', { token });
  const asked = { personId, points, reason: '补记：11 月 20 日早高峰交通疏导' };
  const { id } = await ask('/points/adjustments', { token: await tokenOf('staff'), body: asked });
  await ask(`/points/adjustments/${id}/decision`, { token: await tokenOf('staff2'), body: { granted: true } });
}

/**
 * @returns {Promise<{ counter: () => Promise<string>, cleaning: string, title: string, voucher: string }>} sessions of
 * whoever stands at the counter, and what can be had there for 5 points and, with a bill of ¥100, for none
 */
export async function openShop() {
  const stamp = Date.now();
  const staff = await tokenOf('staff');
  const shopId = await shop(staff, stamp % 100_000);
  const merchantIds = [shopId];
  const title = `专业洗牙一次 ${stamp % 100_000}`;
  const cleaning = await offer(staff, {
    ...{ merchantIds, cost: 5, faceValueFen: 30_000, title: { zh: title, bo: `སོ་གཙང་བཟོ་ཐེངས་གཅིག ${stamp % 100_000}` } },
    terms: { zh: '请提前一天打电话预约。', bo: 'ཉིན་གཅིག་གི་སྔོན་ལ་ཁ་པར་བཏང་ནས་དུས་ཚོད་བཅད་རོགས།' },
  });
  const voucher = await offer(staff, {
    ...{ merchantIds, cost: 0, faceValueFen: 5_000, minSpendFen: 10_000 },
    title: { zh: '五十元代金券', bo: 'སྒོར་ལྔ་བཅུའི་འཛིན་བྱང་།' },
    terms: { zh: '满一百元可用一张。', bo: 'སྒོར་བརྒྱ་ལོན་ན་གཅིག་བཀོལ་ཆོག' },
  });
  await give(await tokenOf('member'), 34);
  return { counter: await behindTheCounter(shopId), cleaning, title, voucher };
}
