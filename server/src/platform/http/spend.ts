/** One more of what a limiter counts. */
import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';
import { fail } from './fail';

/** @throws TOO_OFTEN with the seconds to wait. */
export async function spend(limiter: RateLimiterMemory, who: string): Promise<void> {
  try {
    await limiter.consume(who);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    fail('TOO_OFTEN', { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
  }
}
