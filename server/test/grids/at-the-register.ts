/** A community whose register comes from spreadsheets, with its clerk at the desk. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import type { RowGroup } from '@sevengrid/shared/grids/imports.requests';
import type { ImportRowView, ImportView } from '@sevengrid/shared/grids/imports.views';
import { IMPORT_JOB } from '../../src/grids/work-on-imports';
import { Scheduler } from '../../src/platform/jobs/scheduler';
import type { Answer, Caller } from '../actors/caller';
import type { TestApp } from '../actors/start-app';
import { Cast } from '../contract/cast';
import { handMade, sheetOf, textRows, type Part } from '../outside/xlsx-files';

export type Table = readonly (readonly string[])[];

export interface Filled {
  buildings?: Table;
  households?: Table;
  residents?: Table;
  /** Account, public name, role, grid. */
  roles?: Table;
  /** Account of a central household, building, door. */
  services?: Table;
  /** Name, Tibetan name. */
  units?: Table;
  /** Unit, name, phone. */
  members?: Table;
}

const HEADS = {
  楼栋: ['网格', '楼栋'],
  住户: ['楼栋', '门牌', '需要关照'],
  居民: ['楼栋', '门牌', '姓名', '电话'],
  人员: ['账号', '称呼', '角色', '网格'],
  中心户联系: ['账号', '楼栋', '门牌'],
  单位: ['单位', '单位藏文名'],
  在职党员: ['单位', '姓名', '电话'],
} as const;

/** A workbook as a clerk fills it in; the first of the rows given stands in row 2. */
export function filled({ buildings, households, residents, roles, services, units, members }: Filled): Promise<Buffer> {
  const places = { 楼栋: buildings, 住户: households, 居民: residents };
  const tables = { ...places, 人员: roles, 中心户联系: services, 单位: units, 在职党员: members };
  const sheets: Record<string, Part> = {};
  for (const [name, table] of Object.entries(tables))
    if (table) sheets[name] = sheetOf(textRows([HEADS[name as keyof typeof HEADS], ...table]));
  return handMade({ sheets });
}

/** A building of its own for each test. */
let made = 0;
export const newBuilding = (): string => `新${++made}号楼`;

/** A building with two households and three people. */
export const small = (building: string): Filled => ({
  buildings: [['测试1', building]],
  households: [
    [building, '1单元101', '是'],
    [building, '1单元102', ''],
  ],
  residents: [
    [building, '1单元101', '次仁卓玛', '13900000001'],
    [building, '1单元101', 'ཚེ་རིང་', ''],
    [building, '1单元102', '王小明', '0891-6812345'],
  ],
});

/** Tables that an import may write, and no other. */
export const REGISTER_TABLES = [
  ...['building', 'household', 'resident', 'person', 'role_grant', 'grid_worker', 'central_service'],
  ...['organisation', 'work_unit', 'unit_reporting', 'membership'],
] as const;

export class Register {
  private constructor(
    readonly app: TestApp,
    readonly cast: Cast,
    readonly admin: Caller,
  ) {}

  static async open(app: TestApp): Promise<Register> {
    const cast = await new Cast(app).gather();
    return new Register(app, cast, await cast.as('admin'));
  }

  sql<T>(statement: string, values: unknown[] = []): Promise<T[]> {
    return this.app.dataSource.query<T[]>(statement, values);
  }

  upload(bytes: Buffer, by = this.admin, name = '住户.xlsx'): Promise<Answer<ImportView>> {
    return by.callWithBytes(importRoutes.upload, { query: { name } }, new Uint8Array(bytes));
  }

  /** Everything that goes on by itself has gone on. */
  async settle(): Promise<void> {
    await this.app.get(Scheduler).runNow(IMPORT_JOB);
  }

  async one(id: string, by = this.admin): Promise<ImportView> {
    return (await by.call(importRoutes.one, { params: { id } })).reply;
  }

  /** Handed in and looked at. */
  async looked(of: Filled | Buffer, by = this.admin): Promise<ImportView> {
    const { id } = (await this.upload(Buffer.isBuffer(of) ? of : await filled(of), by)).reply;
    await this.settle();
    return this.one(id);
  }

  async apply(id: string, skipWrong = false): Promise<ImportView> {
    void (await this.admin.call(importRoutes.apply, { params: { id }, body: { skipWrong } })).reply;
    await this.settle();
    return this.one(id);
  }

  /** Handed in, looked at and applied, whatever is wrong passed over. */
  async imported(of: Filled): Promise<ImportView> {
    return this.apply((await this.looked(of)).id, true);
  }

  async undo(id: string): Promise<ImportView> {
    void (await this.admin.call(importRoutes.undo, { params: { id } })).reply;
    await this.settle();
    return this.one(id);
  }

  async rows(id: string, group: RowGroup): Promise<ImportRowView[]> {
    const found: ImportRowView[] = [];
    for (let cursor: string | undefined; ;) {
      const page = (await this.admin.call(importRoutes.rows, { params: { id }, query: { group, limit: 100, cursor } }))
        .reply;
      found.push(...page.items);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
  }

  /** `居民 3 电话 PHONE_WRONG`, in the order of the file. */
  async told(id: string, group: RowGroup = 'wrong'): Promise<string[]> {
    return (await this.rows(id, group)).flatMap(({ sheet, row, problems }) =>
      problems.map(({ column, code, other }) =>
        [sheet, row, column ?? '-', code, other].filter((of) => of !== null).join(' '),
      ),
    );
  }

  /** Rows and checksum of each table that an import may write. */
  async checksums(): Promise<Record<string, string>> {
    const sums: Record<string, string> = {};
    for (const table of REGISTER_TABLES) {
      const [sum] = await this.sql<{ Checksum: number }>(`CHECKSUM TABLE ${table} EXTENDED`);
      const [count] = await this.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
      sums[table] = `${count?.n ?? 0} rows, ${sum?.Checksum ?? 0}`;
    }
    return sums;
  }
}
