/** A guest finds the ticket again by number and code, however typed, and can take it over; guessing ends soon. */
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import type { OpenedTicketView } from '@sevengrid/shared/tickets/views';
import type { Caller } from '../actors/caller';
import { Scopes } from '../../src/identity/scopes';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
let guest: Caller;
beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
  guest = await here.guestOf(here.demo.households[2]?.id ?? '');
});
afterAll(() => app.close());

const file = (): Promise<OpenedTicketView> => here.open(guest, { channel: 'card_scan' });
const follow = (number: string, code: string | null) =>
  app.as(null).call(ticketRoutes.follow, { body: { number, code: code ?? '' } });

it('hands a guest a code, and a session that sees this one ticket', async () => {
  const [one, other] = [await file(), await file()];
  expect(one.followCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect((await here.see(guest, one.id)).reply).toMatchObject({
    mine: true,
    address: here.demo.households[2]?.address.split(' ')[0],
  });
  const { token, kind, ticketId } = (await follow(one.number, one.followCode)).reply;
  expect([kind, ticketId]).toEqual(['guest', one.id]);
  const follower = app.as(token);
  expect((await here.see(follower, one.id)).reply.timeline[0]?.actor.side).toBe('you');
  expect((await here.see(follower, other.id)).status).toBe(404);
  expect((await follower.call(ticketRoutes.mine, { query: {} })).reply.items.map((row) => row.id)).toEqual([one.id]);
  for (const step of ['accept', 'contact', 'resolve'] as const) await here.try(here.worker, step, one.id);
  expect((await here.try(follower, 'confirm', one.id)).reply.stage).toBe('confirmed');
});

it('forgives how number and code are typed', async () => {
  const { number, followCode } = await file();
  const wide = number
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .replaceAll('-', '－');
  const dashed = `${followCode?.slice(0, 5) ?? ''}-${followCode?.slice(5) ?? ''}`;
  expect((await follow(number.replaceAll('-', '—'), followCode)).status).toBe(201);
  expect((await follow(number.replaceAll('-', ''), (followCode ?? '').toLowerCase())).status).toBe(201);
  expect((await follow(number, dashed)).status).toBe(201);
  expect((await follow(wide, followCode)).status).toBe(201);
  const tibetan = (typed: string): string =>
    typed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x30 + 0xf20));
  const spaced = tibetan(followCode ?? '').replace(/^(.{3})(.{3})/, '$1 $2 ');
  expect((await follow(tibetan(number).replaceAll('-', ' − '), spaced)).status).toBe(201);
});

it('knows the number by its digits alone, and counts wrong codes as of the whole number', async () => {
  const { number, followCode, id } = await file();
  const digits = number.replace(/^\D+/, '');
  expect((await follow(digits, followCode)).reply.ticketId).toBe(id);
  expect((await follow(digits.replace('-', ''), followCode)).reply.ticketId).toBe(id);
  expect((await follow('20200101-0001', '0000000000')).code).toBe('FOLLOW_CODE_WRONG');
  for (let n = 0; n < 10; n++)
    expect((await follow(n % 2 ? number : digits, '0000000000')).code).toBe('FOLLOW_CODE_WRONG');
  expect((await follow(digits, followCode)).code).toBe('TOO_OFTEN');
  expect((await follow(number, followCode)).code).toBe('TOO_OFTEN');
});

it('tries every community when the digits alone are typed', async () => {
  const { number, followCode, id } = await file();
  const sql = (words: string, params: unknown[] = []) => app.dataSource.query<unknown>(words, params);
  const parent = app.get(Scopes).tops()[0] ?? '';
  await app.get(UnitOfWork).run((tx) =>
    app.get(Scopes).add(tx, [
      {
        id: newId(),
        parentId: parent,
        kind: 'community',
        code: 'other',
        name: '另一个',
        nameBo: null,
        tzOffset: 480,
        numberPrefix: '安',
      },
    ]),
  );
  await app.get(UnitOfWork).run((tx) => app.get(Scopes).refresh(tx));
  const twin = number.replace(/^\D+/, '安-');
  await sql('UPDATE ticket SET number = ? WHERE id = ?', [twin, id]);
  expect((await follow(number.replace(/^\D+/, ''), followCode)).reply.ticketId).toBe(id);
  expect((await follow(number, followCode)).code).toBe('FOLLOW_CODE_WRONG');
});

it('says the same of a wrong code and of a number that never was, and stops guessing at ten', async () => {
  const { number, followCode } = await file();
  expect((await follow('幸-20200101-0001', '0000000000')).code).toBe('FOLLOW_CODE_WRONG');
  const filedByResident = await here.open(here.resident);
  expect((await follow(filedByResident.number, '0000000000')).code).toBe('FOLLOW_CODE_WRONG');
  for (let n = 0; n < 10; n++) expect((await follow(number, '0000000000')).code).toBe('FOLLOW_CODE_WRONG');
  const stopped = await follow(number, followCode);
  expect([stopped.code, stopped.headers.get('retry-after')]).toEqual(['TOO_OFTEN', '3600']);
  app.moveTime(3_600_000);
  expect((await follow(number, followCode)).status).toBe(201);
  guest = await here.guestOf(here.demo.households[2]?.id ?? '');
});

it('counts each asker’s tries as theirs, under a ceiling for all', async () => {
  const [one, other] = [await file(), await file()];
  for (let n = 0; n < 10; n++) await follow(one.number, '0000000000');
  expect((await follow(one.number, one.followCode)).code).toBe('TOO_OFTEN');
  const body = { number: one.number, code: one.followCode ?? '' };
  expect((await (await here.as('resident')).call(ticketRoutes.claim, { body })).status).toBe(200);
  const strangers = 'INSERT INTO ticket_follow_try (id, number, asker, at) VALUES (?, ?, ?, NOW(3))';
  await app.get(UnitOfWork).run(async (tx) => {
    for (let n = 0; n < 100; n++) await tx.query(strangers, [newId(), other.number, String(n).padStart(64, '0')]);
  });
  expect((await follow(other.number, other.followCode)).code).toBe('TOO_OFTEN');
});

it('gives the ticket to the person who claims it, once', async () => {
  const { number, followCode, id } = await file();
  const [resident, neighbour] = [await here.as('resident'), await here.as('resident2')];
  const body = { number, code: followCode ?? '' };
  const claimed = (await resident.call(ticketRoutes.claim, { body })).reply;
  expect(claimed).toMatchObject({ id, mine: true });
  expect(claimed.timeline.at(-1)?.action).toBe('attribute');
  expect((await resident.call(ticketRoutes.claim, { body })).status).toBe(200);
  expect((await neighbour.call(ticketRoutes.claim, { body })).code).toBe('FOLLOW_CODE_WRONG');
});

it('lets the worker give it to a resident of the household, once', async () => {
  const { id } = await file();
  const worker = await here.as('worker');
  const sql = 'SELECT id FROM resident WHERE household_id = ? LIMIT 1';
  const [own] = await app.dataSource.query<[{ id: string }]>(sql, [here.demo.households[2]?.id]);
  const [far] = await app.dataSource.query<[{ id: string }]>(sql, [here.demo.households[9]?.id]);
  const give = (residentId: string) => worker.call(ticketRoutes.attribute, { params: { id }, body: { residentId } });
  expect((await give(far.id)).code).toBe('NOT_FOUND');
  expect((await give(own.id)).reply.requester.name).toMatch(/\*/);
  expect((await give(own.id)).code).toBe('CHANGED_MEANWHILE');
});

it('shows the phone in full only with a reason, on the audit log', async () => {
  const { id } = await here.open(guest, { channel: 'card_scan', requester: { name: '次仁', phone: '13812345678' } });
  const worker = await here.as('worker');
  expect((await here.see(worker, id)).reply.requester).toEqual({ name: '次*', phone: '138****5678' });
  const body = { field: 'phone' as const, reason: 'contact_requester' as const };
  expect((await worker.call(ticketRoutes.revealRequester, { params: { id }, body })).reply.value).toBe('13812345678');
  const far = await here.as('worker2');
  expect((await far.call(ticketRoutes.revealRequester, { params: { id }, body })).code).toBe('NOT_FOUND');
  const seen = await app.dataSource.query<object[]>('SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id', [
    id,
  ]);
  expect(seen).toEqual([{ action: 'ticket.read' }, { action: 'ticket.revealed' }]);
});

it('is over for guests once the ticket is given to its resident', async () => {
  const { id, number, followCode } = await file();
  const follower = app.as((await follow(number, followCode)).reply.token);
  const sql = 'SELECT id FROM resident WHERE household_id = ? LIMIT 1';
  const [resident] = await app.dataSource.query<[{ id: string }]>(sql, [here.demo.households[2]?.id]);
  const given = { params: { id }, body: { residentId: resident.id } };
  expect((await here.worker.call(ticketRoutes.attribute, given)).status).toBe(200);
  for (const caller of [guest, follower]) {
    expect((await here.see(caller, id)).status).toBe(404);
    expect((await here.try(caller, 'withdraw', id)).status).toBe(404);
    const listed = (await caller.call(ticketRoutes.mine, { query: {} })).reply.items;
    expect(listed.map((row) => row.id)).not.toContain(id);
  }
  expect((await follow(number, followCode)).code).toBe('FOLLOW_CODE_WRONG');
});

it('shows whoever takes a ticket over by its code neither the door nor what was typed of the people', async () => {
  const requester = { name: '卓玛央金', phone: '15400007788' };
  const { id, number, followCode } = await here.open(guest, { channel: 'card_scan', requester });
  const body = { number, code: followCode ?? '' };
  const taken = (await here.neighbour.call(ticketRoutes.claim, { body })).reply;
  expect(taken.mine).toBe(true);
  expect(taken.requester).toEqual({ name: expect.stringContaining('*') as string, phone: '154****7788' });
  expect(taken.address).toBe(here.demo.households[2]?.address.split(' ')[0]);
  expect((await here.neighbour.call(ticketRoutes.claim, { body })).reply.id).toBe(id);
  expect((await here.see(guest, id)).status).toBe(404);
});

it('lets a central household see and be told of what it filed for a neighbour, and not speak for them', async () => {
  const [served] = (await here.central.call(gridRoutes.servedHouseholds, {})).reply.items;
  const { id } = await here.open(here.central, { consent: 'verbal', householdId: served?.id });
  const seen = (await here.see(here.central, id)).reply;
  expect([seen.mine, seen.moves, seen.address]).toEqual([true, [], served?.address]);
  expect((await here.try(here.central, 'withdraw', id)).code).toBe('NOT_ALLOWED');
  for (const step of ['accept', 'contact', 'resolve'] as const) await here.try(here.worker, step, id);
  for (const step of ['confirm', 'reopen'] as const)
    expect((await here.try(here.central, step, id)).code).toBe('NOT_ALLOWED');
});
