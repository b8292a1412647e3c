/** History can only grow: changes are refused, tampering is named, and erased words break nothing. */
import { DataSource } from 'typeorm';
import { Audits } from '../../src/platform/audit/audits';
import { Texts } from '../../src/platform/database/texts';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { startApp, type TestApp } from '../actors/start-app';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
let id: string;
beforeEach(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
  id = await here.openUpTo('accept', 'contact', 'resolve');
  await app.settle();
});
afterEach(() => app.close());

const broken = async (): Promise<string[]> => (await app.get(Audits).run()).flatMap((result) => result.broken ?? []);
const sql = (text: string, params: unknown[] = []): Promise<unknown> => app.get(DataSource).query(text, params);

/** What somebody with the schema owner's rights could do behind our back. */
async function behindTheTriggers(work: () => Promise<unknown>): Promise<void> {
  for (const action of ['update', 'delete']) await sql(`DROP TRIGGER ticket_event_no_${action}`);
  await work();
}

it('refuses to change or delete an event', async () => {
  await expect(sql('UPDATE ticket_event SET at = NOW(3) WHERE ticket_id = ?', [id])).rejects.toThrow('append-only');
  await expect(sql('DELETE FROM ticket_event WHERE ticket_id = ?', [id])).rejects.toThrow('append-only');
  expect(await broken()).toEqual([]);
});

it('names a row that is not what its events say', async () => {
  await sql("UPDATE ticket SET outcome = 'partly' WHERE id = ?", [id]);
  expect(await broken()).toEqual([expect.stringContaining(`ticket ${id}`)]);
});

it.each([
  ['number', "'幸-20200101-0001'"],
  ['grid_id', 'community_id'],
  ['household_id', 'NULL'],
  ['card_id', 'id'],
  ['category_id', 'id'],
  ['channel', "'phone'"],
  ['filed_as', "'guest'"],
  ['recorder_id', 'id'],
  ['consent', "'verbal'"],
  ['policy_version', '9'],
  ['text_ref', 'id'],
  ['opened_at', 'opened_at + INTERVAL 1 SECOND'],
])('names a row whose %s is not what was filed', async (column, value) => {
  await sql(`UPDATE ticket SET ${column} = ${value} WHERE id = ?`, [id]);
  expect((await broken()).join()).toContain(`ticket ${id}`);
});

it('names the words that say where, of a filing and of a visit, when they were changed', async () => {
  const filed = await here.open(here.resident, { place: '二单元门口' });
  await here.try(here.worker, 'accept', filed.id);
  await here.try(here.worker, 'contact', filed.id, { how: 'visit', words: '看过了', place: '地下室' });
  await app.settle();
  expect(await broken()).toEqual([]);
  const [ticket] = (await sql('SELECT place_ref, text_ref FROM ticket WHERE id = ?', [filed.id])) as [
    { place_ref: string; text_ref: string },
  ];
  const [visit] = (await sql(
    "SELECT JSON_UNQUOTE(JSON_EXTRACT(facts, '$.placeRef')) AS ref FROM ticket_event WHERE ticket_id = ? AND seq = 3",
    [filed.id],
  )) as [{ ref: string }];
  for (const ref of [ticket.place_ref, visit.ref]) {
    const [before] = (await sql('SELECT body_enc FROM texts WHERE id = ?', [ref])) as [{ body_enc: Buffer }];
    await sql('UPDATE texts a JOIN texts b ON b.id = ? SET a.body_enc = b.body_enc WHERE a.id = ?', [
      ticket.text_ref,
      ref,
    ]);
    expect((await broken()).join()).toContain(`of ticket ${filed.id}: its words were changed`);
    await sql('UPDATE texts SET body_enc = ? WHERE id = ?', [before.body_enc, ref]);
  }
  expect(await broken()).toEqual([]);
});

it('names an event that was changed, by its seal', async () => {
  await behindTheTriggers(() =>
    sql(
      "UPDATE ticket_event SET facts = JSON_SET(facts, '$.outcome', 'partly') WHERE ticket_id = ? AND action = 'resolve'",
      [id],
    ),
  );
  const found = await broken();
  expect(found.length).toBeGreaterThanOrEqual(2);
  expect(found.join()).toContain(id);
});

it('names a ticket whose event is gone', async () => {
  await behindTheTriggers(() => sql('DELETE FROM ticket_event WHERE ticket_id = ? AND seq = 2', [id]));
  expect((await broken()).join()).toContain('event 2 is missing');
});

it('names words that were changed', async () => {
  const [event] = (await sql('SELECT text_ref FROM ticket_event WHERE ticket_id = ? AND seq = 3', [id])) as [
    { text_ref: string },
  ];
  const [other] = (await sql('SELECT text_ref FROM ticket_event WHERE ticket_id = ? AND seq = 4', [id])) as [
    { text_ref: string },
  ];
  await sql('UPDATE texts a JOIN texts b ON b.id = ? SET a.body_enc = b.body_enc WHERE a.id = ?', [
    other.text_ref,
    event.text_ref,
  ]);
  expect((await broken()).join()).toContain('its words were changed');
});

it('reads erased words as null, and still finds history whole', async () => {
  const [event] = (await sql('SELECT text_ref FROM ticket_event WHERE ticket_id = ? AND seq = 1', [id])) as [
    { text_ref: string },
  ];
  await app.get(UnitOfWork).run((tx) => app.get(Texts).erase(tx, event.text_ref));
  const seen = (await here.see(here.worker, id)).reply;
  expect([seen.words, seen.title, seen.timeline[0]?.words]).toEqual([null, '', null]);
  expect(seen.timeline[2]?.words).toBe('上门看过了');
  expect(await broken()).toEqual([]);
});

it('notes each reading by somebody else on the audit log, and none by the requester', async () => {
  await here.see(here.resident, id);
  await here.see(here.staff, id);
  const read = await sql("SELECT actor_id FROM audit_log WHERE action = 'ticket.read' AND subject_id = ?", [id]);
  expect(read).toEqual([{ actor_id: here.demo.people.staff[0]?.id }]);
});

it('notes a reading by whoever typed it for somebody, too', async () => {
  const body = { consent: 'verbal', channel: 'phone', householdId: here.demo.households[2]?.id };
  const { id: typed } = await here.open(here.staff, body);
  await here.see(here.staff, typed);
  const read = await sql("SELECT actor_id FROM audit_log WHERE action = 'ticket.read' AND subject_id = ?", [typed]);
  expect(read).toEqual([{ actor_id: here.demo.people.staff[0]?.id }]);
});

it('notes the reading when a write is sent again, and shows nothing to whom it is hidden by then', async () => {
  const { id: mine } = await here.open(here.resident);
  await here.try(here.worker, 'accept', mine);
  const remark = { words: '周三来', shown: true };
  for (let i = 0; i < 2; i++)
    expect((await here.try(here.worker, 'remark', mine, remark, 'key-of-a-remark')).status).toBe(200);
  const read = "SELECT actor_id FROM audit_log WHERE action = 'ticket.read' AND subject_id = ?";
  expect(await sql(read, [mine])).toEqual([{ actor_id: here.demo.grids[0]?.workerId }]);
});
