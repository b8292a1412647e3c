/** How many appeals guests may file by one card on one day: a card that got abroad must not flood a grid. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../platform/config/config';
import { one } from '../platform/database/sql';
import { fail } from '../platform/http/fail';

const DAY_MS = 86_400_000;

interface FilingDay {
  /** Of the community's calendar, `20261123`. */
  day: string;
  /** Milliseconds UTC. */
  now: number;
  /** Minutes east of UTC. */
  tzOffset: number;
}

@Injectable()
export class CardLimit {
  constructor(private readonly config: Config) {}

  /** @throws CARD_LIMIT_REACHED with the seconds until the community's midnight */
  async keepTo(tx: EntityManager, cardId: string, { day, now, tzOffset }: FilingDay): Promise<void> {
    const filed = await one<{ n: number }>(
      tx,
      'SELECT COUNT(*) AS n FROM ticket WHERE card_id = ? AND day = ? LOCK IN SHARE MODE',
      [cardId, day],
    );
    if (Number(filed?.n) < this.config.cardAppealsADay) return;
    const sinceMidnight = (now + tzOffset * 60_000) % DAY_MS;
    fail('CARD_LIMIT_REACHED', { retryAfter: Math.ceil((DAY_MS - sinceMidnight) / 1000) });
  }
}
