/** The code with which a guest finds a ticket again: derived from its id, stored nowhere. */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { codeDigits } from '@sevengrid/shared/kernel/digits';
import { CROCKFORD } from '@sevengrid/shared/kernel/ulid';
import { FieldCipher } from '../platform/database/field-cipher';

const LENGTH = 10;

@Injectable()
export class FollowCodes {
  constructor(private readonly cipher: FieldCipher) {}

  /** Ten characters, five bits each, of a keyed hash. */
  of(ticketId: string): string {
    const hash = Buffer.from(this.cipher.blindIndex('follow-code', ticketId), 'hex');
    return Array.from(hash.subarray(0, LENGTH), (byte) => CROCKFORD.charAt(byte & 31)).join('');
  }

  /** Forgives small letters, digits of any script, spaces, dashes, and the letters that look like digits. */
  matches(ticketId: string, typed: string): boolean {
    const plain = codeDigits(typed.normalize('NFKC')).toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
    const right = Buffer.from(this.of(ticketId));
    const given = Buffer.from(plain.padEnd(LENGTH).slice(0, 64));
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
