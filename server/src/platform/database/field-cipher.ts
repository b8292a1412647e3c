/** Encrypts personal fields and makes the blind indexes by which they are found. */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { plainDigits } from '@sevengrid/shared/kernel/digits';
import { Keys } from '../config/keys';

/*
 * Layout of a sealed value, version 1:
 *   1 byte  version (1)
 *   1 byte  length n of the key id
 *   n bytes key id, ASCII
 *   12 bytes nonce
 *   16 bytes GCM tag
 *   rest    AES-256-GCM ciphertext of the bytes, UTF-8 where they are a text
 * Version, length and key id are authenticated with them.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

const digitsOf = (phone: string): string => plainDigits(phone).replace(/\D/g, '');

@Injectable()
export class FieldCipher {
  constructor(private readonly keys: Keys) {}

  seal(text: string): Buffer {
    return this.sealBytes(Buffer.from(text, 'utf8'));
  }

  /** @throws when the value was changed, or its key is not in the key file. */
  open(sealed: Buffer): string {
    return this.openBytes(sealed).toString('utf8');
  }

  sealBytes(bytes: Buffer): Buffer {
    const id = Buffer.from(this.keys.current, 'ascii');
    const head = Buffer.concat([Buffer.from([VERSION, id.length]), id]);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key(this.keys.current), nonce).setAAD(head);
    const body = [cipher.update(bytes), cipher.final()];
    return Buffer.concat([head, nonce, cipher.getAuthTag(), ...body]);
  }

  /** @throws when the value was changed, or its key is not in the key file. */
  openBytes(sealed: Buffer): Buffer {
    const head = sealed.subarray(0, 2 + (sealed[1] ?? 0));
    if (sealed[0] !== VERSION) throw new Error('a sealed field of an unknown version');
    const at = head.length;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.key(head.subarray(2).toString('ascii')),
      sealed.subarray(at, at + NONCE),
    );
    decipher.setAAD(head).setAuthTag(sealed.subarray(at + NONCE, at + NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(at + NONCE + TAG)), decipher.final()]);
  }

  /** Hex of 64; `kind` keeps equal values of different columns apart. The value is compared as NFC, trimmed, in lower case. */
  blindIndex(kind: string, value: string): string {
    const normal = plainDigits(value).normalize('NFC').trim().toLowerCase();
    return createHmac('sha256', this.keys.index).update(`${kind}\u0000${normal}`).digest('hex');
  }

  phoneIndex(phone: string): string {
    return this.blindIndex('phone', digitsOf(phone));
  }

  /** For finding by the last four digits. */
  phoneTail(phone: string): string {
    return this.blindIndex('phone-tail', digitsOf(phone).slice(-4));
  }

  private key(id: string): Buffer {
    const key = this.keys.byId.get(id);
    if (!key) throw new Error(`the key file has no key "${id}"`);
    return key;
  }
}
