/** First passwords, made for whoever gets a new account: told once, changed at the first log-in, kept nowhere in the clear. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CROCKFORD } from '@sevengrid/shared/kernel/ulid';
import { FieldCipher } from '../platform/database/field-cipher';
import { passwordIsStrong } from './passwords';

const GROUPS = 3;
const IN_A_GROUP = 4;

@Injectable()
export class OneTimePasswords {
  constructor(private readonly cipher: FieldCipher) {}

  /**
   * `K7MF-2QXD-9TRB`: the same for the same person and seed, and known to nobody without the key file, so that a request
   * whose answer was lost can be answered again although only the hash was kept.
   */
  draw(personId: string, seed: string): string {
    for (let n = 0; ; n++) {
      const password = written(this.cipher.blindIndex('one-time-password', `${personId} ${seed} ${n}`));
      if (passwordIsStrong(password, null)) return password;
    }
  }
}

/** 60 bits of the hash, in letters and digits that nobody takes for others. */
function written(hash: string): string {
  const bytes = createHash('sha256').update(hash).digest();
  const group = (nth: number): string =>
    Array.from({ length: IN_A_GROUP }, (_, i) => CROCKFORD.charAt((bytes[nth * IN_A_GROUP + i] ?? 0) & 31)).join('');
  return Array.from({ length: GROUPS }, (_, nth) => group(nth)).join('-');
}
