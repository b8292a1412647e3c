/** Photos and voices go with the words of a ticket: given once, by whom they belong to, seen by whoever may read the words. */
import { coordinationRoutes } from '@sevengrid/shared/tickets/coordination.routes';
import { mediaRoutes } from '@sevengrid/shared/media/routes';
import { MOST_PHOTOS } from '@sevengrid/shared/media/terms';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { GuestClaims } from '../../src/identity/guest-claims';
import { Attachments } from '../../src/media/attachments';
import { Audits } from '../../src/platform/audit/audits';
import { newId } from '../../src/platform/database/new-id';
import { json } from '../../src/platform/database/sql';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { newKey, type Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { picture } from '../media/pictures';
import { mp3 } from '../media/sounds';
import { fetched, upload } from '../media/uploading';
import { desk, type Desk } from './at-the-desk';

let app: TestApp;
let here: Desk;
let image: Buffer;

beforeAll(async () => {
  app = await startApp({ demo: true });
  here = await desk(app);
  image = await picture(40, 30).jpeg().toBuffer();
}, 60_000);
afterAll(() => app.close());

const photo = async (by: Caller): Promise<string> => (await upload(by, 'photo', image)).id;
const voice = async (by: Caller): Promise<string> => (await upload(by, 'voice', mp3(2))).id;
const filed = (more: object) =>
  here.resident.send(ticketRoutes.open, {
    body: { categoryId: here.category('lighting'), consent: 'self', channel: 'mini', ...more },
  });
const ofAction = async (by: Caller, id: string, action: string) =>
  (await here.see(by, id)).reply.timeline.filter((entry) => entry.action === action).at(-1);

describe('an appeal', () => {
  it('may be spoken: no words, no title, and the voice for those who may know', async () => {
    const voiceId = await voice(here.resident);
    const { id } = (await filed({ voiceId })).reply;
    for (const reader of [here.resident, here.worker, here.staff]) {
      const { words, title, spoken, timeline } = (await here.see(reader, id)).reply;
      expect({ words, title, spoken }).toEqual({ words: null, title: '', spoken: true });
      const [heard] = timeline[0]?.media ?? [];
      expect(heard).toMatchObject({ id: voiceId, kind: 'voice', seconds: 2 });
      expect((await fetched(app.url, heard?.url ?? '')).status).toBe(200);
    }
    expect((await here.see(here.neighbour, id)).status).toBe(404);
    const { items } = (await here.worker.call(ticketRoutes.queue, { query: { queue: 'all' } })).reply;
    expect(items.find((row) => row.id === id)).toMatchObject({ title: '', spoken: true });
    await app.settle();
    const notices = (await here.worker.call(noticeRoutes.inbox, { query: {} })).reply.items;
    expect(notices.find(({ subject }) => subject.id === id)?.facts).toMatchObject({ title: null, spoken: true });
  });

  it('needs words or a voice, and no more than nine photos', async () => {
    const nine = Array.from({ length: MOST_PHOTOS }, () => newId());
    const fieldsOf = async (more: object) => (await filed(more)).problem.fields?.map(({ field }) => field);
    expect(await fieldsOf({})).toEqual(['body.words']);
    expect(await fieldsOf({ words: '', voiceId: newId() })).toEqual(['body.words']);
    expect(await fieldsOf({ words: null, voiceId: newId() })).toEqual(['body.words']);
    expect(await fieldsOf({ photoIds: nine })).toEqual(['body.words']);
    for (const photoIds of [[], [...nine, newId()], [nine[0], nine[0]], ['x'], nine[0], null])
      expect(await fieldsOf({ words: '楼道灯坏了', photoIds })).toEqual(['body.photoIds']);
  });

  it('shows nine photos in their order, in history by their ids alone', async () => {
    const photoIds: string[] = [];
    for (let n = 0; n < MOST_PHOTOS; n++) photoIds.push(await photo(here.resident));
    photoIds.reverse();
    const { id } = (await filed({ words: '楼道灯坏了', photoIds })).reply;
    expect((await ofAction(here.worker, id, 'open'))?.media.map((of) => of.id)).toEqual(photoIds);
    const [event] = await app.dataSource.query<{ facts: object }[]>(
      'SELECT facts FROM ticket_event WHERE ticket_id = ?',
      [id],
    );
    expect(json(event?.facts ?? {})).toMatchObject({ photoIds });
    expect(JSON.stringify(event)).not.toMatch(/until|proof|sha256|\.jpg/);
  });

  it('takes only what is one’s own, whole, of the right kind and not used; otherwise nothing is filed', async () => {
    const [own, sound, others, used, gone] = [
      await photo(here.resident),
      await voice(here.resident),
      await photo(here.neighbour),
      await photo(here.resident),
      await photo(here.resident),
    ];
    void (await filed({ words: '楼道灯坏了', photoIds: [used] })).reply;
    void (await here.resident.call(mediaRoutes.discard, { params: { id: gone } })).reply;
    const body = { kind: 'photo' as const, size: 10, sha256: '0'.repeat(64) };
    const { id: open } = (await here.resident.call(mediaRoutes.start, { body })).reply;
    const count = async () =>
      Number((await app.dataSource.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM ticket'))[0]?.n);
    const before = await count();
    for (const wrong of [others, used, gone, open, sound, newId()])
      expect((await filed({ words: '楼道灯坏了', photoIds: [own, wrong] })).code).toBe('MEDIA_NOT_YOURS');
    expect((await filed({ voiceId: own })).code).toBe('MEDIA_NOT_YOURS');
    expect(await count()).toBe(before);
    expect((await here.resident.call(mediaRoutes.discard, { params: { id: used } })).code).toBe('UPLOAD_OVER');
    expect((await filed({ words: '楼道灯坏了', photoIds: [own] })).status).toBe(201);
  });

  it('of two at once with the same photo, one is filed', async () => {
    const photoIds = [await photo(here.resident)];
    const both = await Promise.all([1, 2, 3, 4].map(() => filed({ words: '楼道灯坏了', photoIds })));
    expect(both.map(({ code }) => code).sort()).toEqual([...Array<string>(3).fill('MEDIA_NOT_YOURS'), null].sort());
  });

  it('sent twice with one key is filed once, with its photo', async () => {
    const body = {
      categoryId: here.category('lighting'),
      ...{ words: '楼道灯坏了', consent: 'self' as const, channel: 'mini' as const },
      photoIds: [await photo(here.resident)],
    };
    const key = newKey();
    const [one, two] = [
      await here.resident.call(ticketRoutes.open, { body }, { key }),
      await here.resident.call(ticketRoutes.open, { body }, { key }),
    ];
    expect(one.reply.id).toBe(two.reply.id);
  });

  it('of a guest is theirs after they log in, and so is what they had not sent yet', async () => {
    const guest = await here.guestOf(here.demo.households[4]?.id ?? '');
    const [sent, unsent] = [await photo(guest), await photo(guest)];
    const { id } = await here.open(guest, { channel: 'card_scan', photoIds: [sent] });
    expect((await ofAction(guest, id, 'open'))?.media).toHaveLength(1);
    const other = await here.guestOf(here.demo.households[4]?.id ?? '');
    expect((await here.see(other, id)).status).toBe(404);
    const [row] = await app.dataSource.query<{ owner_id: string }[]>('SELECT owner_id FROM media WHERE id = ?', [
      unsent,
    ]);
    const personId = here.demo.people.residents[1]?.id ?? '';
    const claim = { guestId: row?.owner_id ?? '', personId };
    await app.get(UnitOfWork).run((tx) => app.get(GuestClaims).takeOver(tx, claim));
    expect((await here.neighbour.call(mediaRoutes.upload, { params: { id: unsent } })).reply.state).toBe('stored');
    expect((await other.call(mediaRoutes.upload, { params: { id: unsent } })).status).toBe(404);
  });
});

describe('on the way', () => {
  it('a visit, a result, an answer and a reopening take them along', async () => {
    const { id } = await here.open(here.resident);
    await here.walk(id, 'accept', ['contact', { photoIds: [await photo(here.worker)] }], 'ask');
    const answer = { voiceId: await voice(here.resident) };
    expect((await here.try(here.resident, 'answer', id, answer)).status).toBe(200);
    await here.walk(id, ['resolve', { photoIds: [await photo(here.worker)], voiceId: await voice(here.worker) }]);
    expect((await here.try(here.resident, 'reopen', id, { photoIds: [await photo(here.resident)] })).code).toBe(
      'INPUT_INVALID',
    );
    const again = { voiceId: await voice(here.resident), photoIds: [await photo(here.resident)] };
    expect((await here.try(here.resident, 'reopen', id, again)).status).toBe(200);
    const { timeline } = (await here.see(here.resident, id)).reply;
    const kinds = timeline.flatMap(({ action, media }) =>
      media.length > 0 ? [[action, ...media.map(({ kind }) => kind)]] : [],
    );
    expect(kinds).toEqual([
      ['contact', 'photo'],
      ['answer', 'voice'],
      ['resolve', 'photo', 'voice'],
      ['reopen', 'photo', 'voice'],
    ]);
    expect(timeline.find(({ action }) => action === 'answer')?.words).toBeNull();
  });

  it('what staff remark among themselves stays among them, pictures too', async () => {
    const { id } = await here.open(here.resident);
    await here.walk(id, 'accept');
    const remark = { words: '楼上也漏', shown: false, photoIds: [await photo(here.worker)] };
    void (await here.try(here.worker, 'remark', id, remark)).reply;
    expect((await ofAction(here.staff, id, 'remark'))?.media).toHaveLength(1);
    expect(await ofAction(here.resident, id, 'remark')).toBeUndefined();
  });

  it.each(['G0', 'G1'] as const)(
    'a %s is resolved with a visit or a photo of this cycle; a call and a voice are none',
    async (grade) => {
      const { id } = await here.open(here.resident);
      await here.walk(id, ['accept', { grade }], ['contact', { how: 'call' }]);
      const resolve = async (more: object) =>
        (await here.try(here.worker, 'resolve', id, { outcome: 'solved', words: '修好了', ...more })).code;
      expect(await resolve({})).toBe('EVIDENCE_NEEDED');
      expect(await resolve({ voiceId: await voice(here.worker) })).toBe('EVIDENCE_NEEDED');
      expect(await resolve({ photoIds: [await photo(here.neighbour)] })).toBe('MEDIA_NOT_YOURS');
      expect(await resolve({ photoIds: [await photo(here.worker)] })).toBeNull();
      void (await here.try(here.resident, 'reopen', id)).reply;
      await here.walk(id, ['contact', { how: 'call' }]);
      expect(await resolve({})).toBe('EVIDENCE_NEEDED');
      await here.walk(id, ['contact', { how: 'call', photoIds: [await photo(here.worker)] }]);
      expect(await resolve({})).toBeNull();
    },
  );
});

describe('an outside body', () => {
  const organisation = () => here.demo.people.partners.find(({ account }) => account === 'power')?.organisationId;

  it('sees what was sent to it while it is asked, and nothing else; what it answers stays among those at work', async () => {
    const [sent, kept] = [await photo(here.resident), await photo(here.resident)];
    const { id } = await here.open(here.resident, { photoIds: [kept, sent] });
    await here.walk(id, 'accept', 'contact');
    const own = await photo(here.staff);
    const ask = { organisationId: organisation(), words: '请看线路', withContact: false, photoIds: [sent, own] };
    const asked = (await here.try(here.staff, 'coordinate', id, ask)).reply;
    const request = asked.requests[0]?.id ?? '';
    const params = { id: request };
    const seen = (await here.power.call(coordinationRoutes.one, { params })).reply;
    expect(seen.media.map((of) => of.id)).toEqual([sent, own]);
    expect(JSON.stringify(seen)).not.toContain(kept);
    expect((await here.power.call(coordinationRoutes.list, { query: {} })).reply.items[0]?.media).toEqual([]);
    expect((await here.police.call(coordinationRoutes.one, { params })).status).toBe(404);
    const body = { words: '换好了', photoIds: [await photo(here.power)] };
    expect(
      (await here.power.call(coordinationRoutes.reply, { params, body: { ...body, photoIds: [kept] } })).code,
    ).toBe('MEDIA_NOT_YOURS');
    const answered = (await here.power.call(coordinationRoutes.reply, { params, body })).reply;
    expect([answered.media, answered.answerMedia.map((of) => of.id)]).toEqual([[], body.photoIds]);
    expect((await ofAction(here.worker, id, 'reply'))?.media.map((of) => of.id)).toEqual(body.photoIds);
    for (const action of ['coordinate', 'reply'])
      expect((await ofAction(here.resident, id, action))?.media).toEqual([]);
  });

  it('is sent nothing of another ticket', async () => {
    const elsewhere = await photo(here.resident);
    void (await here.open(here.resident, { photoIds: [elsewhere] }));
    const { id } = await here.open(here.resident);
    await here.walk(id, 'accept', 'contact');
    const ask = { organisationId: organisation(), words: '请看线路', withContact: false, photoIds: [elsewhere] };
    expect((await here.try(here.staff, 'coordinate', id, ask)).code).toBe('MEDIA_NOT_YOURS');
  });
});

it('what is erased is shown to nobody, its files go, and history still verifies', async () => {
  const photoIds = [await photo(here.resident)];
  const { id } = await here.open(here.resident, { photoIds });
  const [shown] = (await ofAction(here.worker, id, 'open'))?.media ?? [];
  await app.get(UnitOfWork).run((tx) => app.get(Attachments).eraseAllOf(tx, { kind: 'ticket', id }));
  expect((await ofAction(here.worker, id, 'open'))?.media).toEqual([]);
  expect((await fetched(app.url, shown?.url ?? '')).status).toBe(404);
  await app.get(Scheduler).runNow('sweep-media');
  await app.settle();
  const broken = (await app.get(Audits).run()).filter((check) => check.broken !== null);
  expect(broken).toEqual([]);
});
