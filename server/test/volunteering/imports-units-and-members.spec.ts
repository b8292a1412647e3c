/** A thousand members of twenty units with bad rows among them: exactly those are told, the rest is taken over, and goes back whole. */
import { importRoutes } from '@sevengrid/shared/grids/imports.routes';
import { memberRoutes } from '@sevengrid/shared/volunteering/members.routes';
import { unitRoutes } from '@sevengrid/shared/volunteering/units.routes';
import { startApp, type TestApp } from '../actors/start-app';
import { Register, type Filled } from '../grids/at-the-register';
import { report, somebody } from './at-the-units';

const UNITS = 20;
const MEMBERS = 1000;

let app: TestApp;
let here: Register;
beforeAll(async () => {
  app = await startApp();
  here = await Register.open(app);
}, 60_000);
afterAll(() => app.close());

let phones = 0;
const newPhone = (): string => `1541${String(++phones).padStart(7, '0')}`;
let made = 0;
const newUnit = (): string => `表格单位${++made}`;

const countsOf = async (
  id: string,
): Promise<Record<string, { new: number; same: number; wrong: number; held: number }>> =>
  Object.fromEntries((await here.one(id)).counts.map(({ sheet, changed: _, ...counts }) => [sheet, counts]));

describe('a thousand members', () => {
  const units = Array.from({ length: UNITS }, newUnit);
  const good = Array.from({ length: MEMBERS }, (_, n) => [units[n % UNITS] ?? '', `党员${n}`, newPhone()]);
  const bad: readonly (readonly [readonly string[], string])[] = [
    [['没有的单位', '某人', newPhone()], 'unit UNIT_UNKNOWN'],
    [[units[0] ?? '', '', newPhone()], 'name CELL_MISSING'],
    [[units[0] ?? '', '某人', ''], 'phone CELL_MISSING'],
    [[units[0] ?? '', '某人', '12345'], 'phone PHONE_WRONG'],
    [[units[0] ?? '', '党员0', good[0]?.[2] ?? ''], 'phone ROW_TWICE 2'],
    [[units[0] ?? '', '别的名字', good[0]?.[2] ?? ''], 'phone ROW_CONTRADICTS 2'],
    [[units[1] ?? '', '党员0', good[0]?.[2] ?? ''], 'phone ROW_CONTRADICTS 2'],
    [[units[0] ?? '', '张*', '139****0000'], 'name MASKED_UNKNOWN'],
  ];
  const file: Filled = {
    units: [...units.map((name, i) => [name, i === 0 ? 'ལས་ཁུངས་དང་པོ།' : '']), [units[3] ?? '', '']],
    members: [...good, ...bad.map(([cells]) => cells)],
  };

  it('are looked at, and nothing but the bad rows is told', async () => {
    const before = await here.checksums();
    const { id } = await here.looked(file);
    const rowOfBad = (i: number): number => MEMBERS + 2 + i;
    expect(await here.told(id)).toEqual([
      `unit ${UNITS + 2} unit ROW_TWICE 5`,
      ...bad.map(([, says], i) => `member ${rowOfBad(i)} ${says}`),
    ]);
    expect(await countsOf(id)).toMatchObject({
      unit: { new: UNITS, wrong: 1 },
      member: { new: MEMBERS, wrong: bad.length, held: 0 },
    });
    expect(await here.checksums()).toEqual(before);
    void (await here.admin.call(importRoutes.discard, { params: { id } })).reply;
  });

  it('are taken over, found again, and go back to the byte', async () => {
    const before = await here.checksums();
    const { id } = await here.imported(file);
    expect(await here.one(id)).toMatchObject({ state: 'applied', skipped: bad.length + 1 });
    const staff = await here.cast.as('staff');
    const { items } = (await staff.call(unitRoutes.list, { query: { q: '表格单位', limit: 100 } })).reply;
    expect(items.map(({ totals }) => totals.members)).toEqual(items.map(() => MEMBERS / UNITS));
    expect(items.find(({ name }) => name.zh === units[0])?.name.bo).toBe('ལས་ཁུངས་དང་པོ།');
    const again = await here.looked(file);
    expect(await countsOf(again.id)).toMatchObject({
      unit: { new: 0, same: UNITS },
      member: { new: 0, same: MEMBERS },
    });
    void (await here.admin.call(importRoutes.discard, { params: { id: again.id } })).reply;
    expect(await here.undo(id)).toMatchObject({ state: 'undone', kept: 0, done: UNITS + MEMBERS });
    expect(await here.checksums()).toEqual(before);
  });
});

it('says whose a phone is, and where somebody is listed already', async () => {
  const [one, other] = [newUnit(), newUnit()];
  const phone = newPhone();
  await here.imported({ units: [[one], [other]], members: [[one, '次仁卓玛', phone]] });
  const { id } = await here.looked({
    members: [
      [one, '次仁卓玛', phone],
      [one, '别人', phone],
    ],
  });
  expect(await here.told(id)).toEqual(['member 3 phone ROW_CONTRADICTS 2']);
  void (await here.admin.call(importRoutes.discard, { params: { id } })).reply;
  const next = await here.looked({ members: [[one, '别人', phone]] });
  expect(await here.told(next.id)).toEqual(['member 2 phone PHONE_OF_OTHER']);
  void (await here.admin.call(importRoutes.discard, { params: { id: next.id } })).reply;
  const last = await here.looked({ members: [[other, '次仁卓玛', phone]] });
  expect(await here.told(last.id)).toEqual(['member 2 unit MEMBER_ELSEWHERE']);
  void (await here.admin.call(importRoutes.discard, { params: { id: last.id } })).reply;
});

it('lets members wait for the row of their unit, where that is wrong', async () => {
  const unit = newUnit();
  const { id } = await here.looked({ units: [[unit, 'བོ'.repeat(200)]], members: [[unit, '次仁', newPhone()]] });
  expect(await here.told(id)).toEqual(['unit 2 unitBo CELL_TOO_LONG']);
  expect(await here.told(id, 'held')).toEqual(['member 2 - WAITS_FOR_ROW 2']);
  void (await here.admin.call(importRoutes.discard, { params: { id } })).reply;
});

it('comes back from an export as it went out, masked', async () => {
  const unit = newUnit();
  await here.imported({ units: [[unit]], members: [[unit, '德吉拉姆', newPhone()]] });
  const { file } = await here.admin.call(importRoutes.export, { query: {} });
  const again = await here.looked(Buffer.from(file));
  expect((await here.told(again.id)).filter((line) => /^(unit|member)/.test(line))).toEqual([]);
  const { unit: units, member } = await countsOf(again.id);
  expect([units?.new, member?.new, (units?.same ?? 0) > 0, (member?.same ?? 0) > 0]).toEqual([0, 0, true, true]);
  void (await here.admin.call(importRoutes.discard, { params: { id: again.id } })).reply;
});

it('keeps who has come, who was moved, and the units they are of, when it is taken back', async () => {
  const [came, moved, free] = [newUnit(), newUnit(), newUnit()];
  const who = await somebody(here.cast, true);
  const goes = newPhone();
  const { id } = await here.imported({
    units: [[came], [moved], [free]],
    members: [
      [came, who.name, who.phone],
      [came, '还没来', newPhone()],
      [moved, '转走的', goes],
      [free, '谁也没动', newPhone()],
    ],
  });
  const staff = await here.cast.as('staff');
  const { items } = (await staff.call(unitRoutes.list, { query: { q: '表格单位', limit: 100 } })).reply;
  const idOf = (name: string): string => items.find((unit) => unit.name.zh === name)?.id ?? '';
  expect((await report(who, idOf(came))).reply.state).toBe('live');
  const [row] = (await staff.call(memberRoutes.list, { query: { q: goes } })).reply.items;
  const move = { version: row?.version ?? 0, unitId: idOf(came) };
  void (await staff.call(memberRoutes.move, { params: { id: row?.id ?? '' }, body: move })).reply;
  expect(await here.undo(id)).toMatchObject({ state: 'undone', kept: 4 });
  const kept = (await here.rows(id, 'kept')).map(({ sheet, row: at, keptBecause }) => `${sheet} ${at} ${keptBecause}`);
  expect(kept.sort()).toEqual([
    'member 2 IS_BOUND',
    'member 4 CHANGED_SINCE',
    'unit 2 HAS_PEOPLE',
    'unit 3 HAS_PEOPLE',
  ]);
  const left = (await staff.call(unitRoutes.list, { query: { q: free } })).reply.items;
  expect(left).toEqual([]);
});
