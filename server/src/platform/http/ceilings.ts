/** Ceilings on how often: a high one by network address, since neighbours share theirs, and one by session. */
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './spend';

export const PER_ADDRESS = 1200;
export const PER_SESSION = 240;

@Injectable()
export class Ceilings {
  private readonly addresses: RateLimiterMemory;
  private readonly sessions: RateLimiterMemory;

  constructor(limits: { perAddress?: number; perSession?: number } = {}) {
    this.addresses = new RateLimiterMemory({ points: limits.perAddress ?? PER_ADDRESS, duration: 60 });
    this.sessions = new RateLimiterMemory({ points: limits.perSession ?? PER_SESSION, duration: 60 });
  }

  /** @throws TOO_OFTEN with the seconds to wait. */
  address(ip: string): Promise<void> {
    return spend(this.addresses, ip);
  }

  /** @throws TOO_OFTEN with the seconds to wait. */
  session(id: string): Promise<void> {
    return spend(this.sessions, id);
  }
}
