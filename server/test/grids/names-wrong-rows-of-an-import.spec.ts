/** Whatever is wrong with a spreadsheet is told in one look, by sheet, row and column, and given back as a spreadsheet. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import { startApp, type TestApp } from '../actors/start-app';
import { handMade, sheetOf } from '../outside/xlsx-files';
import { newBuilding, Register, small } from './at-the-register';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

describe('wrong rows', () => {
  it('are told by sheet, row, column and code, all in one look', async () => {
    const building = newBuilding();
    const view = await here.looked({
      buildings: [
        ['测试1', building],
        ['第九网格', '无格楼'],
        ['测试2', building],
        ['测试1', ''],
        ['测试1', building],
      ],
      households: [
        [building, '101', '也许'],
        ['没有这栋楼', '101', ''],
        [building, '102', ''],
        [building, '１０２', ''],
        [building, '102', '是'],
        [building, '门'.repeat(41), ''],
        ['一号楼', '101', ''],
        ['无格楼', '101', ''],
      ],
      residents: [
        [building, '102', '次仁', '1390000001'],
        [building, '102', '扎西', '13900000001'],
        [building, '102', '扎西', '13900000001'],
        [building, '102', '扎西', '13900000002'],
        [building, '999', '旦增', ''],
        [building, '102', '', '13900000003'],
        [building, '102', '王**', ''],
        [building, '101', '等一等', ''],
        ['无格楼', '101', '也等', ''],
        [building, '102', 'a\ufffdb', ''],
      ],
    });
    expect(await here.told(view.id)).toEqual([
      'building 3 grid GRID_UNKNOWN',
      'building 4 building ROW_CONTRADICTS 2',
      'building 5 building CELL_MISSING',
      'building 6 building ROW_TWICE 2',
      'household 2 care CELL_NOT_YES_NO',
      'household 3 building BUILDING_UNKNOWN',
      'household 5 door ROW_TWICE 4',
      'household 6 door ROW_CONTRADICTS 4',
      'household 7 door CELL_TOO_LONG',
      'household 8 building BUILDING_AMBIGUOUS',
      'resident 2 phone PHONE_WRONG',
      'resident 4 name ROW_TWICE 3',
      'resident 5 name ROW_CONTRADICTS 3',
      'resident 6 door HOUSEHOLD_UNKNOWN',
      'resident 7 name CELL_MISSING',
      'resident 8 name MASKED_UNKNOWN',
      'resident 11 name CELL_UNREADABLE',
    ]);
    expect(await here.told(view.id, 'held')).toEqual([
      'household 9 - WAITS_FOR_ROW 3',
      'resident 9 - WAITS_FOR_ROW 2',
      'resident 10 - WAITS_FOR_ROW 9',
    ]);
  });

  it('are those whose cell is a formula, a date, an error or one with others', async () => {
    const head = '<row><c t="inlineStr"><is><t>楼栋</t></is></c><c t="inlineStr"><is><t>门牌</t></is></c></row>';
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = [
      `<row>${text('一号楼')}<c><f>1+1</f><v>2</v></c></row>`,
      `<row>${text('一号楼')}<c s="1"><v>45000</v></c></row>`,
      `<row>${text('一号楼')}<c t="e"><v>#REF!</v></c></row>`,
      `<row>${text('一号楼')}${text('5')}</row>`,
      `<row><c/>${text('6')}</row>`,
    ];
    const sheet = sheetOf(head + rows.join(''), '<mergeCells><mergeCell ref="A5:A6"/></mergeCells>');
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const view = await here.looked(await handMade({ sheets: { 住户: sheet }, styles }));
    expect(await here.told(view.id)).toEqual([
      'household 2 door CELL_IS_FORMULA',
      'household 3 door CELL_IS_DATE',
      'household 4 door CELL_IS_ERROR',
      'household 5 building CELL_IS_MERGED',
      'household 6 building CELL_IS_MERGED',
    ]);
  });

  it('stand in nobody’s way once the clerk says so, and come back as a file that says what is wrong', async () => {
    const building = newBuilding();
    const of = small(building);
    const residents = [...(of.residents ?? []), [building, '1单元102', '=1+1', '12345']];
    const { id } = await here.looked({ ...of, residents });
    const refused = await here.admin.call(importRoutes.apply, { params: { id }, body: { skipWrong: false } });
    expect(refused.code).toBe('IMPORT_HAS_WRONG_ROWS');
    expect(await here.apply(id, true)).toMatchObject({ state: 'applied', done: 6, skipped: 1 });
    const file = Buffer.from((await here.admin.call(importRoutes.errors, { params: { id } })).file);
    const [sheet] = await readWorkbook(file, (name) => name === '居民');
    const cells = sheet?.rows.map((row) => [...row.cells.values()].map(({ text }) => text)) ?? [];
    expect(cells[0]).toEqual(['楼栋', '门牌', '姓名', '电话', '哪里不对']);
    expect(cells[2]?.slice(0, 4)).toEqual([building, '1单元102', "'=1+1", '12345']);
    expect(cells[2]?.[4]).toContain('电话：要 11 位手机号');
    // Handed in again as it is, it is wrong in the same way; its column of errors is passed over.
    const again = await here.looked(file);
    expect(await here.told(again.id)).toEqual(['resident 3 phone PHONE_WRONG']);
  });

  it('are those that would change somebody who is bound to a phone of their own', async () => {
    const { home, people } = here.cast;
    await here.sql('UPDATE building SET name = ? WHERE id = (SELECT building_id FROM household WHERE id = ?)', [
      '绑定楼',
      home.id,
    ]);
    const name = people.get('resident')?.name ?? '';
    const view = await here.looked({ residents: [['绑定楼', home.door, name, '13911112222']] });
    expect(await here.told(view.id)).toEqual(['resident 2 phone RESIDENT_BOUND']);
  });

  it('are masked on the page, whoever looks', async () => {
    const building = newBuilding();
    const of = small(building);
    const { id } = await here.looked({ ...of, residents: [[building, '1单元101', '次仁卓玛', '139000000012']] });
    const [row] = await here.rows(id, 'wrong');
    expect(row?.cells).toEqual([building, '1单元101', '次仁**', '139****0012']);
  });
});
