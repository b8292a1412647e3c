/** Writes cards: a new one with its token and short code, and the end of one. */
import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CardEnding } from '@sevengrid/shared/cards/requests';
import { cardToken } from '@sevengrid/shared/cards/token';
import type { EntityManager } from 'typeorm';
import type { Door } from '../grids/card-doors';
import { Sessions } from '../identity/sessions';
import { Config } from '../platform/config/config';
import { FieldCipher } from '../platform/database/field-cipher';
import { sha256 } from '../platform/database/fingerprint';
import { newId } from '../platform/database/new-id';
import { change, one } from '../platform/database/sql';
import { fail } from '../platform/http/fail';

/** With a tenth of the million codes in use, thirty tries all fail once in 10^30. */
const TRIES = 30;

export interface NewCard {
  id: string;
  tokenHash: string;
  tokenEnc: Buffer;
}

@Injectable()
export class CardDesk {
  constructor(
    private readonly sessions: Sessions,
    private readonly cipher: FieldCipher,
    private readonly config: Config,
  ) {}

  /** A token nobody has seen, hashed and sealed. */
  draw(at?: number): NewCard {
    const token = cardToken(randomBytes(20));
    return { id: newId(at), tokenHash: sha256(token), tokenEnc: this.cipher.seal(token) };
  }

  urlOf(tokenEnc: Buffer): string {
    return `${this.config.publicUrl}/c/${this.cipher.open(tokenEnc)}`;
  }

  /** @throws CARD_ALREADY_ACTIVE, NOT_FOUND; waits for whoever issues to the same household, or takes it back, just now. */
  async issue(tx: EntityManager, { householdId, gridId }: Door, issuedBy: string): Promise<string> {
    if (!(await one(tx, 'SELECT id FROM household WHERE id = ? FOR UPDATE', [householdId]))) fail('NOT_FOUND');
    const held = await one<{ version: number; active: string | number | null }>(
      tx,
      "SELECT COALESCE(MAX(version), 0) AS version, SUM(status = 'active') AS active FROM card WHERE household_id = ?",
      [householdId],
    );
    if (Number(held?.active) > 0) fail('CARD_ALREADY_ACTIVE');
    const card = this.draw();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      // IGNORE passes over a code that is in use; the other unique keys were settled above.
      const done = await change(
        tx,
        `INSERT IGNORE INTO card (id, household_id, grid_id, token_hash, token_enc, short_code, active_code,
           active_household, version, status, issued_at, issued_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', NOW(3), ?)`,
        [
          ...[card.id, householdId, gridId, card.tokenHash, card.tokenEnc, code, code],
          ...[householdId, (held?.version ?? 0) + 1, issuedBy],
        ],
      );
      if (done === 1) return card.id;
    }
    throw new Error('no short code is free');
  }

  /** Ends the card and signs its guests out. @throws CARD_ENDED when it had ended. */
  async end(tx: EntityManager, cardId: string, because: CardEnding, endedBy: string): Promise<void> {
    const done = await change(
      tx,
      `UPDATE card SET status = ?, active_code = NULL, active_household = NULL, ended_at = NOW(3), ended_by = ?,
         ended_because = ? WHERE id = ? AND status = 'active'`,
      [because === 'lost' ? 'lost' : 'revoked', endedBy, because, cardId],
    );
    if (done === 0) fail('CARD_ENDED');
    await this.sessions.endAllOf(tx, { cardId });
  }
}
