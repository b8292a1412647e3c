/** Warnings at 50 and 80 per cent, misses, and who joins as a ticket rises by itself: each clock of each grade, minute by minute. */
import type { ClockName, Grade } from '@sevengrid/shared/tickets/terms';
import type { Told } from './at-the-desk';
import { MINUTE, Week } from './in-time';

let week: Week;
beforeAll(async () => {
  week = await Week.start();
});
afterAll(() => week.close());

type Marks = [when: string, what: string][];
const warns = (...marks: [when: string, percent: number][]): Marks =>
  marks.map(([when, percent]) => [when, `warn ${percent}`]);
const early = (fifty: string, eighty: string, all: string): Marks => warns([fifty, 50], [eighty, 80], [all, 100]);
const late = (eighty: string, all: string): Marks => warns([eighty, 80], [all, 100]);
const rises = (marks: Marks, ...more: Marks): Marks => [...marks, ...more];

/** From Monday noon; outside working hours nobody is disturbed in the ordinary and the complex grade. */
const TABLE: [Grade, ClockName, Marks][] = [
  ['G0', 'accept', rises(warns(['0 12:07', 50], ['0 12:12', 80]), ['0 12:15', 'rise 100 community'], ['0 12:45', 'rise 300 street'])],
  ['G1', 'accept', early('0 12:15', '0 12:24', '0 12:30')],
  ['G2', 'accept', late('0 16:06', '0 16:30')],
  ['G3', 'accept', late('0 17:42', '1 10:00')],
  ['G0', 'contact', early('0 12:07', '0 12:12', '0 12:15')],
  ['G1', 'contact', early('0 13:00', '0 13:36', '0 14:00')],
  ['G2', 'contact', late('1 16:06', '1 18:00')],
  ['G3', 'contact', late('1 16:06', '1 18:00')],
  ['G0', 'on_site', early('0 12:15', '0 12:24', '0 12:30')],
  ['G1', 'on_site', early('0 14:00', '0 15:12', '0 16:00')],
  ['G2', 'on_site', late('2 12:24', '2 18:00')],
  ['G3', 'on_site', late('3 11:12', '3 18:00')],
  ['G0', 'resolve', early('0 13:00', '0 13:36', '0 14:00')],
  ['G1', 'resolve', rises(warns(['1 00:00', 50], ['1 07:12', 80]), ['1 12:00', 'rise 100 community'])],
  ['G2', 'resolve', rises(warns(['3 11:12', 80]), ['3 18:00', 'rise 100 community'], ['7 16:45', 'rise 150 street'])],
  ['G3', 'resolve', rises(warns(['14 09:30', 80]), ['15 12:00', 'rise 100 street'])],
  ['G0', 'follow_up', early('1 00:00', '1 07:12', '1 12:00')],
  ['G1', 'follow_up', early('1 00:00', '1 07:12', '1 12:00')],
  ['G2', 'follow_up', late('2 12:24', '2 18:00')],
  ['G3', 'follow_up', late('2 12:24', '2 18:00')],
  ['G3', 'revisit', late('24 12:00', '30 12:00')],
  ['G0', 'partner', rises(warns(['0 12:15', 50], ['0 12:24', 80]), ['0 12:30', 'miss'])],
  ['G1', 'partner', rises(warns(['0 14:00', 50], ['0 15:12', 80]), ['0 16:00', 'miss'])],
  ['G2', 'partner', rises(warns(['2 12:24', 80]), ['2 18:00', 'miss'])],
  ['G3', 'partner', rises(warns(['4 17:18', 80]), ['7 18:00', 'miss'])],
]; // prettier-ignore

const steps = (grade: Grade): Record<string, Told[]> => {
  const accept = ['accept', { grade, onSite: true }] as const;
  const call = ['contact', { how: 'call', words: '问过了' }] as const;
  return {
    accept: [],
    contact: [accept],
    on_site: [accept, call],
    resolve: [accept, 'contact'],
    follow_up: [accept, 'contact', 'resolve'],
    revisit: [accept, 'contact', 'resolve', 'verify'],
    partner: [accept, 'coordinate'],
  };
};

/** What time did about one clock: `warn 80`, `rise 100 community`, `miss`. */
async function done(id: string, clock: ClockName): Promise<string[]> {
  const { timeline } = await week.seen(id);
  return timeline
    .filter(({ actor, facts }) => actor.side === 'system' && facts.clock === clock)
    .map(({ action, facts }) => {
      if (action === 'escalate') return `rise ${facts.percent} ${facts.tier}`;
      return action === 'miss' ? 'miss' : `${action} ${facts.percent}`;
    });
}

it.each(TABLE)('%s %s: %j', async (grade, clock, marks) => {
  const { here } = week;
  await week.begin();
  const { id } = await here.open(here.resident);
  if (grade !== 'G2') await week.step(here.staff, 'regrade', id, { grade, words: '按等级办' });
  await here.walk(id, ...(steps(grade)[clock] ?? []));
  const seen: string[] = [];
  for (const [when, what] of marks) {
    const at = week.instant(when);
    await week.until(at - MINUTE);
    expect(await done(id, clock)).toEqual(seen);
    seen.push(what);
    await week.until(at + MINUTE);
    expect(await done(id, clock)).toEqual(seen);
  }
  await week.end(id);
});
