/** How many statements the requests cost that people send all day: a number each, whatever there is to show. */
import { ALL_ROUTES } from '@sevengrid/shared/routes';
import type { LooseInput } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Cast, type Column } from '../contract/cast';
import { INPUTS, type Make } from '../contract/inputs';
import { Stages } from '../contract/stages';

/** Session, transaction and audit log included. One more or less is to be meant, and then written here. */
const STATEMENTS = [
  ['tickets.ticket of the resident', 'worker', 6],
  ['tickets.ticket of the resident', 'resident', 6],
  ['tickets.queue, in hand', 'staff', 4],
  ['tickets.queue, in hand', 'worker', 4],
  ['tickets.open at home', 'resident', 17],
  ['tickets.open at home', 'guest', 17],
  ['tickets.accept', 'worker', 16],
  ['identity.me', 'resident', 4],
  ['identity.me', 'worker', 4],
  ['notices.inbox', 'worker', 4],
] as const satisfies readonly (readonly [string, Column, number])[];

let app: TestApp;
let cast: Cast;
let stages: Stages;

beforeAll(async () => {
  app = await startApp();
  cast = await new Cast(app).gather();
  stages = new Stages(cast);
});
afterAll(() => app.close());

/** Of the queue those that somebody holds, whose names are read as well. */
const MORE: Readonly<Record<string, Make>> = { 'tickets.queue, in hand': () => ({ query: { phase: 'active' } }) };

/** The statements of one request, after one like it, so that what is read once has been read. */
async function sentFor(row: string, who: Column): Promise<string[]> {
  const route = ALL_ROUTES.find(({ name }) => name === row.split(/[ ,]/)[0]);
  if (!route) throw new Error(`${row} is of no route`);
  const caller = await cast.as(who);
  const input = async (): Promise<LooseInput> => (await (MORE[row] ?? INPUTS[row])?.({ cast, stages, who })) ?? {};
  void (await caller.send(route, await input())).reply;
  const asked = await input();
  return app.statements(async () => void (await caller.send(route, asked)).reply);
}

/** Appeals of two people in several stages, and the news of them. */
async function more(): Promise<void> {
  for (const stage of ['submitted', 'accepted', 'resolved'] as const)
    for (const by of ['resident', 'guest'] as const) await stages.at(stage, by);
  await app.settle();
}

it.each(STATEMENTS)('%s by %s: %i', async (row, who, wanted) => {
  await more();
  const first = await sentFor(row, who);
  await more();
  const then = await sentFor(row, who);
  expect(first).toHaveLength(wanted);
  expect(then).toHaveLength(wanted);
});
