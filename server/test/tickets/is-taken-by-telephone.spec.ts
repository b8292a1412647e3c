/** Somebody calls: six digits give the household, its register the caller; and what is filed for people stays theirs. */
import { cardRoutes } from '@sevengrid/shared/cards/routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { FieldCipher } from '../../src/platform/database/field-cipher';
import { Outbox } from '../../src/platform/jobs/outbox';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
});
afterAll(() => app.close());

interface Home {
  id: string;
  shortCode: string;
  residentId: string;
  phone: string;
}

/** A household of the first grid with a card, and somebody of its register who has a phone and no account. */
async function homeOfACaller(skip: number): Promise<Home> {
  const sql = `SELECT r.household_id, r.id, r.phone_enc, c.short_code FROM resident r
    JOIN card c ON c.household_id = r.household_id AND c.status = 'active'
    WHERE c.grid_id = ? AND r.phone_enc IS NOT NULL AND r.person_id IS NULL ORDER BY r.id LIMIT 1 OFFSET ?`;
  const [row] = await app.dataSource.query<
    { household_id: string; id: string; phone_enc: Buffer; short_code: string }[]
  >(sql, [here.demo.grids[0]?.id, skip]);
  if (!row) throw new Error('the seed has no such household');
  const phone = app.get(FieldCipher).open(row.phone_enc);
  return { id: row.household_id, shortCode: row.short_code, residentId: row.id, phone };
}

const spoken = { channel: 'phone', consent: 'verbal' };

it('takes three requests from the short code to a number, and nobody types a name', async () => {
  const home = await homeOfACaller(0);
  const found = await here.staff.call(cardRoutes.lookUp, { body: { shortCode: home.shortCode } });
  expect(found.reply).toMatchObject({ householdId: home.id });
  const { people } = (await here.staff.call(gridRoutes.household, { params: { id: home.id } })).reply;
  expect(people.map(({ id }) => id)).toContain(home.residentId);
  expect(JSON.stringify(people)).not.toContain(home.phone);
  const ticket = await here.open(here.staff, { ...spoken, householdId: home.id, residentId: home.residentId });
  const seen = (await here.see(here.staff, ticket.id)).reply;
  expect(seen.requester.phone).toBe(`${home.phone.slice(0, 3)}****${home.phone.slice(-4)}`);
  expect([seen.channel, seen.consent, seen.mine]).toEqual(['phone', 'verbal', true]);
});

it('keeps apart who asks, whom it is about and who typed', async () => {
  const home = await homeOfACaller(1);
  const beneficiary = { name: '次仁拉姆', phone: '15400001234' };
  const about = { householdId: home.id, residentId: home.residentId, beneficiary };
  const { id } = await here.open(here.staff, { ...spoken, ...about, consent: 'guardian' });
  const seen = (await here.see(here.staff, id)).reply;
  expect(seen.beneficiary).toEqual({ name: '次仁**', phone: '154****1234' });
  expect(seen.requester.phone).not.toBe(seen.beneficiary?.phone);
  const [row] = await app.dataSource.query<object[]>(
    'SELECT recorder_id, requester_person_id, requester_resident_id FROM ticket WHERE id = ?',
    [id],
  );
  const staff = (await app.dataSource.query<{ id: string }[]>("SELECT id FROM person WHERE account = 'staff'"))[0];
  expect(row).toEqual({ recorder_id: staff?.id, requester_person_id: null, requester_resident_id: home.residentId });
  // Whoever typed it is told, but does not speak for them.
  expect((await here.try(here.staff, 'withdraw', id)).status).toBe(403);
});

it('demands consent of another kind than one’s own, and somebody of that very household', async () => {
  const [home, other] = [await homeOfACaller(2), await homeOfACaller(3)];
  const categoryId = here.category('other');
  const file = (body: object) =>
    here.staff.call(ticketRoutes.open, {
      body: { categoryId, words: '水管漏水', householdId: home.id, residentId: home.residentId, ...spoken, ...body },
    } as never);
  expect((await file({ consent: 'self' })).code).toBe('CONSENT_NEEDED');
  expect((await file({ residentId: other.residentId })).code).toBe('RESIDENT_UNKNOWN');
  for (const consent of ['verbal', 'written', 'guardian']) expect((await file({ consent })).status).toBe(201);
});

it('becomes the caller’s to follow and to close once they have an account', async () => {
  const home = await homeOfACaller(4);
  const asked = { ...spoken, householdId: home.id, residentId: home.residentId };
  const { id } = await here.open(here.staff, asked);
  const caller = await here.as('resident4');
  expect((await here.see(caller, id)).status).toBe(404);
  const cardToken = await here.tokenOf(home.id);
  const body = { name: '索朗玉珍', phone: home.phone, cardToken };
  const binding = (await caller.call(gridRoutes.requestBinding, { body })).reply;
  await here.worker.call(gridRoutes.confirmBinding, { params: { id: binding.id } });
  await app.get(Outbox).settle();
  const seen = (await here.see(caller, id)).reply;
  expect([seen.mine, seen.timeline.at(-1)?.action]).toEqual([true, 'attribute']);
  expect((await caller.call(ticketRoutes.mine, { query: {} })).reply.items.map((row) => row.id)).toEqual([id]);
  expect((await here.try(caller, 'withdraw', id)).reply.stage).toBe('withdrawn');
});

it('lets a central household file for the doors it serves and see what it filed, never what neighbours did', async () => {
  const served = (await here.central.call(gridRoutes.servedHouseholds, {})).reply.items;
  expect(served.length).toBeGreaterThanOrEqual(10);
  const [door, neighbour] = served;
  if (!door || !neighbour) throw new Error('the seed has no such doors');
  const requester = { name: '德吉', phone: '15400004321' };
  const mine = await here.open(here.central, {
    channel: 'central',
    consent: 'verbal',
    householdId: door.id,
    requester,
  });
  const theirs = await here.open(here.staff, { ...spoken, householdId: neighbour.id, requester });
  const rows = (await here.central.call(ticketRoutes.mine, { query: {} })).reply.items;
  const listed = rows.map((row) => row.id);
  // Whose matter it is stands in the list, and that it is not the filer's own; to others it is nobody's deputy.
  expect(rows.find((row) => row.id === mine.id)).toMatchObject({ onBehalf: true, address: door.address });
  expect((await here.see(here.central, mine.id)).reply).toMatchObject({ onBehalf: true, requester: { name: '德*' } });
  expect((await here.see(here.worker, mine.id)).reply).toMatchObject({ onBehalf: false, channel: 'central' });
  expect([listed.includes(mine.id), listed.includes(theirs.id)]).toEqual([true, false]);
  expect((await here.see(here.central, theirs.id)).status).toBe(404);
  expect((await here.try(here.central, 'withdraw', mine.id)).status).toBe(403);
  const strange = here.demo.households.findLast(({ id }) => !served.some((one) => one.id === id));
  const refused = await here.central.call(ticketRoutes.open, {
    body: {
      categoryId: here.category('other'),
      words: '水管漏水',
      channel: 'visit',
      consent: 'verbal',
      requester,
      householdId: strange?.id ?? '',
    },
  });
  expect(refused.status).toBe(404);
});
