/** Seeds the demo community's work units and their members; every one of them is invented, as their names say. */
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { insertMany, type SqlValue } from '../platform/database/sql';
import { MemberRows } from '../volunteering/member-rows';
import { unitNameKey } from '../volunteering/units';
import type { DemoContext, DemoPerson } from './demo-context';
import { inventName, inventPhone } from './names';
import { idsFrom, type MakeId } from './plan-places';
import { Random } from './random';

const SEED = 20_261_128;
const DAY = 86_400_000;

const UNITS: readonly (readonly [string, string])[] = [
  ['气象站（演示）', 'གནམ་གཤིས་ས་ཚིགས། (དཔེ་སྟོན།)'],
  ['第三小学（演示）', 'སློབ་ཆུང་གསུམ་པ། (དཔེ་སྟོན།)'],
  ['自来水公司（演示）', 'འཐུང་ཆུ་ཀུང་སི། (དཔེ་སྟོན།)'],
  ['邮政所（演示）', 'སྦྲག་ཁང་། (དཔེ་སྟོན།)'],
  ['图书馆（演示）', 'དཔེ་མཛོད་ཁང་། (དཔེ་སྟོན།)'],
  ['妇幼保健站（演示）', 'མ་བུའི་འཕྲོད་བསྟེན་ཁང་། (དཔེ་སྟོན།)'],
  ['林草站（演示）', 'ནགས་རྩྭ་ས་ཚིགས། (དཔེ་སྟོན།)'],
  ['公路养护段（演示）', 'གཞུང་ལམ་ཉམས་གསོ། (དཔེ་སྟོན།)'],
  ['供销社（演示）', 'ཉོ་ཚོང་ཁང་། (དཔེ་སྟོན།)'],
  ['文化馆（演示）', 'རིག་གནས་ཁང་། (དཔེ་སྟོན།)'],
  ['测绘队（演示）', 'ས་ཁྲ་ཐིག་འབྲི་རུ་ཁག (དཔེ་སྟོན།)'],
  ['消防站（演示）', 'མེ་འགོག་ས་ཚིགས། (དཔེ་སྟོན།)'],
];
/** Of each unit; the last of them have not logged in yet. */
const MEMBERS = 5;
const NOT_YET_EVERY = 5;

export interface DemoUnit {
  id: string;
  name: string;
  /** Persons who are members, so that others can let them serve. */
  memberIds: string[];
}

interface Planned extends Omit<DemoPerson, 'account' | 'displayName'> {
  unitId: string;
  /** Has logged in: a person as well as a line of the list. */
  claimed: boolean;
}

/** Twelve units with five members each, those of the demo's log-ins besides; the first unit has a contact who logs in as `unit`. */
export async function seedUnits(tx: EntityManager, context: DemoContext): Promise<DemoUnit[]> {
  const { communityId, now, people } = context;
  const rng = new Random(SEED);
  const since = new Date(now.getTime() - 300 * DAY);
  const makeId = idsFrom(rng, since.getTime());
  const units = UNITS.map(([name]): DemoUnit => ({ id: makeId(), name, memberIds: [] }));
  const members = units.flatMap(({ id }) => planMembers(rng, makeId, id));
  const known = people.members.map((person, i): Planned => {
    return { ...person, unitId: units[i % units.length]?.id ?? '', claimed: true };
  });
  await writeUnits(tx, { units, communityId, since, makeId });
  await writePersons(
    tx,
    context,
    members.filter(({ claimed }) => claimed),
    since,
  );
  await writeContact(tx, context, { unitId: units[0]?.id ?? '', rng, makeId, since });
  await writeGrants(tx, { communityId, since, makeId }, members);
  await writeList(tx, context, [...members, ...known], since);
  for (const { id, unitId, claimed } of [...known, ...members])
    if (claimed) units.find((unit) => unit.id === unitId)?.memberIds.push(id);
  return units;
}

const planMembers = (rng: Random, makeId: MakeId, unitId: string): Planned[] =>
  Array.from({ length: MEMBERS }, (_, i) => ({
    ...{ id: makeId(), name: inventName(rng), phone: inventPhone(rng), unitId },
    claimed: i < NOT_YET_EVERY - 1,
  }));

interface Where {
  communityId: string;
  since: Date;
  makeId: MakeId;
}

async function writeUnits(tx: EntityManager, of: Where & { units: readonly DemoUnit[] }): Promise<void> {
  const { units, communityId, since, makeId } = of;
  await insertMany(
    tx,
    'INSERT INTO organisation (id, kind, name)',
    units.map(({ id, name }) => [id, 'unit', name]),
  );
  await insertMany(
    tx,
    'INSERT INTO work_unit (id, name_bo, name_key)',
    units.map(({ id, name }, i) => [id, UNITS[i]?.[1] ?? null, unitNameKey(name)]),
  );
  await insertMany(
    tx,
    'INSERT INTO unit_reporting (id, unit_id, community_id, starts_on, sole_unit)',
    units.map(({ id }) => [makeId(), id, communityId, since, id]),
  );
}

async function writePersons(
  tx: EntityManager,
  { app }: DemoContext,
  persons: readonly (Pick<Planned, 'id' | 'name' | 'phone'> & { account?: string; displayName?: string })[],
  since: Date,
): Promise<void> {
  const cipher = app.get(FieldCipher);
  await insertMany(
    tx,
    'INSERT INTO person (id, name_enc, display_name, phone_enc, phone_idx, phone_tail, account, demo, created_at)',
    persons.map(({ id, name, phone, account, displayName }): SqlValue[] => [
      ...[id, cipher.seal(name), displayName ?? null, cipher.seal(phone), cipher.phoneIndex(phone)],
      ...[cipher.phoneTail(phone), account ?? null, 1, since],
    ]),
  );
}

/** Answers for the first unit, and is nobody's member. */
async function writeContact(
  tx: EntityManager,
  context: DemoContext,
  of: { unitId: string; rng: Random; makeId: MakeId; since: Date },
): Promise<void> {
  const { unitId, rng, makeId, since } = of;
  const person = { id: makeId(), name: '格桑旺姆', phone: inventPhone(rng), account: 'unit', displayName: '格桑旺姆' };
  await writePersons(tx, context, [person], since);
  await insertMany(tx, 'INSERT INTO role_grant (id, person_id, role, scope_id, organisation_id, starts_on)', [
    [makeId(), person.id, 'unit_contact', context.communityId, unitId, since],
  ]);
}

async function writeGrants(
  tx: EntityManager,
  { communityId, since, makeId }: Where,
  members: readonly Planned[],
): Promise<void> {
  const claimed = members.filter((member) => member.claimed);
  await insertMany(
    tx,
    'INSERT INTO role_grant (id, person_id, role, scope_id, starts_on)',
    claimed.map(({ id }) => [makeId(), id, 'member', communityId, since]),
  );
}

async function writeList(
  tx: EntityManager,
  { app, communityId }: DemoContext,
  members: readonly Planned[],
  since: Date,
): Promise<void> {
  const rows = app.get(MemberRows);
  const makeId = idsFrom(new Random(SEED + 1), since.getTime());
  await insertMany(
    tx,
    `INSERT INTO membership (id, community_id, unit_id, person_id, name_enc, name_idx, phone_enc, phone_idx, phone_tail,
       state, starts_on, sole_person, sole_phone)`,
    members.map(({ id, name, phone, unitId, claimed }): SqlValue[] => {
      const cells = rows.cells({ name, phone });
      const personId = claimed ? id : null;
      return [makeId(), communityId, unitId, personId, ...cells, 'live', since, personId, cells[3]];
    }),
  );
}
