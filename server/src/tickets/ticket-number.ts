/** Numbers of tickets, 幸-20261123-0007: counted per community and day, written by people in many ways. */
import type { EntityManager } from 'typeorm';
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import { send } from '../platform/database/statement';

export const numberOf = (prefix: string, day: string, serial: number): string =>
  `${prefix}-${day}-${String(serial).padStart(4, '0')}`;

/** What somebody typed as a number; null when it is none. Spaces, dashes of any kind and full-width forms are forgiven. */
export function readNumber(typed: string): { number: string; prefix: string; day: string; serial: number } | null {
  const plain = plainDigits(typed.normalize('NFKC')).replace(/[\s\p{Pd}ー−]/gu, '');
  const [, prefix = '', day = '', serial = ''] = /^(\D{0,4})(\d{8})(\d{4,6})$/.exec(plain) ?? [];
  if (day === '') return null;
  return { number: numberOf(prefix, day, Number(serial)), prefix, day, serial: Number(serial) };
}

/** The next number of the day. Its row is waited for by everybody who files that day: take it as late as possible. */
export async function nextSerial(tx: EntityManager, communityId: string, day: string): Promise<number> {
  const { insertId } = await send<{ insertId: number }>(
    tx,
    `INSERT INTO ticket_number (community_id, day, last) VALUES (?, ?, LAST_INSERT_ID(1))
     ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)`,
    [communityId, day],
  );
  if (!(insertId > 0)) throw new Error('the counter answered nothing');
  return insertId;
}
