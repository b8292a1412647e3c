/** Words of people, apart from history so that they can be erased; history keeps a reference and a salted digest. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FieldCipher } from './field-cipher';
import { sha256 } from './fingerprint';
import { newId } from './new-id';
import { change, rows } from './sql';

export interface TextRef {
  ref: string;
  /** SHA-256 of salt and body, hex: proves later what was said, tells nothing once salt and body are erased. */
  digest: string;
}

@Injectable()
export class Texts {
  constructor(private readonly cipher: FieldCipher) {}

  async put(tx: EntityManager, body: string): Promise<TextRef> {
    const [kept] = await this.putAll(tx, [body]);
    if (!kept) throw new Error('a text that was not kept');
    return kept;
  }

  /** One statement for several; answers one reference for each body, in their order. */
  async putAll(tx: EntityManager, bodies: readonly string[]): Promise<TextRef[]> {
    if (bodies.length === 0) return [];
    const kept = bodies.map((body) => ({ ref: newId(), salt: randomBytes(16), body }));
    await change(
      tx,
      `INSERT INTO texts (id, salt, body_enc) VALUES ${kept.map(() => '(?, ?, ?)').join(', ')}`,
      kept.flatMap(({ ref, salt, body }) => [ref, salt, this.cipher.seal(body)]),
    );
    return kept.map(({ ref, salt, body }) => ({ ref, digest: sha256(salt, body) }));
  }

  /** Bodies by reference; null where the text was erased. */
  async read(tx: EntityManager, refs: readonly string[]): Promise<Map<string, string | null>> {
    if (refs.length === 0) return new Map();
    const found = await rows<{ id: string; body_enc: Buffer | null }>(
      tx,
      'SELECT id, body_enc FROM texts WHERE id IN (?)',
      [[...new Set(refs)]],
    );
    return new Map(found.map((row) => [row.id, row.body_enc && this.cipher.open(row.body_enc)]));
  }

  /** Body and salt go; the row stays, so that history can say that something was said and erased. */
  async erase(tx: EntityManager, ref: string): Promise<void> {
    await change(
      tx,
      'UPDATE texts SET salt = NULL, body_enc = NULL, erased_at = NOW(3) WHERE id = ? AND erased_at IS NULL',
      [ref],
    );
  }
}
