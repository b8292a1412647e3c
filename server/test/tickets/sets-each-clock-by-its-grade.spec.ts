/** The table of grades and clocks, cell by cell, as people see it: what is due next, and when, from Monday noon. */
import { deadlineRoutes } from '@sevengrid/shared/tickets/deadlines.routes';
import type { ClockName, Grade } from '@sevengrid/shared/tickets/terms';
import { Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());

/** Hours of Lhasa: 9:30 to 13:00 and 15:30 to 18:00, Monday to Friday. `1 18:00` is Tuesday six o'clock. */
const TABLE: Record<Grade, Partial<Record<ClockName, string>>> = {
  G0: { accept: '0 12:15', contact: '0 12:15', on_site: '0 12:30', resolve: '0 14:00', follow_up: '1 12:00' },
  G1: { accept: '0 12:30', contact: '0 14:00', on_site: '0 16:00', resolve: '1 12:00', follow_up: '1 12:00' },
  G2: { accept: '0 16:30', contact: '1 18:00', on_site: '2 18:00', resolve: '3 18:00', follow_up: '2 18:00' },
  G3: {
    ...{ accept: '1 10:00', contact: '1 18:00', on_site: '3 18:00', resolve: '15 12:00', follow_up: '2 18:00' },
    revisit: '30 12:00',
  },
};

/** Opened, accepted, called, visited, resolved and verified within one minute; what was due after each step. */
async function walk(grade: Grade): Promise<string[]> {
  const { here } = week;
  await week.begin();
  const { id } = await here.open(here.resident);
  const dues: string[] = [];
  const due = async () => dues.push(week.due(await week.seen(id)));
  if (grade !== 'G2') await week.step(here.staff, 'regrade', id, { grade, words: '按等级办' });
  await due();
  await week.step(here.worker, 'accept', id, { grade, onSite: true });
  await due();
  await week.step(here.worker, 'contact', id, { how: 'call', words: '电话问过了' });
  await due();
  await week.step(here.worker, 'contact', id);
  await due();
  await week.step(here.worker, 'resolve', id);
  await due();
  await week.step(here.staff, 'verify', id);
  await due();
  return dues;
}

describe.each(Object.entries(TABLE) as [Grade, Record<string, string>][])('%s', (grade, cells) => {
  let dues: string[];
  beforeAll(async () => {
    dues = await walk(grade);
  });

  it.each(Object.entries(cells))('has its clock of %s run until %s', (clock, when) => {
    expect(dues).toContain(`${clock} ${when}`);
  });

  it('has no other clocks', () => {
    const all = Object.entries(cells).map(([clock, when]) => `${clock} ${when}`);
    expect(dues).toEqual(cells.revisit ? all : [...all, 'nothing']);
  });
});

it('asks for a visit in the ordinary grade only where whoever accepts finds it needed', async () => {
  const { here } = week;
  await week.begin();
  const id = await here.openUpTo('accept', ['contact', { how: 'call' }]);
  expect(week.due(await week.seen(id))).toBe('resolve 3 18:00');
});

it('ends what is due in working days after seven natural days, whatever holidays there are', async () => {
  const { here } = week;
  await week.begin();
  const day = (n: number): string => new Date(week.instant(`${n} 12:00`)).toISOString().slice(0, 10);
  const days = [1, 2, 3, 4, 7, 8].map((n) => ({ day: day(n), kind: 'off', name: '藏历新年' }));
  await here.lead.call(deadlineRoutes.writeDays, { body: { days } as never });
  const id = await here.openUpTo('accept', 'contact');
  expect(week.due(await week.seen(id))).toBe('resolve 7 12:00');
  await here.lead.call(deadlineRoutes.writeDays, {
    body: { days: days.map((of) => ({ ...of, kind: 'ordinary' })) } as never,
  });
});

it('tells the requester who took it on, and until when it will be resolved', async () => {
  const { here } = week;
  await week.begin();
  const { id } = await here.open(here.resident);
  await week.step(here.worker, 'accept', id);
  const [notice] = await week.told(here.resident, id);
  expect(notice?.facts).toMatchObject({ action: 'accept', actorName: '格桑顿珠', holderName: '格桑顿珠' });
  expect(week.shown(notice?.facts.dueAt)).toBe('3 18:00');
  expect((await week.seen(id, here.resident)).holder?.displayName).toBe('格桑顿珠');
});
