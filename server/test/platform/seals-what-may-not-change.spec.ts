/** Texts, field encryption, append-only tables and chains: what was written stays what it was, or it shows. */
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import { startApp, type TestApp } from '../actors/start-app';
import { AuditLog, theSystem } from '../../src/platform/audit/audit-log';
import { Audits } from '../../src/platform/audit/audits';
import { FieldCipher } from '../../src/platform/database/field-cipher';
import { sha256 } from '../../src/platform/database/fingerprint';
import { newId } from '../../src/platform/database/new-id';
import { one, rows } from '../../src/platform/database/sql';
import { Texts } from '../../src/platform/database/texts';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { Seals } from '../../src/platform/seal/seals';
import { DummyModule } from './dummy';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [DummyModule] });
});
afterAll(() => app.close());

const sql = (text: string, params: unknown[] = []): Promise<unknown> => app.dataSource.query(text, params);

async function record(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await app.get(UnitOfWork).run((tx) =>
      app.get(AuditLog).record(tx, {
        actor: theSystem('01HZZZZZZZZZZZZZZZZZZZZZZZ'),
        action: 'ticket.read',
        subject: { kind: 'ticket', id: `T${i}` },
        detail: { z: i, a: 'b', null: null },
      }),
    );
  }
}

const chain = async (): Promise<{ walked: number; broken: string | null } | undefined> =>
  (await app.get(Audits).run()).find(({ name }) => name === 'chain of audit_log');

/** As somebody would who owns the database: the triggers off, the deed, the triggers on again. */
async function tamper(table: string, action: 'update' | 'delete', deed: () => Promise<unknown>): Promise<void> {
  const trigger = `${table}_no_${action}`;
  await sql(`DROP TRIGGER ${trigger}`);
  await deed();
  await sql(
    `CREATE TRIGGER ${trigger} BEFORE ${action} ON ${table} FOR EACH ROW
     SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${table} is append-only'`,
  );
}

describe('append-only tables', () => {
  it.each(['UPDATE audit_log SET action = "x"', 'DELETE FROM audit_log', 'UPDATE seal SET n = 9', 'DELETE FROM seal'])(
    'refuse %s',
    async (statement) => {
      await record(1);
      await app.settle();
      await expect(sql(statement)).rejects.toThrow(/append-only/);
    },
  );
});

describe('the chain', () => {
  it('is whole, grows by what is new, and seals nothing twice', async () => {
    await record(3);
    await app.settle();
    const before = await chain();
    await app.settle();
    expect(await chain()).toEqual(before);
    await record(2);
    await app.settle();
    expect(await chain()).toEqual({ name: 'chain of audit_log', walked: (before?.walked ?? 0) + 2, broken: null });
  });

  it('names a row that waits for its seal for longer than two minutes', async () => {
    const [young, old] = [newId(Date.now() - 60_000), newId(Date.now() - 121_000)];
    const insert = (id: string) =>
      sql(
        `INSERT INTO audit_log (id, at, actor_kind, action, subject_kind, trace_id)
         VALUES (?, NOW(3), 'system', 'ticket.read', 'ticket', ?)`,
        [id, id],
      );
    await app.settle();
    await insert(young);
    expect((await chain())?.broken).toBeNull();
    await insert(old);
    expect((await chain())?.broken).toContain(`audit_log row ${old}: was never sealed`);
    await app.settle();
    expect((await chain())?.broken).toBeNull();
  });

  it('names the first row that was changed, that is missing, or that was reordered', async () => {
    await record(6);
    await app.settle();
    const links = await rows<{ row_id: string; n: number; hash: string }>(
      app.dataSource.manager,
      'SELECT row_id, n, hash FROM seal WHERE source = "audit_log" ORDER BY n DESC LIMIT 5',
    );
    const [last, , middle, early, first] = links;
    await tamper('seal', 'update', () => sql('UPDATE seal SET prev = ? WHERE n = ?', ['e'.repeat(64), last?.n]));
    expect((await chain())?.broken).toContain(`${last?.row_id} (link ${last?.n}): the chain was reordered`);
    await tamper('audit_log', 'delete', () => sql('DELETE FROM audit_log WHERE id = ?', [middle?.row_id]));
    expect((await chain())?.broken).toContain(`${middle?.row_id} (link ${middle?.n}): the row is missing`);
    await tamper('audit_log', 'update', () =>
      sql('UPDATE audit_log SET at = NOW(3) + INTERVAL 1 DAY WHERE id = ?', [early?.row_id]),
    );
    expect((await chain())?.broken).toContain(`${early?.row_id} (link ${early?.n}): the row was changed`);
    await tamper('seal', 'delete', () => sql('DELETE FROM seal WHERE n = ?', [first?.n]));
    expect((await chain())?.broken).toContain(`link ${first?.n} is missing`);
    expect(app.get(Seals).sources()).toHaveLength(1);
  });
});

describe('texts', () => {
  it('can be read until they are erased, and prove what was said only until then', async () => {
    const [work, texts] = [app.get(UnitOfWork), app.get(Texts)];
    const body = '水管漏水 ཆུ་སྦུག་ཆག་པ། 💧';
    const { ref, digest } = await work.run((tx) => texts.put(tx, body));
    const row = await one<{ salt: Buffer; body_enc: Buffer }>(
      app.dataSource.manager,
      'SELECT * FROM texts WHERE id = ?',
      [ref],
    );
    expect(row && sha256(row.salt, body)).toBe(digest);
    expect(row?.body_enc.includes(Buffer.from('水管'))).toBe(false);
    expect(await work.run((tx) => texts.read(tx, [ref, ref]))).toEqual(new Map([[ref, body]]));
    await work.run((tx) => texts.erase(tx, ref));
    expect(await work.run((tx) => texts.read(tx, [ref]))).toEqual(new Map([[ref, null]]));
    expect(await one(app.dataSource.manager, 'SELECT salt FROM texts WHERE id = ?', [ref])).toEqual({ salt: null });
  });
});

describe('sealed fields', () => {
  it('open to what was sealed, differ each time, and refuse a change', () => {
    const cipher = app.get(FieldCipher);
    const [one, two] = [cipher.seal('13800138000'), cipher.seal('13800138000')];
    expect(cipher.open(one)).toBe('13800138000');
    expect(one.equals(two)).toBe(false);
    const changed = Buffer.from(one);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => cipher.open(changed)).toThrow();
  });

  it('are found by an index that knows Tibetan digits', () => {
    const cipher = app.get(FieldCipher);
    expect(plainDigits('༡༣༨༠༠༡༣༨༠༠༠')).toBe('13800138000');
    expect(cipher.phoneIndex('༡༣༨༠༠༡༣༨༠༠༠')).toBe(cipher.phoneIndex('138 0013 8000'));
    expect(cipher.phoneTail('13800138000')).toBe(cipher.phoneTail('8000'));
    expect(cipher.phoneIndex('13800138000')).not.toBe(cipher.blindIndex('other', '13800138000'));
    expect(cipher.phoneIndex('13800138000')).toMatch(/^[\da-f]{64}$/);
  });
});
