/** A clerk hands in a spreadsheet, sees what it would do and what is wrong with it, and takes over what is good. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { gridRoutes } from '@sevengrid/shared/grids/routes';
import { readWorkbook } from '../../src/platform/spreadsheets/read-workbook';
import { startApp, type TestApp } from '../actors/start-app';
import { handMade, sheetOf, textRows } from '../outside/xlsx-files';
import { filled, newBuilding, Register, small, type Filled } from './at-the-register';

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

describe('a good file', () => {
  it('is looked at first, and writes nothing but itself', async () => {
    const before = await here.checksums();
    const view = await here.looked(small(newBuilding()));
    expect(view).toMatchObject({
      state: 'ready',
      name: '住户.xlsx',
      uploadedBy: '小admin',
      done: 6,
      total: 6,
      refused: null,
    });
    expect(view.counts).toEqual([
      { sheet: 'building', new: 1, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'household', new: 2, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'resident', new: 3, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'role', new: 0, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'central', new: 0, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'unit', new: 0, changed: 0, same: 0, wrong: 0, held: 0 },
      { sheet: 'member', new: 0, changed: 0, same: 0, wrong: 0, held: 0 },
    ]);
    expect(await here.checksums()).toEqual(before);
    expect(await here.sql('SELECT * FROM register_import_file')).toEqual([]);
  });

  it('is taken over, and is there for everybody who works with the register', async () => {
    const building = newBuilding();
    const view = await here.imported(small(building));
    expect(view).toMatchObject({ state: 'applied', done: 6, total: 6, skipped: 0 });
    const worker = await here.cast.as('worker');
    const { items } = (await worker.call(gridRoutes.households, { query: { q: building } })).reply;
    expect(items.map(({ address, needsCare, residents }) => [address, needsCare, residents])).toEqual([
      [`${building} 1单元101`, true, 2],
      [`${building} 1单元102`, false, 1],
    ]);
    const home = (await worker.call(gridRoutes.household, { params: { id: items[1]?.id ?? '' } })).reply;
    expect(home.people).toMatchObject([{ name: '王**', phone: '089****2345', bound: false }]);
  });

  it('changes nothing a second time, and only what differs a third time', async () => {
    const building = newBuilding();
    await here.imported(small(building));
    const again = await here.looked(small(building));
    expect(again.counts.map(({ new: added, changed, same }) => [added, changed, same])).toEqual([
      [0, 0, 1],
      [0, 0, 2],
      [0, 0, 3],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const view = await here.imported({
      households: [[building, '1单元102', '是']],
      residents: [
        [building, '1单元101', '次仁卓玛', '13900000009'],
        [building, '1单元102', '王小明', ''],
        [building, '1单元102', '王二', ''],
      ],
    });
    expect(view.counts.slice(1, 3)).toEqual([
      { sheet: 'household', new: 0, changed: 1, same: 0, wrong: 0, held: 0 },
      { sheet: 'resident', new: 1, changed: 1, same: 1, wrong: 0, held: 0 },
    ]);
    const third = await here.looked({ residents: [[building, '1单元101', '次仁卓玛', '13900000009']] });
    expect(third.counts[2]).toMatchObject({ same: 1, changed: 0 });
  });

  it('is understood as clerks type: full width, spaces, Tibetan digits, numbers as numbers, marks for yes', async () => {
    const building = newBuilding();
    await here.imported(small(building));
    const rows = [
      `<row><c t="inlineStr"><is><t>楼栋</t></is></c><c t="inlineStr"><is><t>门牌</t></is></c><c t="inlineStr"><is><t>需要关照</t></is></c></row>`,
      `<row><c t="inlineStr"><is><t>${building.replace('1', '１')}　</t></is></c><c t="inlineStr"><is><t>１单元 １０１</t></is></c><c t="inlineStr"><is><t>√</t></is></c></row>`,
      `<row><c t="inlineStr"><is><t>${building}</t></is></c><c><v>501</v></c><c t="b"><v>1</v></c></row>`,
    ].join('');
    const residents = textRows([
      ['电话', '姓名', '备注', '楼栋', '门牌'],
      ['༡༣༩ ༠༠༠༠ ༠༠༠༧', '扎西', '不看这一列', building, '501'],
      ['（0891）681 2345', ' 次仁　卓玛 ', '', building, '༥༠༡'],
    ]);
    const view = await here.looked(await handMade({ sheets: { 'ཁྱིམ་ཚང་།': sheetOf(rows), 居民: sheetOf(residents) } }));
    expect(await here.told(view.id)).toEqual([]);
    expect(view.counts.slice(1, 3)).toMatchObject([
      { new: 1, same: 1 },
      { new: 2, same: 0 },
    ]);
    await here.apply(view.id);
    const [row] = await here.sql<{ phone_idx: string }>(
      `SELECT r.phone_idx FROM resident r JOIN household h ON h.id = r.household_id JOIN building b ON b.id = h.building_id
       WHERE b.name = ? AND h.door = '501' ORDER BY r.id LIMIT 1`,
      [building],
    );
    expect(row?.phone_idx).toBe(here.cast.place.cipher.phoneIndex('13900000007'));
  });

  it('may be the template as it was given out, whose examples and Tibetan head are passed over', async () => {
    const template = Buffer.from((await here.admin.call(importRoutes.template, { query: {} })).file);
    const names = (await readWorkbook(template, () => true)).map(({ name }) => name);
    expect(names).toEqual(['说明', '楼栋', '住户', '居民', '人员', '中心户联系', '单位', '在职党员', '选项']);
    const { id } = (await here.upload(template)).reply;
    await here.settle();
    expect(await here.one(id)).toMatchObject({ state: 'refused', refused: { code: 'IMPORT_SHEETS_MISSING' } });
  });
});

describe('a file as a whole', () => {
  it('is refused by what it is, at once or when it is read', async () => {
    expect((await here.upload(Buffer.from('楼栋,门牌\n'))).code).toBe('SPREADSHEET_IS_TEXT');
    const wrong = [
      [await handMade({ sheets: { 别的: sheetOf(textRows([['a']])) } }), 'IMPORT_SHEETS_MISSING'],
      [
        await handMade({
          sheets: {
            住户: sheetOf(
              textRows([
                ['楼', '门'],
                ['1', '2'],
              ]),
            ),
          },
        }),
        'IMPORT_HEADER_MISSING',
      ],
      [(await filled(small('x'))).subarray(0, 900), 'SPREADSHEET_BROKEN'],
    ] as const;
    for (const [bytes, code] of wrong) {
      const view = await here.looked(bytes);
      expect(view).toMatchObject({ state: 'refused', refused: { code }, until: null });
      expect(view.refused?.says.bo).toBeTruthy();
    }
    expect(await here.sql('SELECT * FROM register_import_file')).toEqual([]);
  });

  it('is dropped with everything that was in it when the clerk says so, and cannot be applied afterwards', async () => {
    const { id } = await here.looked(small(newBuilding()));
    const params = { id };
    expect((await here.admin.call(importRoutes.discard, { params })).reply.state).toBe('discarded');
    expect(await here.sql('SELECT n FROM register_import_row WHERE import_id = ?', [id])).toEqual([]);
    expect((await here.admin.call(importRoutes.apply, { params, body: { skipWrong: true } })).code).toBe(
      'IMPORT_NOT_READY',
    );
    expect((await here.admin.call(importRoutes.errors, { params })).code).toBe('IMPORT_ROWS_GONE');
    expect((await here.admin.call(importRoutes.undo, { params })).code).toBe('IMPORT_NOT_UNDOABLE');
  });

  it('is one at a time in a community, and handed in once for one key', async () => {
    const bytes = await filled(small(newBuilding()));
    const sent = { query: { name: '住户.xlsx' } };
    const first = await here.admin.callWithBytes(importRoutes.upload, sent, new Uint8Array(bytes), {
      key: 'one-key-0001',
    });
    const again = await here.admin.callWithBytes(importRoutes.upload, sent, new Uint8Array(bytes), {
      key: 'one-key-0001',
    });
    expect(again.reply.id).toBe(first.reply.id);
    expect((await here.upload(bytes)).code).toBe('IMPORT_UNDER_WAY');
    await here.settle();
    expect((await here.upload(bytes)).code).toBeNull();
    await here.settle();
  });

  it('is none of another community’s business', async () => {
    const { id } = await here.looked(small(newBuilding()));
    const far = await here.cast.as('farAdmin');
    const params = { id };
    const answers = [
      await far.call(importRoutes.one, { params }),
      await far.call(importRoutes.rows, { params, query: { group: 'wrong' } }),
      await far.call(importRoutes.errors, { params }),
      await far.call(importRoutes.apply, { params, body: { skipWrong: true } }),
      await far.call(importRoutes.discard, { params }),
      await far.call(importRoutes.undo, { params }),
      await far.call(importRoutes.export, { query: { communityId: here.cast.place.communityId } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect((await far.call(importRoutes.list, { query: {} })).reply.items).toEqual([]);
    expect(await here.told((await here.looked({ buildings: [['测试3', '远楼']] })).id)).toEqual([
      'building 2 grid GRID_UNKNOWN',
    ]);
  });
});

it('takes over what changed in the register meanwhile as it is by then, and says what it passed over', async () => {
  const building = newBuilding();
  const first = await here.looked(small(building));
  const second = await here.looked(small(building));
  await here.apply(first.id);
  expect(await here.apply(second.id)).toMatchObject({ state: 'applied', done: 6, skipped: 0 });
  const count = `SELECT COUNT(*) AS n FROM resident r JOIN household h ON h.id = r.household_id
    JOIN building b ON b.id = h.building_id WHERE b.name = ?`;
  expect(await here.sql(count, [building])).toEqual([{ n: 3 }]);
  const change = (phone: string): Filled => ({ residents: [[building, '1单元101', '次仁卓玛', phone]] });
  const [one, other] = [await here.looked(change('13911110001')), await here.looked(change('13911110002'))];
  await here.apply(one.id);
  expect(await here.apply(other.id)).toMatchObject({ skipped: 1 });
  expect(await here.told(other.id)).toEqual(['resident 2 - CHANGED_MEANWHILE']);
});
