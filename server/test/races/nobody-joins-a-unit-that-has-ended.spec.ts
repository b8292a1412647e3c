/** A unit is ended while somebody is put on its list: one of the two is refused; without the lock both are done. */
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { unit } from '../volunteering/at-the-units';
import { withoutLock } from './without-lock';

const ROUNDS = 8;

let app: TestApp;
let cast: Cast;
let both: [Caller, Caller];
beforeAll(async () => {
  app = await startApp({ env: { DATABASE_POOL: '32' } });
  cast = await new Cast(app).gather();
  both = [await cast.as('staff'), await cast.as('lead')];
}, 60_000);
afterAll(() => app.close());

/** How many of the two were done. */
async function endedAndJoined(): Promise<number> {
  const { id } = await unit(cast);
  const body = { unitId: id, name: cast.newName(), phone: cast.newPhone() };
  const answers = await Promise.all([
    both[0].call(unitRoutes.end, { params: { id }, body: {} }),
    both[1].call(memberRoutes.add, { body }),
  ]);
  return answers.filter(({ code }) => code === null).length;
}

async function rounds(): Promise<number[]> {
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) found.push(await endedAndJoined());
  return found;
}

it('ends the unit or lists the member', async () => {
  expect(await rounds()).toEqual(Array.from({ length: ROUNDS }, () => 1));
}, 60_000);

it('negative control: without the lock on the reporting both are done', async () => {
  const found = await withoutLock(/^SELECT id FROM unit_reporting/, rounds);
  expect(Math.max(...found)).toBe(2);
}, 60_000);
