/** Somebody asks with the card and a phone, the grid worker decides, and until then nothing of the household shows. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { FieldCipher } from '../../src/platform/database/field-cipher';
import { startApp, type TestApp } from '../actors/start-app';
import { community, type AtTheCommunity } from './at-the-community';
import { newKey } from '../actors/caller';

let app: TestApp;
let here: AtTheCommunity;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await community(app);
});
afterAll(() => app.close());

/** A household of the first grid, with a phone that its register holds. */
async function homeWithPhone(skip: number): Promise<{ id: string; address: string; phone: string }> {
  const home = here.demo.households.filter((one) => one.gridId === here.demo.grids[0]?.id)[skip];
  const sql = 'SELECT phone_enc FROM resident WHERE household_id = ? AND phone_enc IS NOT NULL AND person_id IS NULL';
  const [row] = await app.dataSource.query<{ phone_enc: Buffer }[]>(sql, [home?.id]);
  if (!home || !row) throw new Error('the seed has no such household');
  return { id: home.id, address: home.address, phone: app.get(FieldCipher).open(row.phone_enc) };
}

it('binds a person whose phone is in the register, once the worker confirms', async () => {
  const home = await homeWithPhone(30);
  const resident = await here.as('resident4');
  const cardToken = await here.tokenOf(home.id);
  const asked = (
    await resident.call(gridRoutes.requestBinding, { body: { name: '索朗玉珍', phone: home.phone, cardToken } })
  ).reply;
  expect(asked).toMatchObject({ state: 'waiting', address: '', matchesRegister: false, name: '索朗**' });
  const mine = async () => (await resident.call(gridRoutes.myBinding, {})).reply.binding;
  expect(await mine()).toMatchObject({ id: asked.id, state: 'waiting', address: '', requestedAt: asked.requestedAt });
  const worker = await here.as('worker');
  const waiting = (await worker.call(gridRoutes.bindings, { query: {} })).reply.items;
  expect(waiting).toMatchObject([{ id: asked.id, address: home.address, matchesRegister: true }]);
  const confirmed = await worker.call(gridRoutes.confirmBinding, { params: { id: asked.id } });
  expect(confirmed.reply).toMatchObject({ state: 'confirmed', address: home.address });
  expect(await mine()).toMatchObject({ id: asked.id, state: 'confirmed', address: home.address });
  const { household } = (await resident.call(identityRoutes.me, {})).reply;
  expect(household).toMatchObject({ id: home.id, address: home.address });
  expect((await resident.call(gridRoutes.servedHouseholds, {})).reply.items).toMatchObject([{ id: home.id }]);
  const again = await worker.call(gridRoutes.refuseBinding, { params: { id: asked.id }, body: { reason: '改主意了' } });
  expect(again.code).toBe('BINDING_ALREADY_DECIDED');
});

it('tells the worker when the phone is not in the register, and the person why not', async () => {
  const home = await homeWithPhone(31);
  const guest = await here.guestOf(home.id);
  const mine = async () => (await guest.call(gridRoutes.myBinding, {})).reply.binding;
  expect(await mine()).toBeNull();
  const body = { name: 'ཚེ་རིང་སྒྲོལ་མ', phone: '15499999999' };
  const asked = (await guest.call(gridRoutes.requestBinding, { body })).reply;
  expect((await guest.call(gridRoutes.requestBinding, { body })).code).toBe('BINDING_ALREADY_ASKED');
  const backup = await here.as('floating1');
  const refused = await backup.call(gridRoutes.refuseBinding, {
    params: { id: asked.id },
    body: { reason: '不住在这里' },
  });
  expect(refused.reply).toMatchObject({ state: 'refused', matchesRegister: false, refusedBecause: '不住在这里' });
  expect((await guest.call(identityRoutes.me, {})).reply.household?.address).toBe('');
  expect(await mine()).toMatchObject({ state: 'refused', refusedBecause: '不住在这里', address: '' });
  expect((await guest.call(gridRoutes.requestBinding, { body })).status).toBe(201);
  expect(await mine()).toMatchObject({ state: 'waiting', refusedBecause: null });
});

it('needs a card, and a live one', async () => {
  const resident = await here.as('resident2');
  const body = { name: '尼玛次仁', phone: '15412345678' };
  expect((await resident.call(gridRoutes.requestBinding, { body })).code).toBe('BINDING_CARD_NEEDED');
  const wrong = { ...body, cardToken: '0123456789ABCDEFGHJKMN' };
  expect((await resident.call(gridRoutes.requestBinding, { body: wrong })).code).toBe('CARD_NOT_RECOGNISED');
});

it('shows requests of other grids to nobody', async () => {
  const home = await homeWithPhone(32);
  const guest = await here.guestOf(home.id);
  const asked = await guest.call(gridRoutes.requestBinding, { body: { name: '扎西', phone: home.phone } });
  const elsewhere = await here.as('worker2');
  expect((await elsewhere.call(gridRoutes.bindings, { query: {} })).reply.items).toEqual([]);
  const confirm = await elsewhere.call(gridRoutes.confirmBinding, { params: { id: asked.reply.id } });
  expect(confirm.code).toBe('NOT_FOUND');
});

it('lets one of two deciding at one time win', async () => {
  const home = await homeWithPhone(33);
  const guest = await here.guestOf(home.id);
  const { id } = (await guest.call(gridRoutes.requestBinding, { body: { name: '达娃', phone: home.phone } })).reply;
  const [worker, staff] = [await here.as('worker'), await here.as('staff')];
  const key = newKey();
  const answers = await Promise.all([
    worker.call(gridRoutes.confirmBinding, { params: { id } }, { key }),
    worker.call(gridRoutes.confirmBinding, { params: { id } }, { key }),
    staff.call(gridRoutes.refuseBinding, { params: { id }, body: { reason: '先等等' } }),
  ]);
  const codes = answers.map((answer) => answer.code);
  const lost = codes.filter((code) => code === 'BINDING_ALREADY_DECIDED');
  expect(lost).toHaveLength(codes[2] === null ? 2 : 1);
});

it('keeps names and phones encrypted', async () => {
  const kept: unknown = await app.dataSource.query('SELECT * FROM binding');
  expect(JSON.stringify(kept)).not.toMatch(/15499999999|达娃/);
});
