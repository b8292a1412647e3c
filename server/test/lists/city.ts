/** A place in which every list has something to show, grown into a city. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { retentionRoutes } from '@sevengrid/shared/identity/retention.routes';
import { noticeRoutes } from '@sevengrid/shared/notices/routes';
import { ticketRoutes } from '@sevengrid/shared/tickets/routes';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { IMPORT_JOB } from '../../src/grids/work-on-imports';
import { newId } from '../../src/platform/database/new-id';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import { Ledger } from '../../src/points/ledger';
import type { LooseInput } from '../actors/caller';
import type { TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { INPUTS } from '../contract/inputs';
import { Stages } from '../contract/stages';
import { filled } from '../grids/at-the-register';
import { growCity } from './grown-city';
import type { List } from './lists';

/** Rows of the contract whose making of an input leaves behind what a list then shows. */
const LEAVING = ['grids.confirmBinding', 'grids.cancelLeave', 'stationSetUp.write'] as const;
const STAGES = ['submitted', 'declined', 'accepted', 'working', 'resolved', 'verified'] as const;
/** Doors of a spreadsheet, the first of them written wrong. */
const DOORS = 40;

const OTHER_UNITS = 8;

const DAY = 86_400_000;

/** Appeals in every stage, by a resident and by a guest, so that each index has something to tell apart. */
async function live(cast: Cast, stages: Stages): Promise<void> {
  for (const stage of STAGES) for (const by of ['resident', 'guest'] as const) await stages.at(stage, by);
  await stages.asked();
  await stages.coordinated();
  const { id, requestId } = await stages.coordinated();
  const recalled = { params: { id }, body: { requestId, words: '不用来了' } };
  void (await (await cast.as('second')).call(ticketRoutes.recall, recalled)).reply;
  const above = { params: { id: await stages.at('accepted') }, body: { words: '要社区出面' } };
  void (await (await cast.as('worker')).call(ticketRoutes.escalate, above)).reply;
  for (const row of LEAVING) await INPUTS[row]?.({ cast, stages, who: 'lead' });
  void (await (await cast.as('lead')).call(retentionRoutes.write, { body: { what: 'ticket_words', days: 1095 } }))
    .reply;
}

/** Somebody of the unit earned points, and the unit with them. */
async function serve(cast: Cast, unitId: string): Promise<void> {
  const act = { actorId: cast.id('lead'), communityId: cast.place.communityId };
  const earned = {
    personId: cast.id('member'),
    points: 2,
    minutes: 60,
    unit: { id: unitId, points: 2 },
    ruleVersion: 0,
  };
  const award = { causeId: newId(), ...earned };
  await cast.app.get(UnitOfWork).run((tx) => cast.app.get(Ledger).awardAll(tx, act, [award], 'attendance'));
}

/** Members of several units, so that those of one can be told from all. */
async function joinUnits(cast: Cast): Promise<void> {
  const staff = await cast.as('staff');
  for (let unit = 0; unit < OTHER_UNITS; unit++) {
    const { id: unitId } = (await staff.call(unitRoutes.add, { body: { name: `旁边单位${unit}` } })).reply;
    for (let member = 0; member < 3; member++) {
      const body = { unitId, name: cast.newName(), phone: cast.newPhone() };
      void (await staff.call(memberRoutes.add, { body })).reply;
    }
    await serve(cast, unitId);
  }
}

/** Few are unread, as with somebody who works. */
async function readNotices(cast: Cast): Promise<void> {
  await cast.app.settle();
  for (const who of ['worker', 'resident', 'lead'] as const)
    void (await (await cast.as(who)).call(noticeRoutes.markRead, { body: { all: true } })).reply;
}

/** The rows of an import as long as imports are. */
async function importDoors(cast: Cast): Promise<LooseInput> {
  const building = '长楼';
  const households = Array.from({ length: DOORS }, (_, i) => [building, `${101 + i}`, i === 0 ? '也许' : '']);
  const bytes = new Uint8Array(await filled({ buildings: [['测试1', building]], households }));
  const lead = await cast.as('lead');
  const { id } = (await lead.callWithBytes(importRoutes.upload, { query: { name: '长楼.xlsx' } }, bytes)).reply;
  await cast.app.get(Scheduler).runNow(IMPORT_JOB);
  return { params: { id }, query: { group: 'wrong' } };
}

export interface City {
  cast: Cast;
  /** What each of the lists is asked with, on an object of the first community. */
  inputs: ReadonlyMap<List, LooseInput>;
}

export async function buildCity(app: TestApp, lists: readonly List[]): Promise<City> {
  // Some of it was begun days ago, and is due.
  app.moveTime(-3 * DAY);
  const cast = await new Cast(app).gather();
  const stages = new Stages(cast);
  await live(cast, stages);
  await readNotices(cast);
  await joinUnits(cast);
  app.moveTime(3 * DAY);
  await live(cast, stages);
  const inputs = new Map<List, LooseInput>();
  for (const list of lists) {
    const made = (await INPUTS[list.route]?.({ cast, stages, who: list.who })) ?? {};
    const input = list.route === importRoutes.rows.name ? await importDoors(cast) : made;
    inputs.set(list, { ...input, query: { ...input.query, ...list.query } });
  }
  await cast.app.settle();
  await growCity(app);
  return { cast, inputs };
}
