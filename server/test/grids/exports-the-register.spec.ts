/** The register goes out in the shape in which it comes in: people masked, in the clear only with a reason, and always on record. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { identityRoutes } from '@sevengrid/shared/identity/routes';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import type { Caller } from '../actors/caller';
import { startApp, type TestApp } from '../actors/start-app';
import { Register } from './at-the-register';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
  // Else two grids would have a building of one name, which only people can tell apart.
  await here.sql("UPDATE building SET name = '二号楼' WHERE grid_id = ?", [here.cast.place.otherGridId]);
  await here.imported({
    buildings: [['测试1', '导出楼']],
    households: [['导出楼', '101', '是']],
    residents: [
      ['导出楼', '101', '次仁卓玛', '13900000001'],
      ['导出楼', '101', '=HYPERLINK("http://x")', ''],
    ],
  });
}, 60_000);
afterAll(() => app.close());

async function cellsOf(file: Uint8Array, sheet: string): Promise<string[][]> {
  const [found] = await readWorkbook(Buffer.from(file), (name) => name === sheet);
  const rows = found?.rows.map((row) => [...row.cells.values()].map(({ text }) => text)) ?? [];
  return rows.filter(([first]) => first === '导出楼');
}

it('masks people where no reason is given, and may be handed in again as it is', async () => {
  const { file, headers } = await here.admin.call(importRoutes.export, { query: {} });
  expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('测试试-楼栋住户居民.xlsx');
  const [first, second] = await cellsOf(file, '居民');
  expect(first).toEqual(['导出楼', '101', '次仁**', '139****0001']);
  expect(second?.[2]).not.toContain('HYPERLINK');
  const again = await here.looked(Buffer.from(file));
  expect(await here.told(again.id)).toEqual([]);
  expect(again.counts.flatMap(({ new: added, changed }) => [added, changed])).toEqual(
    again.counts.flatMap(() => [0, 0]),
  );
  const same = Object.fromEntries(again.counts.map((count) => [count.sheet, count.same]));
  expect([same.role, same.central].every((n) => (n ?? 0) > 0)).toBe(true);
});

it('shows people in the clear to who may look behind masks, with a reason, three times a day, none of it as a formula', async () => {
  const lead = await here.cast.as('lead');
  const clear = (): ReturnType<typeof lead.call<typeof importRoutes.export>> =>
    lead.call(importRoutes.export, { query: { reason: 'visit' } });
  expect(await cellsOf((await clear()).file, '居民')).toEqual([
    ['导出楼', '101', '次仁卓玛', '13900000001'],
    ['导出楼', '101', '\'=HYPERLINK("http://x")'],
  ]);
  expect([(await clear()).status, (await clear()).status, (await clear()).code]).toEqual([200, 200, 'TOO_OFTEN']);
  expect((await here.admin.call(importRoutes.export, { query: { reason: 'visit' } })).code).toBe('NOT_ALLOWED');
});

it('is on the audit log, by whom and why', async () => {
  const lead = await here.cast.as('lead');
  const { items } = (await lead.call(identityRoutes.auditLog, { query: { limit: 100 } })).reply;
  const of = (action: string): string[] =>
    items.filter((entry) => entry.action === action).map(({ actorName, reason }) => `${actorName} ${reason}`);
  expect(of('register.exported')).toEqual(['小admin null']);
  expect(of('register.revealed')).toEqual(['小lead visit', '小lead visit', '小lead visit']);
  expect(of('import.uploaded').length).toBeGreaterThan(0);
  expect(of('import.applied')).toEqual(['小admin null']);
});

it('shows who works there, and who looks after whom, to those who may open accounts, and to nobody else', async () => {
  const sheets = async (by: Caller): Promise<number[]> => {
    const { file } = await by.call(importRoutes.export, { query: {} });
    const found = await readWorkbook(Buffer.from(file), (name) => ['人员', '中心户联系'].includes(name));
    return found.map(({ rows }) => rows.length - 2);
  };
  const [people, services] = await sheets(here.admin);
  expect(people).toBeGreaterThan(5);
  expect(services).toBe(1);
  expect(await sheets(await here.cast.as('lead'))).toEqual([0, 0]);
});
