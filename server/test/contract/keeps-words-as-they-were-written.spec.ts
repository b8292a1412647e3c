/** Unusual words that are right are stored exactly, and read back equal by whoever may read them. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from './cast';
import { Stages } from './stages';
import { KEPT_TEXTS } from './wrong-inputs';

let app: TestApp;
let cast: Cast;
let stages: Stages;

beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  stages = new Stages(cast);
});
afterAll(() => app.close());

describe.each(KEPT_TEXTS)('%s', (_, words) => {
  it('in an appeal, its place and every step of its way', async () => {
    const [resident, worker, staff] = [await cast.as('resident'), await cast.as('worker'), await cast.as('staff')];
    const { categoryId } = cast.place;
    const body = { categoryId, words, place: words, consent: 'self' as const, channel: 'mini' as const };
    const { id } = (await resident.call(ticketRoutes.open, { body })).reply;
    const params = { id };
    void (await worker.call(ticketRoutes.accept, { params, body: { grade: 'G2' } })).reply;
    void (await worker.call(ticketRoutes.remark, { params, body: { words, shown: true } })).reply;
    void (await worker.call(ticketRoutes.contact, { params, body: { how: 'visit', words, place: words } })).reply;
    void (await staff.call(ticketRoutes.regrade, { params, body: { grade: 'G1', words } })).reply;
    void (await worker.call(ticketRoutes.resolve, { params, body: { outcome: 'solved', words } })).reply;
    void (await staff.call(ticketRoutes.verify, { params, body: { finding: 'solved', how: 'visit', words } })).reply;
    void (await resident.call(ticketRoutes.reopen, { params, body: { words } })).reply;
    const view = (await worker.call(ticketRoutes.ticket, { params })).reply;
    expect([view.words, view.place]).toEqual([words, words]);
    const told = view.timeline.filter((entry) => entry.words !== null).map((entry) => [entry.action, entry.words]);
    const steps = ['remark', 'contact', 'regrade', 'resolve', 'verify', 'reopen'];
    expect(told.filter(([action]) => action !== 'open')).toEqual(steps.map((action) => [action, words]));
    expect(view.timeline.find(({ action }) => action === 'contact')?.facts.place).toBe(words);
  });

  it('in a decline and the objection to it', async () => {
    const params = { id: (await stages.opened()).id };
    const [lead, resident] = [await cast.as('lead'), await cast.as('resident')];
    void (await lead.call(ticketRoutes.decline, { params, body: { reason: 'no_content', words } })).reply;
    void (await resident.call(ticketRoutes.contest, { params, body: { words } })).reply;
    const { timeline } = (await resident.call(ticketRoutes.ticket, { params })).reply;
    expect(timeline.slice(-2).map((entry) => entry.words)).toEqual([words, words]);
  });

  it('in the reason for refusing somebody', async () => {
    const { token } = await cast.place.addHome();
    await cast.place.sql("UPDATE binding SET state = 'refused', requested_at = NOW(3) - INTERVAL 2 DAY");
    const asked = { name: words.replace(/\s+/g, ' ').slice(0, 60), phone: cast.newPhone(), cardToken: token };
    const { id } = (await (await cast.as('newcomer')).call(gridRoutes.requestBinding, { body: asked })).reply;
    const worker = await cast.as('worker');
    const view = (await worker.call(gridRoutes.refuseBinding, { params: { id }, body: { reason: words } })).reply;
    expect(view.refusedBecause).toBe(words);
    const [row] = (await cast.place.sql('SELECT name_enc FROM binding WHERE id = ?', [id])) as { name_enc: Buffer }[];
    expect(cast.place.cipher.open(row?.name_enc ?? Buffer.alloc(0))).toBe(asked.name.trim());
  });

  it('in the reason for reading a card’s link', async () => {
    const lead = await cast.as('lead');
    const answer = await lead.call(cardRoutes.readLink, { params: { id: cast.home.cardId }, body: { reason: words } });
    expect(answer.status).toBe(201);
  });
});

it('a card that never was and one that has ended answer in words for people', async () => {
  const nobody = app.as(null);
  expect((await nobody.call(cardRoutes.scan, { body: { token: '0'.repeat(21) + '1' } })).code).toBe(
    'CARD_NOT_RECOGNISED',
  );
  const home = await cast.place.addHomeWithoutCard();
  expect((await nobody.call(cardRoutes.scan, { body: { token: home.token } })).code).toBe('CARD_REVOKED');
});
