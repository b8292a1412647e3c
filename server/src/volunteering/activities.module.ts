/** Activities: planned, signed up for, attended, confirmed and awarded. */
import { Global, Module } from '@nestjs/common';
import { Activities } from './activities';
import { ActivitiesController } from './activities.controller';
import { ActivityQueries } from './activities.queries';
import { ActivitiesService } from './activities.service';
import { ActivityAudits } from './activity-audits';
import { ActivityEngine } from './activity-engine';
import { ActivityReach } from './activity-reach';
import { ActivityViews } from './activity-views';
import { AttendanceProofs } from './attendance-proofs';
import { Attendances } from './attendances';
import { AwardsController } from './awards.controller';
import { AwardsService } from './awards.service';
import { Boards } from './boards';
import { CausesOfAwards } from './causes-of-awards';
import { CheckInCodes } from './check-in-codes';
import { CheckInService } from './check-in.service';
import { Coming } from './coming';
import { ConfirmingService } from './confirming.service';
import { ForgetPresenceTickets } from './forget-presence-tickets';
import { ListNoticesService } from './list-notices.service';
import { MoveActivities } from './move-activities';
import { Objections } from './objections';
import { PresenceController } from './presence.controller';
import { PresenceLimits } from './presence-limits';
import { PresenceTickets } from './presence-tickets';
import { RollCallService } from './roll-call.service';
import { Settling } from './settling';
import { SignUps } from './sign-ups';
import { SignUpsService } from './sign-ups.service';
import { TakeBacks } from './take-backs';
import { UsesOfActivities } from './uses-of-activities';

const ROWS = [Activities, AttendanceProofs, Attendances, Objections, PresenceTickets, SignUps, TakeBacks];
const PLANNING = [ActivitiesService, ActivityEngine, ActivityQueries, ActivityReach, ActivityViews, SignUpsService];
const PRESENCE = [Boards, CheckInCodes, CheckInService, Coming, PresenceLimits, RollCallService];
const AWARDS = [AwardsService, CausesOfAwards, ConfirmingService, ListNoticesService, Settling];
const AROUND = [ActivityAudits, ForgetPresenceTickets, MoveActivities, UsesOfActivities];

@Global()
@Module({
  controllers: [ActivitiesController, PresenceController, AwardsController],
  providers: [...ROWS, ...PLANNING, ...PRESENCE, ...AWARDS, ...AROUND],
  exports: [Activities, AttendanceProofs, Attendances, Coming, Settling],
})
export class ActivitiesModule {}
