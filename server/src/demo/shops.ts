/** Seeds the demo community's 25 merchants, what they signed and what members can have; every shop is invented, as its name says. */
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { insertMany, type SqlValue } from '../platform/database/sql';
import type { DemoContext } from './demo-context';
import { inventName, inventPhone } from './names';
import { idsFrom, type MakeId } from './plan-places';
import { Random } from './random';

const SEED = 20_261_129;
const DAY = 86_400_000;

/** How many shops of each field, and what they are called: 25 in all. */
const FIELDS: readonly (readonly [string, string, string, number])[] = [
  ['medical', '口腔诊所', 'སོའི་སྨན་ཁང་།', 3],
  ['medical', '体检中心', 'གཟུགས་པོའི་བརྟག་དཔྱད་ལྟེ་གནས།', 2],
  ['books', '书店', 'དཔེ་ཁང་།', 4],
  ['retail', '超市', 'ཚོང་ཁང་ཆེན་པོ།', 6],
  ['catering', '面馆', 'ཐུག་པ་ཁང་།', 5],
  ['catering', '甜茶馆', 'ཇ་མངར་ཁང་།', 3],
  ['care', '理发店', 'སྐྲ་བཞར་ཁང་།', 2],
];

/** Title, terms, points, how many, per person, seconds kept, least bill and worth in fen, and whose field honours it. */
const OFFERS: readonly (readonly [string, string, string, number, number, number, number, number, number, string])[] = [
  ['健康体检', 'གཟུགས་པོའི་བརྟག་དཔྱད།', '请提前三天预约，空腹前来。', 20, 200, 1, 30 * 86_400, 0, 120_000, 'medical'],
  ['专业洁牙', 'སོ་གཙང་བཟོ།', '请提前一天预约。', 5, 400, 2, 30 * 86_400, 0, 20_000, 'medical'],
  ['购书券', 'དཔེ་དེབ་ཉོ་བའི་འཛིན་ཤོག', '满 100 元可用一张，任何一家书店都可以。', 0, 1000, 1, 900, 10_000, 5_000, 'books'],
  ['米面油一份', 'འབྲས་དང་གྲོ་ཞིབ་སྣུམ།', '凭码到店领取。', 8, 300, 2, 900, 0, 10_000, 'retail'],
  ['藏面一碗', 'བོད་ཐུག་གཅིག', '凭码到店用餐。', 1, 500, 10, 900, 0, 1_200, 'catering'],
  ['理发一次', 'སྐྲ་བཞར་ཐེངས་གཅིག', '请到店排队。', 2, 200, 6, 900, 0, 2_500, 'care'],
];

interface Shop {
  id: string;
  field: string;
  name: string;
}

interface Seeding {
  context: DemoContext;
  rng: Random;
  makeId: MakeId;
  since: Date;
}

/** Two shops have a log-in each, `merchant` at a clinic and `merchant2` at a bookshop. */
export async function seedShops(tx: EntityManager, context: DemoContext): Promise<void> {
  const { communityId, now } = context;
  const rng = new Random(SEED);
  const since = new Date(now.getTime() - 200 * DAY);
  const makeId = idsFrom(rng, since.getTime());
  const shops = FIELDS.flatMap(([field, zh, bo, count]) =>
    Array.from({ length: count }, (_, i) => ({ id: makeId(), field, n: i + 1, name: `第 ${i + 1} ${zh}（演示）`, bo })),
  );
  await insertMany(
    tx,
    'INSERT INTO organisation (id, kind, name)',
    shops.map(({ id, name }) => [id, 'merchant', name]),
  );
  await insertMany(
    tx,
    'INSERT INTO merchant (id, name_bo, field, phone, address, hours)',
    shops.map(({ id, field, n, bo }): SqlValue[] => [
      ...[id, `${bo} ${n} (དཔེ་སྟོན།)`, field, inventPhone(rng), JSON.stringify({ zh: `幸福路 ${n * 7} 号（演示）` })],
      JSON.stringify({ zh: '每天 9:30–19:00', bo: 'ཉིན་རེར་ 9:30–19:00' }),
    ]),
  );
  await insertMany(
    tx,
    'INSERT INTO merchant_community (community_id, merchant_id)',
    shops.map(({ id }) => [communityId, id]),
  );
  const seeding = { context, rng, makeId, since };
  await sign(tx, seeding, shops);
  await publish(tx, seeding);
  await logIn(tx, seeding, shops);
}

const dayAfter = (since: Date, n: number): Date => new Date(since.getTime() + n * DAY);

async function sign(
  tx: EntityManager,
  { context, rng, makeId, since }: Seeding,
  shops: readonly Shop[],
): Promise<void> {
  const { app, communityId, people } = context;
  const cipher = app.get(FieldCipher);
  const end = dayAfter(since, 930);
  const signed = shops.map(({ id }) => ({ id: makeId(), shop: id, fen: 60_000_000, pt: 20_000 }));
  await insertMany(
    tx,
    'INSERT INTO agreement (id, merchant_id, community_id, version, starts_on, ends_on, budget_pt, budget_fen)',
    signed.map(({ id, shop, pt, fen }) => [id, shop, communityId, 1, since, end, pt, fen]),
  );
  await insertMany(
    tx,
    `INSERT INTO agreement_version (id, agreement_id, version, starts_on, ends_on, budget_pt, budget_fen, reference,
       signed_by_enc, signed_on, recorded_by, at)`,
    signed.map(({ id, pt, fen }, i): SqlValue[] => [
      ...[makeId(), id, 1, since, end, pt, fen, `协-演示-${i + 1}`, cipher.seal(inventName(rng)), since],
      ...[people.lead.id, since],
    ]),
  );
}

async function publish(tx: EntityManager, { context, makeId, since }: Seeding): Promise<void> {
  await insertMany(
    tx,
    `INSERT INTO offer (id, community_id, state, title, terms, cost, total, per_person, span, valid_from, valid_to,
       hold_seconds, min_spend_fen, face_value_fen, field, published_at)`,
    OFFERS.map(([zh, bo, terms, cost, total, most, seconds, least, worth, field]): SqlValue[] => [
      ...[
        makeId(),
        context.communityId,
        'published',
        JSON.stringify({ zh, bo }),
        JSON.stringify({ zh: terms }),
        cost,
        total,
      ],
      ...[most, 'year', since, dayAfter(since, 565), seconds, least, worth, field, since],
    ]),
  );
}

async function logIn(
  tx: EntityManager,
  { context, rng, makeId, since }: Seeding,
  shops: readonly Shop[],
): Promise<void> {
  const cipher = context.app.get(FieldCipher);
  const clinic = shops.find(({ field }) => field === 'medical');
  const books = shops.find(({ field }) => field === 'books');
  for (const [account, shop] of [
    ['merchant', clinic],
    ['merchant2', books],
  ] as const) {
    const [id, phone] = [makeId(), inventPhone(rng)];
    await insertMany(
      tx,
      'INSERT INTO person (id, name_enc, display_name, phone_enc, phone_idx, phone_tail, account, demo, created_at)',
      [
        [
          ...[id, cipher.seal(inventName(rng)), shop?.name ?? null, cipher.seal(phone), cipher.phoneIndex(phone)],
          ...[cipher.phoneTail(phone), account, 1, since],
        ],
      ],
    );
    await insertMany(tx, 'INSERT INTO role_grant (id, person_id, role, scope_id, organisation_id, starts_on)', [
      [makeId(), id, 'merchant', context.communityId, shop?.id ?? null, since],
    ]);
  }
}
