/** Identity: who somebody is, what they may do and where; every other domain may ask it. */
import { Global, Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/http/actor';
import { GuestClaims } from './guest-claims';
import { Guests } from './guests';
import { Homes } from './homes';
import { IdentityController } from './identity.controller';
import { LogInAttempts } from './log-in-attempts';
import { LogInService } from './log-in.service';
import { MeService } from './me.service';
import { People } from './people';
import { Reveals } from './reveals';
import { Scopes } from './scopes';
import { Sessions } from './sessions';
import { AuditTrailService } from './audit-trail.service';
import { ForgetOldSessions } from './forget-old-sessions';

const SHARED = [Scopes, People, Guests, Sessions, GuestClaims, Homes, Reveals];

@Global()
@Module({
  controllers: [IdentityController],
  providers: [
    ...SHARED,
    LogInAttempts,
    LogInService,
    MeService,
    AuditTrailService,
    ForgetOldSessions,
    { provide: ACTOR_SOURCE, useExisting: Sessions },
  ],
  exports: [...SHARED, ACTOR_SOURCE],
})
export class IdentityModule {}
