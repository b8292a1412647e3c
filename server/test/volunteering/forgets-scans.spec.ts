/** Scans are forgotten a day after they ended, and not before; what they proved stays with the attendance. */
import { presenceRoutes } from '@sevengrid/shared/volunteering/presence.routes';
import { newId } from '../../src/platform/database/new-id';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { PRESENCE_TICKETS_JOB } from '../../src/volunteering/forget-presence-tickets';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, HOUR, MINUTE, oneOf } from './at-activities';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
});
afterAll(() => app.close());

const count = async (table: 'presence_ticket' | 'attendance_proof'): Promise<number> =>
  Number(((await cast.place.sql(`SELECT COUNT(*) AS n FROM ${table}`)) as [{ n: number }])[0].n);

it('keeps a scan for a day after its five minutes', async () => {
  const at = new AtActivities(cast);
  const member = await at.member();
  const id = await at.running([member]);
  const organiser = await cast.as('central');
  const { codes } = (await organiser.call(presenceRoutes.code, { ...oneOf(id), query: {} })).reply;
  const device = newId();
  const { ticket } = (await app.as(null).call(presenceRoutes.scan, { body: { code: codes[0]?.code ?? '', device } }))
    .reply;
  void (await member.caller.call(presenceRoutes.checkIn, { ...oneOf(id), body: { ticket, device } })).reply;
  const kept: number[] = [];
  for (const wait of [24 * HOUR + 4 * MINUTE, 2 * MINUTE]) {
    app.moveTime(wait);
    await app.get(Scheduler).runNow(PRESENCE_TICKETS_JOB);
    kept.push(await count('presence_ticket'));
  }
  expect(kept).toEqual([1, 0]);
  expect(await count('attendance_proof')).toBe(1);
});
