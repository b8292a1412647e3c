/** Valid inputs for the routes of units, members, kinds of service and rules, each with an object of its own. */
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import type { MemberView } from '@sevengrid/shared/volunteering/members.views';
import { serviceKindRoutes } from '@sevengrid/shared/volunteering/standards.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import type { UnitDetailView } from '@sevengrid/shared/volunteering/units.views';
import { newId } from '../../src/platform/database/new-id';
import { unitNameKey } from '../../src/volunteering/units';
import type { Caller, LooseInput } from '../actors/caller';
import type { Cast } from './cast';
import type { Make, Scene } from './inputs';

let made = 0;

const oneOf = (id: string, body: object): LooseInput => ({ params: { id }, body });
const both = (zh: string): { zh: string; bo: string } => ({ zh, bo: 'བོད་ཡིག' });
const staff = ({ cast }: Scene): Promise<Caller> => cast.as('second');

async function addUnit(scene: Scene): Promise<UnitDetailView> {
  return (await (await staff(scene)).call(unitRoutes.add, { body: { name: `试用单位${++made}` } })).reply;
}

async function addMember(scene: Scene): Promise<MemberView> {
  const { cast } = scene;
  const body = { unitId: cast.place.unitId, name: cast.newName(), phone: cast.newPhone() };
  return (await (await staff(scene)).call(memberRoutes.add, { body })).reply;
}

/** Nobody’s request or membership stands in the way of the next. */
const clear = (cast: Cast, personId: string): Promise<unknown> =>
  cast.place.sql('DELETE FROM membership WHERE person_id = ?', [personId]);

const report = (cast: Cast): LooseInput => {
  const { communityId, unitId } = cast.place;
  return { body: { communityId, unitId, name: cast.newName(), phone: cast.newPhone() } };
};

/** Of somebody who decides nothing here. */
async function askedBy({ cast }: Scene): Promise<string> {
  await clear(cast, cast.id('newcomer'));
  const { place } = cast;
  const body = { unitId: place.unitId, name: cast.newName(), phone: cast.newPhone() };
  return (await (await cast.as('newcomer')).call(memberRoutes.ask, { body })).reply.id;
}

/** A unit that reports to the other community, with one of its members. */
async function farAway(cast: Cast): Promise<{ unitId: string; memberId: string }> {
  const { place } = cast;
  const [unitId, memberId] = [newId(), newId()];
  const name = `远单位${++made}`;
  await place.sql("INSERT INTO organisation (id, kind, name) VALUES (?, 'unit', ?)", [unitId, name]);
  await place.sql('INSERT INTO work_unit (id, name_key) VALUES (?, ?)', [unitId, unitNameKey(name)]);
  await place.sql(
    `INSERT INTO unit_reporting (id, unit_id, community_id, starts_on, sole_unit) VALUES (?, ?, ?, '2026-01-01', ?)`,
    [newId(), unitId, place.farCommunityId, unitId],
  );
  await place.sql(
    `INSERT INTO membership (id, community_id, unit_id, name_enc, phone_enc, state, starts_on)
     VALUES (?, ?, ?, ?, ?, 'live', '2026-01-01')`,
    [memberId, place.farCommunityId, unitId, place.cipher.seal(cast.newName()), place.cipher.seal(cast.newPhone())],
  );
  return { unitId, memberId };
}

const elsewhere: Make = ({ cast }) => ({ query: { communityId: cast.place.farCommunityId } });

async function rule({ cast }: Scene, communityId?: string): Promise<LooseInput> {
  const sql = 'SELECT COALESCE(MAX(version), 0) AS v FROM volunteering_rule WHERE community_id = ?';
  const [{ v }] = (await cast.place.sql(sql, [communityId ?? cast.place.communityId])) as [{ v: number }];
  const rest = { minMinutes: 30, minPercent: 50, pointsADay: 6, noticeDays: 3, unitPercent: 100 };
  return { body: { communityId, basedOn: Number(v), points: 2, ...rest } };
}

/** By row of the matrix. */
export const UNITS: Readonly<Record<string, Make>> = {
  'units.list': () => ({ query: {} }),
  'units.list elsewhere': elsewhere,
  'units.choices': () => ({ query: {} }),
  'units.choices elsewhere': elsewhere,
  'units.one': ({ cast }) => ({ params: { id: cast.place.unitId }, query: {} }),
  'units.add': () => ({ body: { name: `试用单位${++made}`, nameBo: 'ལས་ཁུངས།' } }),
  'units.write': async (scene) => {
    const { id, version } = await addUnit(scene);
    return oneOf(id, { version, name: `改名单位${++made}` });
  },
  'units.write elsewhere': async ({ cast }) =>
    oneOf((await farAway(cast)).unitId, { version: 1, name: `改名单位${++made}` }),
  'units.end': async (scene) => oneOf((await addUnit(scene)).id, {}),
  'units.own': () => ({}),
  'members.list': async (scene) => {
    await addMember(scene);
    return { query: { unitId: scene.cast.place.unitId } };
  },
  'members.add': ({ cast }) => ({
    body: { unitId: cast.place.unitId, name: cast.newName(), phone: cast.newPhone() },
  }),
  'members.move': async (scene) => {
    const { id, version } = await addMember(scene);
    return oneOf(id, { version, unitId: (await addUnit(scene)).id });
  },
  'members.end': async (scene) => {
    const { id, version } = await addMember(scene);
    return oneOf(id, { version });
  },
  'members.end elsewhere': async ({ cast }) => oneOf((await farAway(cast)).memberId, { version: 1 }),
  'members.reveal': async (scene) => oneOf((await addMember(scene)).id, { field: 'phone', reason: 'verify_identity' }),
  'members.mine': () => ({ query: {} }),
  'members.ask': async ({ cast, who }) => {
    if (cast.people.has(who)) await clear(cast, cast.id(who));
    return report(cast);
  },
  'members.withdraw': async ({ cast, who }) => {
    if (cast.people.has(who) && who !== 'farAdmin') {
      await clear(cast, cast.id(who));
      await (await cast.as(who)).send(memberRoutes.ask, report(cast));
    }
    return { query: { communityId: cast.place.communityId } };
  },
  'members.requests': async (scene) => {
    await askedBy(scene);
    return { query: {} };
  },
  'members.confirm': async (scene) => ({ params: { id: await askedBy(scene) } }),
  'members.refuse': async (scene) => oneOf(await askedBy(scene), { reason: '不在我们单位' }),
  'serviceKinds.list': () => ({ query: {} }),
  'serviceKinds.list elsewhere': elsewhere,
  'serviceKinds.kept': () => ({ query: {} }),
  'serviceKinds.add': () => ({ body: { name: both('植树') } }),
  'serviceKinds.write': async (scene) => {
    const body = { name: both('分类') };
    const { id, version } = (await (await staff(scene)).call(serviceKindRoutes.add, { body })).reply;
    return oneOf(id, { version, name: both('垃圾分类'), position: 9, retired: false });
  },
  'volunteeringRules.read': () => ({ query: {} }),
  'volunteeringRules.read elsewhere': elsewhere,
  'volunteeringRules.write': (scene) =>
    scene.who === 'farAdmin' ? rule(scene, scene.cast.place.farCommunityId) : rule(scene),
  'volunteeringRules.write elsewhere': (scene) => rule(scene, scene.cast.place.farCommunityId),
};
