/** How much may be uploaded in a day: by a person, or by all guests of one card together. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config';
import { one } from '../platform/database/sql';
import type { Actor } from '../platform/http/actor';
import { fail } from '../platform/http/fail';

/** Seconds after which asking again makes sense: the oldest of a day's uploads may be out of the count by then. */
const LATER = 3_600;

@Injectable()
export class UploadLimits {
  constructor(private readonly config: Config) {}

  /** @throws UPLOADS_USED_UP; the actor's row is locked, so two beginnings of one person are counted one by one */
  async keepTo(tx: EntityManager, actor: Actor): Promise<void> {
    const [column, value] = actor.cardId === undefined ? ['owner_id', actor.id] : ['card_id', actor.cardId];
    const sql = `SELECT COUNT(*) AS begun FROM media WHERE ${column} = ? AND started_at > NOW(3) - INTERVAL 1 DAY`;
    const found = await one<{ begun: number }>(tx, sql, [value]);
    if (Number(found?.begun ?? 0) >= this.config.mediaADay) fail('UPLOADS_USED_UP', { retryAfter: LATER });
  }
}
