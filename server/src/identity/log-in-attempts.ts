/** Counts wrong passwords per account name, known or not, and locks the name for a while after the fifth. */
import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../platform/database/field-cipher';
import { change, one } from '../platform/database/sql';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { fail } from '../platform/http/fail';

const MOST = 5;
const LOCK_MINUTES = 15;

interface AttemptRow {
  failures: number;
  locked: number;
  seconds: number | null;
}

@Injectable()
export class LogInAttempts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  /** Counts the attempt before the password is looked at, so that attempts at one time cannot slip past. */
  async begin(account: string): Promise<void> {
    const index = this.index(account);
    const wait = await this.uow.run(async (tx) => {
      await change(tx, 'INSERT IGNORE INTO log_in_attempt (account_idx, failures, last_at) VALUES (?, 0, NOW(3))', [
        index,
      ]);
      const row = await one<AttemptRow>(
        tx,
        `SELECT failures, locked_until IS NOT NULL AS locked, TIMESTAMPDIFF(SECOND, NOW(3), locked_until) AS seconds
         FROM log_in_attempt WHERE account_idx = ? FOR UPDATE`,
        [index],
      );
      if (row?.locked && (row.seconds ?? 0) > 0) return row.seconds ?? 0;
      const failures = (row?.locked ? 0 : (row?.failures ?? 0)) + 1;
      await change(
        tx,
        `UPDATE log_in_attempt SET failures = ?, last_at = NOW(3),
           locked_until = IF(? >= ${MOST}, NOW(3) + INTERVAL ${LOCK_MINUTES} MINUTE, NULL) WHERE account_idx = ?`,
        [failures, failures, index],
      );
      return 0;
    });
    if (wait > 0) fail('ACCOUNT_LOCKED', { retryAfter: wait });
  }

  /** The password was right. */
  async clear(account: string): Promise<void> {
    await this.uow.run((tx) => change(tx, 'DELETE FROM log_in_attempt WHERE account_idx = ?', [this.index(account)]));
  }

  private index(account: string): string {
    // As hex, since a blind index does not tell capitals from small letters and accounts do.
    return this.cipher.blindIndex('account', Buffer.from(account, 'utf8').toString('hex'));
  }
}
