/** The audit finds an award that is not what the attendance says, somebody in two places, and places nobody signed up for; and nothing wrong before. */
import { Audits } from '../../src/platform/audit/audits';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, type Member } from './at-activities';

let app: TestApp;
let cast: Cast;
let at: AtActivities;
let members: Member[];
let id: string;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
  members = await at.members(3);
  for (const member of members) await at.join(member);
  id = await at.settled(members);
});
afterAll(() => app.close());

const broken = async (): Promise<string[]> => {
  await app.settle();
  return (await app.get(Audits).run()).flatMap((result) => result.broken ?? []);
};

it('finds nothing after an activity was settled', async () => {
  expect(await broken()).toEqual([]);
});

/** Done, and undone again. */
it.each([
  [
    'points',
    'UPDATE attendance SET points = points + 1 WHERE id = ?',
    'UPDATE attendance SET points = points - 1 WHERE id = ?',
  ],
  ['minutes', 'UPDATE attendance SET minutes = 7 WHERE id = ?', 'UPDATE attendance SET minutes = 119 WHERE id = ?'],
  [
    'a unit',
    'UPDATE attendance SET unit_id = REVERSE(unit_id) WHERE id = ?',
    'UPDATE attendance SET unit_id = REVERSE(unit_id) WHERE id = ?',
  ],
  [
    'a reversal',
    'UPDATE attendance SET reversal_id = id WHERE id = ?',
    'UPDATE attendance SET reversal_id = NULL WHERE id = ?',
  ],
])('names the attendance whose %s was changed', async (_, change, back) => {
  const attendance = await at.attendanceOf(id, members[1]?.id ?? '');
  await cast.place.sql(change, [attendance.id]);
  expect(await broken()).toEqual([expect.stringContaining(attendance.id)]);
  await cast.place.sql(back, [attendance.id]);
  expect(await broken()).toEqual([]);
});

it('names whoever is in two places, and an activity with more places taken than asked for', async () => {
  const [one] = members as [Member];
  await cast.place.sql(
    `INSERT INTO attendance (id, activity_id, person_id, service_day, in_at, from_at, to_at, how, signals, score)
     SELECT REVERSE(id), REVERSE(activity_id), person_id, service_day, in_at, from_at, to_at, how, signals, score
     FROM attendance WHERE activity_id = ? AND person_id = ?`,
    [id, one.id],
  );
  await cast.place.sql('UPDATE activity SET signed = signed + 1 WHERE id = ?', [id]);
  expect(await broken()).toEqual([
    expect.stringContaining('at the time of'),
    expect.stringContaining(`activity ${id}: 4`),
  ]);
});
