/** How often one card may be scanned and one caller may look codes up: neighbours never lock each other out. */
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from '../platform/http/spend';

const HOUR = 3600;
/** A card at a door with a family and visitors stays far below. */
const SCANS_A_CARD = 60;
/** Whole streets share an address; this only stops machines that try tokens. */
const SCANS_AN_ADDRESS = 3000;
const LOOK_UPS_A_PERSON = 120;

@Injectable()
export class CardLimits {
  private cards = new RateLimiterMemory({ points: SCANS_A_CARD, duration: HOUR });
  private addresses = new RateLimiterMemory({ points: SCANS_AN_ADDRESS, duration: HOUR });
  private callers = new RateLimiterMemory({ points: LOOK_UPS_A_PERSON, duration: HOUR });

  address(ip: string): Promise<void> {
    return spend(this.addresses, ip);
  }

  card(cardId: string): Promise<void> {
    return spend(this.cards, cardId);
  }

  caller(personId: string): Promise<void> {
    return spend(this.callers, personId);
  }

  /** Forgets all counts, for tests. */
  reset(): void {
    this.cards = new RateLimiterMemory({ points: SCANS_A_CARD, duration: HOUR });
    this.addresses = new RateLimiterMemory({ points: SCANS_AN_ADDRESS, duration: HOUR });
    this.callers = new RateLimiterMemory({ points: LOOK_UPS_A_PERSON, duration: HOUR });
  }
}
