/** The audit of the ledger finds a whole one whole, and names the row and the equation of whatever is wrong with it. */
import { AuditLedger } from '../../src/points/audit-ledger';
import { LedgerAudits } from '../../src/points/ledger-audits';
import { Posting } from '../../src/points/posting';
import { Audits } from '../../src/platform/audit/audits';
import { newId } from '../../src/platform/database/new-id';
import { startApp, type TestApp } from '../actors/start-app';
import { dropTriggers, live, planted, statement, wrongs } from './a-lived-ledger';
import { AtTheLedger } from './at-the-ledger';

let app: TestApp;
let here: AtTheLedger;
beforeAll(async () => {
  app = await startApp();
  here = new AtTheLedger(app);
  await live(here);
  await app.settle();
  await dropTriggers(app);
}, 60_000);
afterAll(() => app.close());

const auditOf = (deed: string): Promise<string> =>
  planted(app, statement(deed), (tx) => wrongs(app, app.get(AuditLedger).check(tx)));

it('finds a ledger whole in which everything happened, and makes it anew', async () => {
  const audited = app.get(AuditLedger).run({ rebuild: true, seals: true });
  expect(await wrongs(app, audited)).toBe('');
  const empty = (await audited).filter(({ walked }) => walked === 0);
  const others = app.get(LedgerAudits).registered();
  expect(empty.filter(({ name }) => others.every((other) => other.name !== name))).toEqual([]);
  expect((await audited).length).toBeGreaterThan(25);
  const ofAll = (await app.get(Audits).run()).find(({ name }) => name.startsWith('the ledger'));
  expect(ofAll?.walked).toBeGreaterThan(300);
});

const HOLD = (state: string): string =>
  `(SELECT MIN(id) FROM (SELECT * FROM point_hold) h WHERE h.state = '${state}' AND points > 0)`;
const FIRST = (table: string, where = '1 = 1'): string =>
  `(SELECT MIN(id) FROM (SELECT * FROM ${table}) f WHERE ${where})`;

/** What somebody changed who may write to the database, and the equation that it breaks. */
const FAULTS: readonly (readonly [string, string])[] = [
  ["UPDATE point_account SET posted = posted + 1 WHERE ledger = 'PT' LIMIT 1", 'I2 posted = Σ delta'],
  ["UPDATE point_account SET posted = posted + 1 WHERE ledger = 'MIN' LIMIT 1", 'I16'],
  ['UPDATE point_account SET held = held - 1 WHERE held > 0 LIMIT 1', 'I3 held = Σ points of reserved holds'],
  ["UPDATE point_account SET owed = owed + 1 WHERE ledger = 'PT' LIMIT 1", 'I9 owed'],
  ['UPDATE point_account SET seq = seq + 1 LIMIT 1', 'I2 seq'],
  ["UPDATE point_account SET head_hash = REPEAT('f', 64) LIMIT 1", 'I13 the account names the hash'],
  ['DELETE FROM point_account LIMIT 1', 'I2 an entry has an account'],
  ['UPDATE point_entry SET delta = delta + 1 WHERE seq = 2 LIMIT 1', 'I2 balance after'],
  ['UPDATE point_entry SET balance_after = balance_after + 1 WHERE seq = 2 LIMIT 1', 'I2 balance after'],
  ['UPDATE point_entry SET held_after = 1000 WHERE seq = 2 LIMIT 1', 'I3 posted − held ≥ 0'],
  ["UPDATE point_entry SET hash = REPEAT('e', 64) WHERE seq = 2 LIMIT 1", 'I13 an entry’s hash'],
  ["UPDATE point_entry SET prev_hash = REPEAT('e', 64) WHERE seq = 2 LIMIT 1", 'I13 an entry names the hash'],
  ['UPDATE point_entry SET at = at + INTERVAL 1 SECOND WHERE seq = 1 LIMIT 1', 'I13 an entry’s hash'],
  ['DELETE FROM point_entry WHERE seq = 2 LIMIT 1', 'I2 seq = 1…n without gaps'],
  ['DELETE FROM point_entry ORDER BY account_id, seq DESC LIMIT 1', 'I1 a person’s side of a transfer is one entry'],
  [
    `UPDATE point_transfer SET amount = amount + 1 WHERE id = ${FIRST('point_transfer', "ledger = 'PT'")}`,
    'I1 an entry is its person’s side',
  ],
  [
    `UPDATE point_transfer SET credit_kind = 'unit' WHERE id = ${FIRST('point_transfer', "credit_kind = 'merchant'")}`,
    'I1 a transfer has a journal',
  ],
  [`UPDATE point_transfer SET ledger = 'MIN' WHERE id = ${FIRST('point_transfer', "ledger = 'PT'")}`, 'I1'],
  [
    `UPDATE point_transfer SET community_id = '${newId()}' WHERE id = ${FIRST('point_transfer')}`,
    'I1 a transfer has a journal of its community',
  ],
  [
    `UPDATE point_transfer SET credit_id = '${newId()}' WHERE id = ${FIRST('point_transfer', "credit_kind = 'person'")}`,
    'I1 an entry is its person’s side',
  ],
  [
    `DELETE FROM point_transfer WHERE id = ${FIRST('point_transfer', "credit_kind = 'person'")}`,
    'I1 an entry is one side of a transfer',
  ],
  [`DELETE FROM point_journal WHERE id = ${FIRST('point_journal')}`, 'I1 a transfer has a journal'],
  ["UPDATE point_journal SET reverses_id = NULL WHERE kind = 'reverse' LIMIT 1", 'I9'],
  [
    `UPDATE point_transfer SET amount = amount + 1 WHERE id = ${FIRST('point_transfer', "debit_kind = 'unit'")}`,
    'I9 what is taken back',
  ],
  ["UPDATE point_journal SET second_actor_id = NULL WHERE kind = 'adjust' LIMIT 1", 'I14 a correction has two people'],
  ['UPDATE point_adjustment SET delta = delta + 1 LIMIT 1', 'I14 a correction has two people'],
  ["UPDATE point_adjustment SET state = 'refused' LIMIT 1", 'I14 a correction has two people'],
  [
    "UPDATE point_journal j JOIN point_transfer t ON t.journal_id = j.id SET j.actor_id = t.credit_id WHERE j.kind = 'award' AND t.credit_kind = 'person'",
    'I14 nobody awards themself',
  ],
  [
    `UPDATE point_lot SET remaining = remaining - 1 WHERE id = ${FIRST('point_lot', 'remaining > held')}`,
    'I4 amount − Σ spent of a lot = remaining',
  ],
  [`UPDATE point_lot SET held = held - 1 WHERE id = ${FIRST('point_lot', 'held > 0')}`, 'I4 held of a lot'],
  [
    `UPDATE point_lot SET amount = amount + 1 WHERE id = ${FIRST('point_lot')}`,
    'I4 a lot is what one transfer brought',
  ],
  [`DELETE FROM point_lot WHERE id = ${FIRST('point_lot', 'remaining = 0')}`, 'I4 what came to a person is a lot'],
  [
    `UPDATE point_spent_lot SET quantity = quantity + 1 WHERE id = ${FIRST('point_spent_lot', 'quantity > 0')}`,
    'I4 Σ spent of lots by a transfer',
  ],
  [
    `UPDATE point_spent_lot SET lot_id = '${newId()}' WHERE id = ${FIRST('point_spent_lot')}`,
    'I4 what is spent is of the person’s own lots',
  ],
  ['UPDATE point_hold_lot SET quantity = quantity + 1 LIMIT 1', 'I4 Σ of lots of a hold'],
  [`UPDATE point_hold SET state = 'released' WHERE id = ${HOLD('reserved')}`, 'I7 a hold is in the state'],
  [`UPDATE point_hold SET state = 'captured' WHERE id = ${HOLD('uncaptured')}`, 'I7 a hold is in the state'],
  [`UPDATE point_hold SET captured_at = expires_at WHERE id = ${HOLD('captured')}`, 'I7 captured before its end'],
  [`UPDATE point_hold SET points = points + 1 WHERE id = ${HOLD('captured')}`, 'I7 a hold is in the state'],
  ["DELETE FROM point_hold_event WHERE state = 'released' LIMIT 1", 'I7 a hold is in the state'],
  ["UPDATE point_hold_event SET journal_id = NULL WHERE state = 'captured' LIMIT 1", 'I7'],
  ['UPDATE point_hold_event SET held_after = posted_after + 1 LIMIT 1', 'I3 posted − held ≥ 0 whenever'],
  [
    "UPDATE point_journal SET cause_id = id WHERE kind = 'uncapture' LIMIT 1",
    'I7 what was captured or given back was held',
  ],
];

it.each(FAULTS)('%s', async (deed, equation) => {
  const said = await auditOf(deed);
  expect(said).toContain(equation);
  expect(said).toMatch(/^(point_\w+ row|[A-Z])/);
});

it('makes anew what stands, and says of what was changed that its history makes something else', async () => {
  const look = (deed: string): Promise<string> =>
    planted(app, statement(deed), (tx) => wrongs(app, app.get(AuditLedger).check(tx, { rebuild: true })));
  for (const column of ['posted', 'held', 'owed', 'seq'])
    expect(
      await look(`UPDATE point_account SET ${column} = ${column} + 1 WHERE posted > held AND ledger = 'PT' LIMIT 1`),
    ).toMatch(/point_account row \w{26}: is not what its history makes/);
  expect(await look('UPDATE point_lot SET remaining = remaining - 1 WHERE remaining > held LIMIT 1')).toMatch(
    /point_lot row \w{26}: is not what its history makes/,
  );
});

type Step = 'hold' | 'owe' | 'tell' | 'move';

/** Mistakes that somebody could make in the ledger itself: a step left out, or an amount that is one too many. */
const MISTAKES: readonly (readonly [string, Step, string])[] = [
  ['what is held is not counted', 'hold', 'I3 held = Σ points of reserved holds'],
  ['what is owed is forgiven', 'owe', 'I9 owed'],
  ['a hold’s event is not told', 'tell', 'I7 a hold is in the state'],
  ['every transfer moves one too many', 'move', 'I4'],
];

function mistake(step: Step): jest.SpyInstance {
  if (step !== 'move') return jest.spyOn(Posting.prototype, step).mockImplementation(() => undefined);
  const real = Object.getOwnPropertyDescriptor(Posting.prototype, 'move')?.value as Posting['move'];
  return jest.spyOn(Posting.prototype, 'move').mockImplementation(function more(
    this: Posting,
    journal,
    ledger,
    from,
    to,
    amount,
  ) {
    return real.call(this, journal, ledger, from, to, amount === 0 ? 0 : amount + 1);
  });
}

it.each(MISTAKES)('notices when %s', async (_, step, equation) => {
  const other = await startApp();
  try {
    const there = new AtTheLedger(other);
    const made = mistake(step);
    try {
      const personId = newId();
      const spent = await there.award(personId, 9);
      await there.award(personId, 3);
      await there.capture(await there.hold(personId, 8)).catch(() => undefined);
      await there.hold(personId, 1).catch(() => undefined);
      await there.reverse(spent).catch(() => undefined);
    } finally {
      made.mockRestore();
    }
    expect(await wrongs(other, other.get(AuditLedger).run())).toContain(equation);
  } finally {
    await other.close();
  }
});
