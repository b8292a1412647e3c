/** Inputs for the routes of imports: a spreadsheet of a new building, with a row that is wrong, at the stage that a route wants. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { IMPORT_JOB } from '../../src/grids/work-on-imports';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { LooseInput } from '../actors/caller';
import { filled } from '../grids/at-the-register';
import type { Scene } from './inputs';

type Stage = 'ready' | 'applied';

let made = 0;

/** Nothing is under way in the community when the next one is handed in, and those before it are of another day. */
async function settle({ cast }: Scene): Promise<void> {
  await cast.app.get(Scheduler).runNow(IMPORT_JOB);
  await cast.place.sql('UPDATE register_import SET uploaded_at = NOW(3) - INTERVAL 2 DAY');
}

/** The administrator’s opens an account as well, which nobody else may. */
async function spreadsheet(by: 'admin' | 'lead'): Promise<Uint8Array<ArrayBuffer>> {
  const building = `矩阵${++made}号楼`;
  const places = { buildings: [['测试1', building]], households: [[building, '101', '也许']] };
  const bytes = await filled({
    ...places,
    roles: by === 'admin' ? [[`matrix-${made}`, '小新', '社区工作人员', '']] : [],
  });
  return new Uint8Array(bytes);
}

/** The id of an import of the lead’s community. */
async function importAt(scene: Scene, stage: Stage, by: 'admin' | 'lead' = 'lead'): Promise<string> {
  await settle(scene);
  const clerk = await scene.cast.as(by);
  const query = { name: '登记表.xlsx' };
  const { id } = (await clerk.callWithBytes(importRoutes.upload, { query }, await spreadsheet(by))).reply;
  await settle(scene);
  if (stage === 'ready') return id;
  void (await clerk.call(importRoutes.apply, { params: { id }, body: { skipWrong: true } })).reply;
  await settle(scene);
  return id;
}

const at =
  (stage: Stage, more: LooseInput = {}) =>
  async (scene: Scene): Promise<LooseInput> => ({ params: { id: await importAt(scene, stage) }, ...more });

export const IMPORTS: Record<string, (scene: Scene) => LooseInput | Promise<LooseInput>> = {
  'imports.template': () => ({ query: {} }),
  'imports.export': () => ({ query: {} }),
  'imports.upload': async (scene) => {
    await settle(scene);
    return { query: { name: '登记表.xlsx' }, bytes: await spreadsheet('lead') };
  },
  'imports.list': () => ({ query: {} }),
  'imports.one': at('ready'),
  'imports.rows': at('ready', { query: { group: 'wrong' } }),
  'imports.errors': at('ready'),
  'imports.apply': at('ready', { body: { skipWrong: true } }),
  'imports.discard': at('ready'),
  'imports.undo': at('applied'),
  'imports.passwords': async (scene) => ({ params: { id: await importAt(scene, 'applied', 'admin') } }),
};
