/** Staff find a household by the short code, issue cards, and read a link again only with a reason: all of it on record. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { newKey } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from '../grids/at-the-community';

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

async function actions(subject: string): Promise<string[]> {
  const sql = 'SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id';
  return (await app.dataSource.query<{ action: string }[]>(sql, [subject])).map((row) => row.action);
}

async function shortCode(cardId: string): Promise<string> {
  const sql = 'SELECT short_code FROM card WHERE id = ?';
  const [row] = await app.dataSource.query<[{ short_code: string }]>(sql, [cardId]);
  return row.short_code;
}

it('finds household and grid by the short code, on the audit log', async () => {
  const home = here.demo.households[7];
  const staff = await here.as('staff');
  const body = { shortCode: await shortCode(home?.cardId ?? '') };
  const found = (await staff.call(cardRoutes.lookUp, { body })).reply;
  expect(found).toMatchObject({ householdId: home?.id, address: home?.address, worker: { role: 'worker' } });
  expect(await actions(home?.cardId ?? '')).toEqual(['card.looked_up']);
});

it('finds the household of a card scanned at the door, in the own grid only', async () => {
  const [home, far] = [here.demo.households[7], here.demo.households.at(-1)];
  const worker = await here.as('worker');
  const found = await worker.call(cardRoutes.lookUp, { body: { token: await here.tokenOf(home?.id ?? '') } });
  expect(found.reply).toMatchObject({ householdId: home?.id, address: home?.address });
  const other = await worker.call(cardRoutes.lookUp, { body: { token: await here.tokenOf(far?.id ?? '') } });
  expect(other.code).toBe('CARD_NOT_RECOGNISED');
  expect((await worker.call(cardRoutes.lookUp, { body: {} })).code).toBe('INPUT_INVALID');
});

it('does not know a code of another grid, or one that is in no use', async () => {
  const far = here.demo.households.at(-1);
  const worker = await here.as('worker');
  const body = { shortCode: await shortCode(far?.cardId ?? '') };
  expect((await worker.call(cardRoutes.lookUp, { body })).code).toBe('CARD_NOT_RECOGNISED');
  const staff = await here.as('staff');
  await staff.call(cardRoutes.end, { params: { id: far?.cardId ?? '' }, body: { because: 'lost' } });
  expect((await staff.call(cardRoutes.lookUp, { body })).code).toBe('CARD_NOT_RECOGNISED');
});

it('issues one card to a household, however often and by however many it is asked', async () => {
  const home = here.demo.households[20];
  const [one, two] = [await here.as('staff'), await here.as('staff2')];
  const body = { householdId: home?.id ?? '' };
  expect((await one.call(cardRoutes.issue, { body })).code).toBe('CARD_ALREADY_ACTIVE');
  await one.call(cardRoutes.end, { params: { id: home?.cardId ?? '' }, body: { because: 'lost' } });
  const key = newKey();
  const answers = await Promise.all([
    one.call(cardRoutes.issue, { body }, { key }),
    one.call(cardRoutes.issue, { body }, { key }),
    two.call(cardRoutes.issue, { body }),
    two.call(cardRoutes.issue, { body }),
  ]);
  const made = answers.filter((answer) => answer.status === 201);
  expect(new Set(made.map((answer) => answer.reply.card.id)).size).toBe(1);
  expect(answers.filter((answer) => answer.status !== 201).every((a) => a.code === 'CARD_ALREADY_ACTIVE')).toBe(true);
  const cards = (await one.call(cardRoutes.cards, { query: { householdId: home?.id } })).reply.items;
  expect(cards.map((card) => [card.version, card.status])).toEqual([
    [2, 'active'],
    [1, 'lost'],
  ]);
});

it('keeps short codes of active cards apart', async () => {
  const sql = "SELECT COUNT(*) AS n, COUNT(DISTINCT short_code) AS apart FROM card WHERE status = 'active'";
  const [row] = await app.dataSource.query<[{ n: number; apart: number }]>(sql);
  expect(row.apart).toBe(row.n);
});

it('reads a link again for a lead with a reason, and for nobody else', async () => {
  const home = here.demo.households[30];
  const input = { params: { id: home?.cardId ?? '' }, body: { reason: '补印一张' } };
  expect((await (await here.as('staff')).call(cardRoutes.readLink, input)).code).toBe('NOT_ALLOWED');
  const link = (await (await here.as('lead')).call(cardRoutes.readLink, input)).reply;
  expect(link.url).toMatch(/^http:\/\/localhost:3000\/c\/[0-9A-Z]{22}$/);
  expect(await actions(home?.cardId ?? '')).toEqual(['card.link_read']);
});

it('keeps neither the token in the clear nor in the log', async () => {
  const token = await here.tokenOf(here.demo.households[30]?.id ?? '');
  const kept: unknown = await app.dataSource.query('SELECT * FROM card LIMIT 2000');
  expect(JSON.stringify(kept) + app.log.join()).not.toContain(token);
});

it('shows an issued link again for ten minutes, on the audit log, and then no more', async () => {
  const home = here.demo.households[31];
  const [staff, key] = [await here.as('staff'), newKey()];
  await staff.call(cardRoutes.end, { params: { id: home?.cardId ?? '' }, body: { because: 'lost' } });
  const issue = () => staff.call(cardRoutes.issue, { body: { householdId: home?.id ?? '' } }, { key });
  const [one, two] = [await issue(), await issue()];
  expect(two.reply.url).toBe(one.reply.url);
  const { id } = one.reply.card;
  expect(await actions(id)).toEqual(['card.issued', 'card.link_read']);
  const rotateKey = newKey();
  const rotate = () =>
    staff.call(cardRoutes.rotate, { params: { id }, body: { because: 'damaged' } }, { key: rotateKey });
  const [three, four] = [await rotate(), await rotate()];
  expect(four.reply.url).toBe(three.reply.url);
  expect((await issue()).code).toBe('CARD_ENDED');
  app.moveTime(11 * 60_000);
  expect((await rotate()).code).toBe('CARD_ENDED');
  expect(await actions(three.reply.card.id)).toEqual(['card.issued', 'card.link_read']);
});

it('marks each time that a link is read or a card is looked up, a repeat as well', async () => {
  const home = here.demo.households[33];
  const [lead, staff] = [await here.as('lead'), await here.as('staff')];
  const [readKey, lookKey] = [newKey(), newKey()];
  const params = { id: home?.cardId ?? '' };
  const read = () => lead.call(cardRoutes.readLink, { params, body: { reason: '卡面磨损' } }, { key: readKey });
  const body = { shortCode: await shortCode(params.id) };
  const look = () => staff.call(cardRoutes.lookUp, { body }, { key: lookKey });
  for (const ask of [read, read, look, look]) expect((await ask()).status).toBe(201);
  expect(await actions(params.id)).toEqual(['card.link_read', 'card.link_read', 'card.looked_up', 'card.looked_up']);
  await staff.call(cardRoutes.end, { params, body: { because: 'lost' } });
  expect([(await read()).code, (await look()).code]).toEqual(['CARD_ENDED', 'CARD_NOT_RECOGNISED']);
});
