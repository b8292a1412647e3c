/** Identity: who somebody is, what they may do and where; every other domain may ask it. */
import { Global, Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/http/actor';
import { AccountUses } from './account-uses';
import { Accounts } from './accounts';
import { AccountsService } from './accounts.service';
import { BodiesService } from './bodies.service';
import { FirstAdministrator } from './first-administrator';
import { Governing } from './governing';
import { ForgetGuests } from './forget-guests';
import { ForgetReasons } from './forget-reasons';
import { GuestClaims } from './guest-claims';
import { GuestTies } from './guest-ties';
import { Guests } from './guests';
import { Homes } from './homes';
import { IdentityController } from './identity.controller';
import { LogInAttempts } from './log-in-attempts';
import { LogInService } from './log-in.service';
import { MeService } from './me.service';
import { NewCommunities } from './new-communities';
import { Newcomers } from './newcomers';
import { OneTimePasswords } from './one-time-passwords';
import { Organisations } from './organisations';
import { People } from './people';
import { RetentionController } from './retention.controller';
import { RetentionService } from './retention.service';
import { Retentions } from './retentions';
import { Reveals } from './reveals';
import { RuleKeepers } from './rule-keepers';
import { RoleEnds } from './role-ends';
import { RolesService } from './roles.service';
import { ScopeUses } from './scope-uses';
import { Scopes } from './scopes';
import { ScopesService } from './scopes.service';
import { Sessions } from './sessions';
import { SetUpChecks } from './set-up-checks';
import { SetUpController } from './set-up.controller';
import { SetUpService } from './set-up.service';
import { AuditTrailService } from './audit-trail.service';
import { ForgetOldSessions } from './forget-old-sessions';

const SHARED = [
  AccountUses,
  Accounts,
  Governing,
  GuestClaims,
  GuestTies,
  Guests,
  Homes,
  NewCommunities,
  Newcomers,
  Organisations,
  People,
  Retentions,
  Reveals,
  RoleEnds,
  RuleKeepers,
  ScopeUses,
  Scopes,
  Sessions,
  SetUpChecks,
];

@Global()
@Module({
  controllers: [IdentityController, RetentionController, SetUpController],
  providers: [
    ...SHARED,
    LogInAttempts,
    LogInService,
    MeService,
    AuditTrailService,
    ForgetGuests,
    ForgetOldSessions,
    ForgetReasons,
    RetentionService,
    AccountsService,
    BodiesService,
    FirstAdministrator,
    OneTimePasswords,
    RolesService,
    ScopesService,
    SetUpService,
    { provide: ACTOR_SOURCE, useExisting: Sessions },
  ],
  exports: [...SHARED, ACTOR_SOURCE],
})
export class IdentityModule {}
