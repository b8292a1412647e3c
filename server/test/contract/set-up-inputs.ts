/** Valid inputs for the routes by which a community is set up, each with an object of its own. */
import { gridSetUpRoutes, stationSetUpRoutes } from '@sevengrid/shared/grids/set-up.routes';
import { accountRoutes, bodyRoutes, scopeRoutes } from '@sevengrid/shared/identity/set-up.routes';
import type { AccountView } from '@sevengrid/shared/identity/set-up.views';
import { categoryRoutes } from '@sevengrid/shared/tickets/categories.routes';
import type { Caller, LooseInput } from '../actors/caller';
import type { Cast } from './cast';
import type { Make, Scene } from './inputs';

let made = 0;

const oneOf = (id: string, body: object): LooseInput => ({ params: { id }, body });
const admin = ({ cast }: Scene): Promise<Caller> => cast.as('admin');

const duty = { days: [1, 2, 3, 4, 5], from: 570, to: 1110 };
const grid = (): { code: string; name: string; dutyPhone: string; duty: typeof duty } => {
  return { code: `S${++made}`, name: '新网格', dutyPhone: '08916000009', duty };
};
const both = (zh: string): { zh: string; bo: string } => ({ zh, bo: 'བོད་ཡིག' });
const station = () => ({
  ...{ name: both('服务站'), address: both('一号楼'), hours: both('每天'), services: [both('量血压')] },
});
const category = () => ({ name: both('供暖'), hint: both('暖气不热'), grade: 'G2' as const, danger: false });
const newcomer = () => ({ account: `new-${++made}`, displayName: '小新' });

const community = () => ({ numberPrefix: '试', tzOffset: 480, officePhone: '08916000000', gasPhone: '08916000001' });

async function scopeVersion(cast: Cast, id: string): Promise<number> {
  const found = (await cast.place.sql('SELECT version FROM scope WHERE id = ?', [id])) as [{ version: number }];
  return found[0].version;
}

async function roleVersion(cast: Cast, role: string): Promise<number> {
  const found = (await cast.place.sql('SELECT version FROM role WHERE name = ?', [role])) as [{ version: number }];
  return found[0].version;
}

async function openAccount(scene: Scene): Promise<AccountView> {
  const role = { role: 'staff' as const, scopeId: scene.cast.place.communityId };
  const body = { ...newcomer(), role };
  return (await (await admin(scene)).call(accountRoutes.open, { body })).reply.account;
}

async function addGrid(scene: Scene): Promise<string> {
  return (await (await admin(scene)).call(gridSetUpRoutes.add, { body: grid() })).reply.id;
}

async function addTerm(scene: Scene): Promise<string> {
  const params = { id: await addGrid(scene) };
  const body = { as: 'worker' as const, newcomer: newcomer() };
  const { reply } = await (await admin(scene)).call(gridSetUpRoutes.appoint, { params, body });
  return reply.grid.team[0]?.id ?? '';
}

/** By row of the matrix. */
export const SET_UP: Readonly<Record<string, Make>> = {
  'setUp.checklist': () => ({ query: {} }),
  'scopes.tree': () => ({}),
  'scopes.add': ({ cast }) => ({
    body: {
      ...{ parentId: cast.place.streetId, kind: 'community', name: '又一社区' },
      community: { ...community(), numberPrefix: '又' },
    },
  }),
  'scopes.write': async ({ cast }) => {
    const { communityId: id } = cast.place;
    return oneOf(id, { version: await scopeVersion(cast, id), name: '测试试', community: community() });
  },
  'accounts.page': () => ({ query: {} }),
  'accounts.one': async (scene) => ({ params: { id: (await openAccount(scene)).id } }),
  'accounts.open': ({ cast }) => ({
    body: { ...newcomer(), role: { role: 'staff', scopeId: cast.place.communityId } },
  }),
  'accounts.write': async (scene) => {
    const { id, version } = await openAccount(scene);
    return oneOf(id, { version, displayName: '小改', disabled: false });
  },
  'accounts.resetPassword': async (scene) => {
    const { id, version } = await openAccount(scene);
    return oneOf(id, { version });
  },
  'accounts.giveRole': async (scene) => {
    return oneOf((await openAccount(scene)).id, { role: 'lead', scopeId: scene.cast.place.communityId });
  },
  'accounts.endRole': async (scene) => {
    const { roles } = await openAccount(scene);
    return oneOf(roles[0]?.id ?? '', { lastDay: '2099-12-31' });
  },
  'bodies.list': () => ({ query: {} }),
  'bodies.add': ({ cast }) => ({ body: { communityId: cast.place.communityId, name: `试用单位${++made}` } }),
  'bodies.write': async (scene) => {
    const body = { name: `试用单位${++made}` };
    const { id, name, version } = (await (await admin(scene)).call(bodyRoutes.add, { body })).reply;
    return oneOf(id, { version, name, retired: false });
  },
  'bodies.answerable': () => ({ query: { role: 'unit_contact' } }),
  'roles.list': () => ({}),
  'roles.write': async ({ cast }) => ({
    body: { role: 'unit_contact', permissions: ['notice.read'], version: await roleVersion(cast, 'unit_contact') },
  }),
  'gridSetUp.list': () => ({ query: {} }),
  'gridSetUp.add': ({ cast }) => ({ body: { communityId: cast.place.communityId, ...grid() } }),
  'gridSetUp.write': async (scene) => {
    const id = await addGrid(scene);
    return oneOf(id, { version: await scopeVersion(scene.cast, id), ...grid(), retired: false });
  },
  'gridSetUp.appoint': async (scene) => oneOf(await addGrid(scene), { as: 'worker', newcomer: newcomer() }),
  'gridSetUp.endTerm': async (scene) => oneOf(await addTerm(scene), { lastDay: '2099-12-31' }),
  'stationSetUp.list': () => ({ query: {} }),
  'stationSetUp.add': ({ cast }) => ({ body: { communityId: cast.place.communityId, ...station() } }),
  'stationSetUp.write': async (scene) => {
    const { id, version } = (await (await admin(scene)).call(stationSetUpRoutes.add, { body: station() })).reply;
    return oneOf(id, { version, ...station(), position: 1, retired: false });
  },
  'categories.list': () => ({ query: {} }),
  'categories.takeUsual': () => ({ body: {} }),
  'categories.add': ({ cast }) => ({ body: { communityId: cast.place.communityId, ...category() } }),
  'categories.write': async (scene) => {
    const { id, version } = (await (await admin(scene)).call(categoryRoutes.add, { body: category() })).reply;
    return oneOf(id, { version, ...category(), position: 1, retired: false });
  },
};

/** Nobody of the matrix governs every community; who does may call these. */
export const FROM_ABOVE: readonly string[] = [scopeRoutes.add.name, 'roles.write'];
