/** Members take places while there are any, wait in turn when there are none, and give them back. */
import { activityRoutes } from '@sevengrid/shared/volunteering/activities.routes';
import type { MySignUpView } from '@sevengrid/shared/volunteering/activities.views';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { AtActivities, HOUR, MINUTE, oneOf, type Member } from './at-activities';

let app: TestApp;
let cast: Cast;
let at: AtActivities;
let organiser: Caller;
beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  at = new AtActivities(cast);
  organiser = await cast.as('central');
});
afterEach(() => app.setTime(Date.now()));
afterAll(() => app.close());

const mine = async (id: string, { caller }: Member): Promise<MySignUpView | null> =>
  (await caller.call(activityRoutes.one, oneOf(id))).reply.mySignUp;

const IN: MySignUpView = { state: 'in', waitingPlace: null };
const waiting = (waitingPlace: number): MySignUpView => ({ state: 'waiting', waitingPlace });

async function full(capacity: number, more: number): Promise<{ id: string; people: Member[] }> {
  const { id } = await at.open({ capacity, startsIn: 3 * HOUR, signUpEnds: HOUR });
  const people = await at.members(capacity + more);
  await at.signUp(id, ...people);
  return { id, people };
}

it('gives the last place to one and a turn to whoever comes after', async () => {
  const { id, people } = await full(2, 2);
  expect(await Promise.all(people.map((person) => mine(id, person)))).toEqual([IN, IN, waiting(1), waiting(2)]);
  const { items } = (await organiser.call(activityRoutes.signUps, { ...oneOf(id), query: {} })).reply;
  expect(items.map(({ personId, state }) => [personId, state])).toEqual(
    people.map((person, i) => [person.id, i < 2 ? 'in' : 'waiting']),
  );
  expect(items[0]?.displayName).toBe('罗桑**');
});

it('signs nobody up twice, and answers a repeated request as the first', async () => {
  const { id } = await at.open();
  const { caller } = await at.member();
  const [first, again] = [
    await caller.call(activityRoutes.signUp, oneOf(id), { key: 'one-wish-only' }),
    await caller.call(activityRoutes.signUp, oneOf(id), { key: 'one-wish-only' }),
  ];
  expect(again.reply).toEqual(first.reply);
  expect((await caller.call(activityRoutes.signUp, oneOf(id))).code).toBe('SIGN_UP_TWICE');
  expect((await caller.call(activityRoutes.one, oneOf(id))).reply.signedUp).toBe(1);
});

it('gives a place that comes back before sign-up ends to the head of the list', async () => {
  const { id, people } = await full(1, 2);
  const [first, second, third] = people as [Member, Member, Member];
  const left = (await first.caller.call(activityRoutes.leave, oneOf(id))).reply;
  expect(left).toMatchObject({ signedUp: 1, waiting: 1, mySignUp: { state: 'cancelled' } });
  expect([await mine(id, second), await mine(id, third)]).toEqual([IN, waiting(1)]);
  // Whoever asks again begins at the end of the line.
  await at.signUp(id, first);
  expect(await mine(id, first)).toEqual(waiting(2));
});

it('gives a place that comes back later to nobody', async () => {
  const { id, people } = await full(1, 1);
  const [first, second] = people as [Member, Member];
  app.moveTime(2 * HOUR + MINUTE);
  expect((await first.caller.call(activityRoutes.leave, oneOf(id))).reply).toMatchObject({ signedUp: 0, waiting: 1 });
  expect(await mine(id, second)).toEqual(waiting(1));
  expect((await second.caller.call(activityRoutes.leave, oneOf(id))).reply).toMatchObject({ signedUp: 0, waiting: 0 });
  expect((await second.caller.call(activityRoutes.leave, oneOf(id))).code).toBe('SIGN_UP_MISSING');
});

it('takes nobody once sign-up has ended or the doors are open, though no job came by', async () => {
  const { id, people } = await full(2, 0);
  const late = await at.member();
  app.moveTime(2 * HOUR + MINUTE);
  expect((await late.caller.call(activityRoutes.signUp, oneOf(id))).code).toBe('ACTIVITY_WRONG_STAGE');
  app.moveTime(30 * MINUTE);
  expect((await people[0]?.caller.call(activityRoutes.leave, oneOf(id)))?.code).toBe('ACTIVITY_WRONG_STAGE');
});

it('lists what I signed up for, the last first, page by page', async () => {
  const { caller } = await at.member();
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.unshift((await at.open({ title: `第${i}次` })).id);
  for (const id of [...ids].reverse()) await at.signUp(id, { id: '', caller });
  const first = (await caller.call(activityRoutes.mine, { query: { limit: 2 } })).reply;
  const next = (await caller.call(activityRoutes.mine, { query: { limit: 2, cursor: first.nextCursor ?? '' } })).reply;
  expect([...first.items, ...next.items].map(({ activityId }) => activityId)).toEqual(ids);
  expect(next.nextCursor).toBeNull();
  expect(first.items[0]).toMatchObject({ title: { zh: '第2次' }, signUp: IN, attendance: null, stage: 'open' });
  const mineToo = (await caller.call(activityRoutes.list, { query: { list: 'mine' } })).reply.items;
  expect(mineToo.map((row) => row.id).sort()).toEqual([...ids].sort());
});
