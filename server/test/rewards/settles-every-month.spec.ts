/** Monthly statements: nothing is left out, nothing is paid twice, and both sides confirm the same text. */
import { offerRoutes, liabilityRoutes } from '@sevengrid/shared/rewards/offers.routes';
import { statementRoutes } from '@sevengrid/shared/rewards/statements.routes';
import type { StatementDetailView, StatementLineView } from '@sevengrid/shared/rewards/statements.views';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import { STATEMENTS_JOB } from '../../src/rewards/draw-up-statements';
import { draft, draftOf } from '../contract/shops-of-place';
import { Counter } from './at-the-counter';

let shop: Counter;
let offer = '';

beforeAll(async () => {
  shop = await Counter.open();
  shop.app.setTime(Date.UTC(2026, 9, 27, 4));
  await shop.award('member', 200);
  offer = await shop.offer({ cost: 20, faceValueFen: 120_000, title: { zh: '健康体检', bo: 'གཟུགས་པོའི་བརྟག་དཔྱད།' } });
}, 60_000);
afterAll(() => shop.app.close());

async function given(): Promise<string> {
  const id = await shop.redeemed('member', offer);
  void (await shop.give('member', id)).reply;
  return id;
}

const lines = async (id: string): Promise<StatementLineView[]> =>
  (await (await shop.cast.as('merchant')).call(statementRoutes.lines, { params: { id }, query: { limit: 100 } })).reply
    .items;

async function mine(): Promise<StatementDetailView[]> {
  const merchant = await shop.cast.as('merchant');
  const { items } = (await merchant.call(statementRoutes.list, { query: {} })).reply;
  return Promise.all(items.map(async ({ id }) => (await merchant.call(statementRoutes.one, { params: { id } })).reply));
}

let kept = '';
let undone = '';

it('draws nothing up while the month runs', async () => {
  kept = await given();
  undone = await given();
  const never = await given();
  void (await shop.undo('merchant', never)).reply;
  const body = { merchantId: shop.cast.place.merchantId, month: '2026-10' };
  expect((await (await shop.cast.as('staff')).call(statementRoutes.drawUp, { body })).code).toBe('STATEMENT_TOO_EARLY');
  await shop.app.get(Scheduler).runNow(STATEMENTS_JOB);
  expect(await mine()).toEqual([]);
});

it('draws up by itself what was given and not taken back, numbered, once', async () => {
  // At 00:30 of the first on the community's wall, which is still October in Greenwich.
  shop.app.setTime(Date.UTC(2026, 9, 31, 16, 30));
  const november = await given();
  for (let n = 0; n < 2; n++) await shop.app.get(Scheduler).runNow(STATEMENTS_JOB);
  const [statement, ...others] = await mine();
  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    number: '结-202610-0001',
    month: '2026-10',
    quantity: 2,
    points: 40,
    valueFen: 240_000,
  });
  expect((await lines(statement?.id ?? '')).map(({ redemptionId }) => redemptionId)).toEqual([kept, undone]);
  expect([kept, undone]).not.toContain(november);
});

it('is confirmed by both sides, each once and by different people, and told apart by words', async () => {
  const [{ id } = { id: '' }] = await mine();
  const [merchant, staff] = [await shop.cast.as('merchant'), await shop.cast.as('staff')];
  const said = await merchant.call(statementRoutes.say, {
    params: { id },
    body: { words: '十月二十七日那笔请再核对' },
  });
  expect(said.reply.said).toMatchObject([{ side: 'merchant', words: '十月二十七日那笔请再核对' }]);
  expect((await merchant.call(statementRoutes.confirm, { params: { id } })).reply).toMatchObject({
    side: 'merchant',
    mayConfirm: false,
  });
  expect((await merchant.call(statementRoutes.confirm, { params: { id } })).code).toBe('STATEMENT_CONFIRMED');
  const both = (await staff.call(statementRoutes.confirm, { params: { id } })).reply;
  expect(both.confirmations.map(({ side }) => side)).toEqual(['merchant', 'community']);
  expect((await (await shop.cast.as('otherMerchant')).call(statementRoutes.one, { params: { id } })).status).toBe(404);
});

it('stays as it is for ever', async () => {
  for (const sql of [
    'UPDATE statement SET points = 0',
    'DELETE FROM statement_line',
    'UPDATE statement_confirmation SET side = 1',
  ])
    await expect(shop.rows(sql)).rejects.toThrow('append-only');
});

it('has a line against what was taken back since, in the next one', async () => {
  void (await shop.undo('merchant', undone)).reply;
  shop.app.setTime(Date.UTC(2026, 10, 30, 20));
  const body = { merchantId: shop.cast.place.merchantId, month: '2026-11' };
  const drawn = (await (await shop.cast.as('staff')).call(statementRoutes.drawUp, { body })).reply;
  expect(drawn).toMatchObject({ number: '结-202611-0001', quantity: 0, points: 0, valueFen: 0 });
  expect((await lines(drawn.id)).map(({ kind, points }) => [kind, points]).sort()).toEqual([
    ['capture', 20],
    ['undo', -20],
  ]);
  const other = { merchantId: shop.cast.place.otherMerchantId, month: '2026-11' };
  expect((await (await shop.cast.as('staff')).call(statementRoutes.drawUp, { body: other })).code).toBe(
    'STATEMENT_EMPTY',
  );
});

it('is to be had on paper and as a spreadsheet', async () => {
  const [, { id, number, hash } = { id: '', number: '', hash: '' }] = await mine();
  const merchant = await shop.cast.as('merchant');
  const pdf = (await merchant.call(statementRoutes.pdf, { params: { id } })).file;
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  const workbook = (await merchant.call(statementRoutes.workbook, { params: { id } })).file;
  const sheets = await readWorkbook(Buffer.from(workbook), () => true);
  const texts = sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)),
  );
  for (const text of [number, hash, kept, '1200.00', '2400.00']) expect(texts).toContain(text);
});

describe('the gauge', () => {
  it('sets what people have against what offers give and agreements honour', async () => {
    const { reply } = await (await shop.cast.as('auditor')).call(liabilityRoutes.read, { query: {} });
    const { posted } = await shop.account('member');
    expect(reply).toMatchObject({ outstandingPt: posted, heldPt: 0, coveredPt: true, coveredFen: true, unmetPt: 0 });
    expect(reply.cheapest).toMatchObject({ offerId: offer, fenPerPoint: 6000, fen: posted * 6000 });
    expect(reply.dearest).toEqual(reply.cheapest);
  });

  it('refuses an offer that the agreements cannot honour beside all others, and says by how much', async () => {
    const staff = await shop.cast.as('staff');
    const budget = shop.rows<{ left: number }>(
      'SELECT budget_pt - used_pt AS `left` FROM agreement WHERE merchant_id = ?',
      [shop.cast.place.merchantId],
    );
    const left = Number((await budget)[0]?.left);
    const [promised] = await shop.rows<{ pt: number }>(
      "SELECT SUM((total - captured) * cost) AS pt FROM offer WHERE state = 'published'",
    );
    const room = left - Number(promised?.pt);
    const tooMuch = await draft(shop.cast, { cost: 100_000, total: Math.floor(room / 100_000) + 1, faceValueFen: 0 });
    const refused = await staff.call(offerRoutes.publish, { params: { id: tooMuch } });
    expect(refused.code).toBe('OFFER_NOT_COVERED');
    expect(refused.problem.facts?.missingPt).toBe((Math.floor(room / 100_000) + 1) * 100_000 - room);
    const body = {
      ...draftOf(shop.cast, { cost: 100_000, total: Math.floor(room / 100_000), faceValueFen: 0 }),
      version: 1,
    };
    void (await staff.call(offerRoutes.write, { params: { id: tooMuch }, body })).reply;
    expect((await staff.call(offerRoutes.publish, { params: { id: tooMuch } })).status).toBe(200);
  });

  it('refuses an offer that runs longer than its merchants’ agreements', async () => {
    const id = await draft(shop.cast, { validTo: new Date(Date.UTC(2100, 1, 1)).toISOString() });
    const staff = await shop.cast.as('staff');
    expect((await staff.call(offerRoutes.publish, { params: { id } })).code).toBe('OFFER_NOT_COVERED');
  });
});

it('left books that add up', async () => {
  expect(await shop.broken()).toEqual([]);
});
