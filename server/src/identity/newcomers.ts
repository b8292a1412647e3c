/** Accounts that are opened many at once: without a password until a list is made, and removed again while nobody has come. */
import { Injectable } from '@nestjs/common';
import type { NewAccount } from '@sevengrid/shared/identity/set-up.requests';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, rows } from '../platform/database/sql';
import { OneTimePasswords } from './one-time-passwords';
import { SHOWN_AGAIN_MS } from './accounts';
import { hashPassword, passwordFits } from './passwords';

/** Of `person p`: has an account, and has never been here. */
export const NOT_ARRIVED = `p.must_change = 1 AND p.openid_idx IS NULL
  AND NOT EXISTS (SELECT 1 FROM session s WHERE s.person_id = p.id)`;

export interface Newcomer extends NewAccount {
  id: string;
}

interface PasswordRow {
  id: string;
  password_hash: string | null;
  must_change: number;
  now: Date;
}

@Injectable()
export class Newcomers {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly passwords: OneTimePasswords,
  ) {}

  /** False where somebody has the account already; two at one time meet at the unique account. */
  async open(tx: EntityManager, { id, account, displayName }: Newcomer): Promise<boolean> {
    const made = await change(
      tx,
      `INSERT IGNORE INTO person (id, name_enc, display_name, account, must_change, created_at)
       VALUES (?, ?, ?, ?, 1, NOW(3))`,
      [id, this.cipher.seal(displayName), displayName, account],
    );
    return made === 1;
  }

  /** Those of them who have been here; the others can still be removed. */
  async arrived(tx: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const sql = `SELECT p.id FROM person p WHERE p.id IN (?) AND NOT (${NOT_ARRIVED})`;
    return new Set((await rows<{ id: string }>(tx, sql, [[...ids]])).map(({ id }) => id));
  }

  /** Takes the account away with its name; call with the row locked, and only of one that nothing hangs on. */
  async remove(tx: EntityManager, id: string): Promise<void> {
    await change(tx, 'DELETE FROM person WHERE id = ?', [id]);
  }

  /** One-time passwords made of `seed`, which the caller keeps; those made before are no good from now on. */
  async renew(tx: EntityManager, ids: readonly string[], seed: string): Promise<void> {
    const hashes = await Promise.all(ids.map((id) => hashPassword(this.passwords.draw(id, seed))));
    for (const [i, id] of ids.entries())
      await change(
        tx,
        `UPDATE person SET password_hash = ?, password_changed_at = NOW(3), version = version + 1 WHERE id = ?`,
        [hashes[i] ?? null, id],
      );
  }

  /** Passwords made of `seed` at `madeAt` (ms), of those whose they still are; none when that is too long ago. */
  async tell(tx: EntityManager, ids: readonly string[], seed: string, madeAt: number): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const found = await rows<PasswordRow>(
      tx,
      'SELECT id, password_hash, must_change, NOW(3) AS now FROM person WHERE id IN (?)',
      [[...ids]],
    );
    const told = await Promise.all(
      found.map(async ({ id, password_hash: hash, must_change, now }): Promise<[string, string][]> => {
        const password = this.passwords.draw(id, seed);
        const late = must_change === 0 || now.getTime() - madeAt > SHOWN_AGAIN_MS;
        return !late && (await passwordFits(hash, password)) ? [[id, password]] : [];
      }),
    );
    return new Map(told.flat());
  }
}
