/** Volunteering: work units and their members, kinds of service, and the rules by which it is counted. */
import { Global, Module } from '@nestjs/common';
import { Memberships } from './memberships';
import { Rules } from './rules';
import { ServiceKinds } from './service-kinds';
import { Units } from './units';

const SHARED = [Memberships, Rules, ServiceKinds, Units];

@Global()
@Module({ providers: SHARED, exports: SHARED })
export class VolunteeringModule {}
