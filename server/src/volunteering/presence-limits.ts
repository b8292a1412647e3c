/** How often one address and one phone may scan: a whole street shares an address, and nobody scans by the hundred. */
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from '../platform/http/spend';

const HOUR = 3600;
const SCANS_AN_ADDRESS = 3000;
const SCANS_A_PHONE = 60;

@Injectable()
export class PresenceLimits {
  private readonly addresses = new RateLimiterMemory({ points: SCANS_AN_ADDRESS, duration: HOUR });
  private readonly phones = new RateLimiterMemory({ points: SCANS_A_PHONE, duration: HOUR });

  /** @throws TOO_OFTEN */
  address(ip: string): Promise<void> {
    return spend(this.addresses, ip);
  }

  /** @throws TOO_OFTEN */
  device(device: string): Promise<void> {
    return spend(this.phones, device);
  }
}
